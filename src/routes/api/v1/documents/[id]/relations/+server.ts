import { listRelations, relate } from '#server/relations.ts';
import { identity } from '../../../../../identity.ts';
import { change, show } from '../../../door.ts';
import { NewRelation } from '../../../schemas.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) =>
	show(event, async (context, actor) => ({
		relations: await listRelations(context, actor, identity(event.params.id))
	}));

export const POST: RequestHandler = (event) =>
	change(event, NewRelation, (context, actor, input) =>
		relate(context, actor, identity(event.params.id), input)
	);
