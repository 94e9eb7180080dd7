import type { PageLoad } from './$types';

/** Of a case, the script of its voices comes along; what has evidence or copies brings what shows those. */
export const load: PageLoad = async ({ data }) => {
	const leans = data.evidence !== null || (data.case !== null && data.part !== null);
	const { version, variant, variants, versions } = data.copies;
	const hasCopies = version ?? variant ?? versions ?? variants.length > 0;
	return {
		...data,
		cases: data.case ? await import('#lib/cases/page.ts') : null,
		around: leans ? await import('#lib/evidence/page.ts') : null,
		copied: hasCopies ? await import('./copied.ts') : null
	};
};
