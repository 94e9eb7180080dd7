import { binDocument } from '#server/bin.ts';
import { changeDocument } from '#server/document-changes.ts';
import { openDocument } from '#server/documents.ts';
import { identity } from '../../../../identity.ts';
import { act, change, show } from '../../door.ts';
import { DocumentPatch } from '../../schemas.ts';
import { addressOf } from '../address.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) =>
	show(event, async (context, actor) => {
		const id = identity(event.params.id);
		return { ...(await openDocument(context, actor, id)), url: addressOf(context, id) };
	});

export const PATCH: RequestHandler = (event) =>
	change(event, DocumentPatch, async (context, actor, patch) => {
		const id = identity(event.params.id);
		await changeDocument(context, actor, id, patch);
		return { ...(await openDocument(context, actor, id)), url: addressOf(context, id) };
	});

export const DELETE: RequestHandler = (event) =>
	act(event, (context, actor) => binDocument(context, actor, identity(event.params.id)));
