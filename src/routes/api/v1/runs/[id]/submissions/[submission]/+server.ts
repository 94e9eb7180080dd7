import { NotFound } from '#domain/errors.ts';
import { readSubmission } from '#server/submissions.ts';
import { identity } from '../../../../../../identity.ts';
import { show } from '../../../../door.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) =>
	show(event, async (context, actor) => {
		const read = await readSubmission(context, actor, identity(event.params.submission));
		if (read.run.id !== identity(event.params.id)) throw new NotFound();
		return read;
	});
