import type { PageLoad } from './$types';

/** Of a case, the script of its voices comes along; of a copy, and of what has copies, what shows those. */
export const load: PageLoad = async ({ data }) => {
	const { version, variant, variants, versions } = data.copies;
	const hasCopies = version ?? variant ?? versions ?? variants.length > 0;
	return {
		...data,
		cases: data.case ? await import('#lib/cases/page.ts') : null,
		around: hasCopies ? await import('./around.ts') : null
	};
};
