import {
	deleteSource,
	insertSource,
	measureSources,
	updateSource,
	type SourceFields
} from '#db/queries/sources.ts';
import { Conflict, Invalid, NotFound } from '#domain/errors.ts';
import type { Actor } from '#domain/facts.ts';
import { oneLine } from '#domain/line.ts';
import { SOURCE_MAX, sourceAddress, type SourceKind } from '#domain/sources.ts';
import type { Context } from './context.ts';
import { recordEvent } from './events.ts';
import { changeAround } from './change-around.ts';

/** More than a dissertation has; a list without an end could fill the disk. */
const SOURCES_MAX = 500;

/** A source as somebody writes it; without an address `address` is empty. */
export type SourceInput = { kind: SourceKind; text: string; address?: string };

/** Adds a source at the end of the list of its study. Answers its id. */
export async function addSource(
	context: Context,
	actor: Actor,
	id: string,
	input: SourceInput
): Promise<string> {
	return changeAround(context, actor, id, 'keep_sources', async (tx, { werkplaats }) => {
		const fields = check(input);
		const { count, next } = await measureSources(tx, id);
		if (count >= SOURCES_MAX) throw new Conflict('sources_full');
		const source = await insertSource(tx, {
			...fields,
			documentId: id,
			position: next,
			addedBy: actor.id,
			addedAt: context.now()
		});
		await recordEvent(tx, { ...about('source.added', actor, werkplaats, id), details: { source } });
		return source;
	});
}

export async function changeSource(
	context: Context,
	actor: Actor,
	id: string,
	{ source, ...input }: SourceInput & { source: string }
): Promise<void> {
	await changeAround(context, actor, id, 'keep_sources', async (tx, { werkplaats }) => {
		if (!(await updateSource(tx, id, source, check(input)))) throw new NotFound();
		const event = about('source.changed', actor, werkplaats, id);
		await recordEvent(tx, { ...event, details: { source } });
	});
}

export async function removeSource(
	context: Context,
	actor: Actor,
	id: string,
	source: string
): Promise<void> {
	await changeAround(context, actor, id, 'keep_sources', async (tx, { werkplaats }) => {
		if (!(await deleteSource(tx, id, source))) throw new NotFound();
		const event = about('source.removed', actor, werkplaats, id);
		await recordEvent(tx, { ...event, details: { source } });
	});
}

function about(name: string, actor: Actor, werkplaats: string, documentId: string) {
	return { name, actorId: actor.id, werkplaatsId: werkplaats, documentId };
}

function check({ kind, text, address = '' }: SourceInput): SourceFields {
	const line = oneLine(text);
	if (line === '') throw new Invalid({ text: 'required' });
	if (line.length > SOURCE_MAX) throw new Invalid({ text: 'too_long' });
	if (address.trim() === '') return { kind, text: line, address: null };
	const kept = sourceAddress(address);
	if (kept === null) throw new Invalid({ address: 'address_invalid' });
	return { kind, text: line, address: kept };
}
