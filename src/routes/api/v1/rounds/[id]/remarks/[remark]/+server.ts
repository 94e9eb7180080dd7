import { removeRemark } from '#server/critical-friends.ts';
import { identity } from '../../../../../../identity.ts';
import { act } from '../../../../door.ts';
import type { RequestHandler } from './$types';

export const DELETE: RequestHandler = (event) =>
	act(event, (context, actor) =>
		removeRemark(context, actor, identity(event.params.id), identity(event.params.remark))
	);
