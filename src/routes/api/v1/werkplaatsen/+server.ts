import { describeWerkplaatsen } from '#server/werkplaatsen.ts';
import { show } from '../door.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) =>
	show(event, async (context, actor) => {
		const rows = await describeWerkplaatsen(context, actor);
		const url = (slug: string) => `${context.publicUrl}/werkplaats/${slug}`;
		return { werkplaatsen: rows.map((row) => ({ ...row, url: url(row.slug) })) };
	});
