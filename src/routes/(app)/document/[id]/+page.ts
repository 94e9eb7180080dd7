import type { PageLoad } from './$types';

/** Around the text comes along what its document has: voices, a study's own, questions, evidence, copies, times it was given. */
export const load: PageLoad = async ({ data }) => {
	const leans = data.evidence !== null || (data.case !== null && data.part !== null);
	const { version, variant, variants, versions } = data.copies;
	const hasCopies = version ?? variant ?? versions ?? variants.length > 0;
	const [cases, studies, agenda, evidence, copies, runs] = await Promise.all([
		data.case && import('#lib/cases/page.ts'),
		data.study && import('#lib/studies/page.ts'),
		data.asking && import('#lib/agenda/page.ts'),
		leans ? import('#lib/evidence/page.ts') : null,
		hasCopies ? import('./copied.ts') : null,
		data.given && import('#lib/runs/page.ts')
	]);
	return { ...data, scripts: { cases, studies, agenda, evidence, copies, runs } };
};
