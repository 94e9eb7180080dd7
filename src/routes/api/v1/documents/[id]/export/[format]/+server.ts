import { NotFound } from '#domain/errors.ts';
import { EXPORT_FORMATS, exportDocument } from '#server/export.ts';
import { identity } from '../../../../../../identity.ts';
import { file } from '../../../../door.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) =>
	file(event, async (context, actor) => {
		const format = EXPORT_FORMATS.find((known) => known === event.params.format);
		if (!format) throw new NotFound();
		return exportDocument(context, actor, identity(event.params.id), format);
	});
