import { listSharing, shareDocument } from '#server/grants.ts';
import { identity } from '../../../../../identity.ts';
import { change, show } from '../../../door.ts';
import { NewGrant } from '../../../schemas.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) =>
	show(event, async (context, actor) => {
		const { grants } = await listSharing(context, actor, identity(event.params.id));
		return { grants };
	});

export const POST: RequestHandler = (event) =>
	change(event, NewGrant, (context, actor, { expiresAt, ...input }) =>
		shareDocument(context, actor, identity(event.params.id), {
			...input,
			expiresAt: expiresAt ? new Date(expiresAt) : undefined
		})
	);
