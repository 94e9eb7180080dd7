import { NotFound } from '#domain/errors.ts';
import { linkEvidence } from '#server/evidence.ts';
import { openEvidence } from '#server/study-evidence.ts';
import { identity } from '../../../../../identity.ts';
import { change, show } from '../../../door.ts';
import { NewEvidence } from '../../../schemas.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) =>
	show(event, async (context, actor) => {
		const found = await openEvidence(context, actor, identity(event.params.id));
		if (!found) throw new NotFound();
		return found;
	});

export const POST: RequestHandler = (event) =>
	change(
		event,
		NewEvidence,
		async (context, actor, input) => ({
			id: await linkEvidence(context, actor, identity(event.params.id), input)
		}),
		201
	);
