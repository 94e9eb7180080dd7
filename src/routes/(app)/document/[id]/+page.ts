import type { PageLoad } from './$types';

/** Around the text of a case or a study its own script comes along, and where questions come up that of the agenda. */
export const load: PageLoad = async ({ data }) => {
	const [cases, studies, agenda] = await Promise.all([
		data.case && import('#lib/cases/page.ts'),
		data.study && import('#lib/studies/page.ts'),
		data.asking && import('#lib/agenda/page.ts')
	]);
	return { ...data, scripts: { cases, studies, agenda } };
};
