import type { PageLoad } from './$types';

/** Of a case, the script of its voices comes along. */
export const load: PageLoad = async ({ data }) => ({
	...data,
	cases: data.case ? await import('#lib/cases/page.ts') : null
});
