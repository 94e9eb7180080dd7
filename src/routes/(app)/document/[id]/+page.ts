import type { PageLoad } from './$types';

/** Of a case, the script of its voices comes along; of that and of a study, what evidence needs. */
export const load: PageLoad = async ({ data }) => {
	const leans = data.evidence !== null || (data.case !== null && data.part !== null);
	return {
		...data,
		cases: data.case ? await import('#lib/cases/page.ts') : null,
		around: leans ? await import('#lib/evidence/page.ts') : null
	};
};
