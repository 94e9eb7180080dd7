import { NotFound } from '#domain/errors.ts';
import { openStudy } from '#server/studies.ts';
import { identity } from '../../../../../identity.ts';
import { show } from '../../../door.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) =>
	show(event, async (context, actor) => {
		const study = await openStudy(context, actor, identity(event.params.id));
		if (!study) throw new NotFound();
		return study;
	});
