import type { PageLoad } from './$types';

/** Who leads gets the overview and who takes part the editor: neither brings along the other's. */
export const load: PageLoad = async ({ data }) => {
	const [overview, taking] = await Promise.all([
		data.led && import('#lib/runs/Overview.svelte'),
		data.taken && import('./TakePart.svelte')
	]);
	return { ...data, Overview: overview?.default, TakePart: taking?.default };
};
