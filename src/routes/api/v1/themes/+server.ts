import { listNetwork } from '#server/network.ts';
import { show } from '../door.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) =>
	show(event, async (context, actor) => {
		const { themes } = await listNetwork(context, actor);
		return {
			themes: themes.map((theme) => ({ ...theme, url: `${context.publicUrl}/theme/${theme.slug}` }))
		};
	});
