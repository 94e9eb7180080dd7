import { theContext } from '#server/context.ts';
import { createDocument, findDocuments, openDocument } from '#server/documents.ts';
import { parse } from '../../../failure.ts';
import { change, show } from '../door.ts';
import { DocumentQuery, NewDocument } from '../schemas.ts';
import { addressOf } from './address.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) =>
	show(event, async (context, actor) => {
		const given = Object.fromEntries([...event.url.searchParams].filter(([, v]) => v !== ''));
		const { before, ...filter } = parse(DocumentQuery, given);
		const documents = await findDocuments(context, actor, {
			...filter,
			before: before ? new Date(before) : undefined
		});
		return { documents: documents.map((d) => ({ ...d, url: addressOf(theContext(), d.id) })) };
	});

export const POST: RequestHandler = (event) =>
	change(
		event,
		NewDocument,
		async (context, actor, input) => {
			const id = await createDocument(context, actor, input);
			const document = await openDocument(context, actor, id);
			return { ...document, url: addressOf(context, id) };
		},
		201
	);
