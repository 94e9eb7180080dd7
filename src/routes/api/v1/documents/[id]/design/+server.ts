import { openDesign, replaceDesign } from '#server/assignments.ts';
import { identity } from '../../../../../identity.ts';
import { Design } from '../../../design.ts';
import { change, show } from '../../../door.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) =>
	show(event, (context, actor) => openDesign(context, actor, identity(event.params.id)));

export const PUT: RequestHandler = (event) =>
	change(event, Design, async (context, actor, design) => {
		const id = identity(event.params.id);
		await replaceDesign(context, actor, id, design);
		return openDesign(context, actor, id);
	});
