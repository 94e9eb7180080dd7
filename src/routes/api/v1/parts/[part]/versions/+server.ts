import { listHistory, nameVersion } from '#server/history.ts';
import { identity } from '../../../../../identity.ts';
import { change, show } from '../../../door.ts';
import { NewVersion } from '../../../version-schemas.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) =>
	show(event, (context, actor) => listHistory(context, actor, identity(event.params.part)));

export const POST: RequestHandler = (event) =>
	change(
		event,
		NewVersion,
		async (context, actor, { name }) => ({
			id: await nameVersion(context, actor, identity(event.params.part), name)
		}),
		201
	);
