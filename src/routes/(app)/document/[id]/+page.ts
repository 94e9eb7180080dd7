import { openLine } from '#lib/editor/early-line.ts';
import type { PageLoad } from './$types';

/** Around the text comes along what its document has: voices, what a study or an assignment has, questions, evidence, copies. */
export const load: PageLoad = async ({ data }) => {
	if (data.part && wakesUp()) openLine(data.part.id, data.me);
	const leans = data.evidence !== null || (data.case !== null && data.part !== null);
	const { version, variant, variants, versions } = data.copies;
	const hasCopies = version ?? variant ?? versions ?? variants.length > 0;
	const [cases, studies, assignments, agenda, evidence, copies, runs] = await Promise.all([
		data.case && import('#lib/cases/page.ts'),
		data.study && import('#lib/studies/page.ts'),
		data.design && import('#lib/assignments/page.ts'),
		data.asking && import('#lib/agenda/page.ts'),
		leans ? import('#lib/evidence/page.ts') : null,
		hasCopies ? import('./copied.ts') : null,
		data.given && import('#lib/runs/page.ts')
	]);
	return { ...data, scripts: { cases, studies, assignments, agenda, evidence, copies, runs } };
};

/** A link that is only pointed at is loaded too, and makes nobody present. */
function wakesUp(): boolean {
	return typeof document !== 'undefined' && !('hydrated' in document.documentElement.dataset);
}
