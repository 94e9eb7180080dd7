import type { Actor } from '#domain/facts.ts';
import type { Context } from '#server/context.ts';
import { react } from '#server/reactions.ts';
import { parse } from '../../../../../../failure.ts';
import { identity } from '../../../../../../identity.ts';
import { act } from '../../../../door.ts';
import { Sign } from '../../../../thread-schemas.ts';
import type { RequestHandler, RouteParams } from './$types';

export const PUT: RequestHandler = (event) => act(event, reacting(event.params, true));

export const DELETE: RequestHandler = (event) => act(event, reacting(event.params, false));

function reacting({ id, sign }: RouteParams, given: boolean) {
	return (context: Context, actor: Actor) =>
		react(context, actor, identity(id), { sign: parse(Sign, sign), given });
}
