import type { PageLoad } from './$types';

/** Who takes part in nothing, or has no news, does not bring along what shows it. */
export const load: PageLoad = async ({ data }) => {
	const asked = data.asked.length > 0 ? await import('#lib/runs/MyRuns.svelte') : null;
	const news = data.news.length > 0 ? await import('#lib/told/News.svelte') : null;
	return { ...data, MyRuns: asked?.default, News: news?.default };
};
