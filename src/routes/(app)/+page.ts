import type { PageLoad } from './$types';

/** Who takes part in nothing does not bring along what shows it. */
export const load: PageLoad = async ({ data }) => {
	const asked = data.asked.length > 0 ? await import('#lib/runs/MyRuns.svelte') : null;
	return { ...data, MyRuns: asked?.default };
};
