import { changeThread } from '#server/threads.ts';
import { identity } from '../../../../identity.ts';
import { change } from '../../door.ts';
import { ThreadPatch } from '../../thread-schemas.ts';
import type { RequestHandler } from './$types';

export const PATCH: RequestHandler = (event) =>
	change(event, ThreadPatch, (context, actor, patch) =>
		changeThread(context, actor, identity(event.params.id), patch)
	);
