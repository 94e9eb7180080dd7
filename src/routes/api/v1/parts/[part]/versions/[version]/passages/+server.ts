import { putPassageBack } from '#server/restoring.ts';
import { identity } from '../../../../../../../identity.ts';
import { change } from '../../../../../door.ts';
import { PassageBack } from '../../../../../version-schemas.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = (event) =>
	change(event, PassageBack, (context, actor, { keys }) => {
		const version = identity(event.params.version);
		return putPassageBack(context, actor, identity(event.params.part), { version, keys });
	});
