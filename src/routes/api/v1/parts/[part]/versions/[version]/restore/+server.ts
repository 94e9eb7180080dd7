import { restoreAndWatch } from '#server/restoring.ts';
import { identity } from '../../../../../../../identity.ts';
import { act } from '../../../../../door.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = (event) =>
	act(event, async (context, actor) => ({
		id: await restoreAndWatch(
			context,
			actor,
			identity(event.params.part),
			identity(event.params.version)
		)
	}));
