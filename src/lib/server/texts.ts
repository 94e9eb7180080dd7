import type { Queryable, Transaction } from '#db/connection.ts';
import { findReadOut, hasLayers } from '#db/queries/suggestions.ts';
import { findStaleTexts, noteChange, saveFirstTexts, saveText } from '#db/queries/texts.ts';
import { insertSnapshots, loadText, lockText, type StoredText } from '#db/queries/updates.ts';
import { EMPTY_CONTENT, type Content } from '#domain/content/schema.ts';
import { plainText, wordCount } from '#domain/content/text.ts';
import { contentUpdate } from '#domain/content/yjs.ts';
import { VERSION_EVERY_MS } from '#domain/versions.ts';
import type { Context } from './context.ts';
import { rebaseLayers } from './layers.ts';
import { readOut, type ReadOut } from './read-out.ts';
import { storable } from './storable.ts';
import { keepRead, type TextRead } from './versions.ts';

/**
 * Writes what a new part begins with, in the transaction that makes the part. Once and here only:
 * written a second time, or by a browser, the text would stand there twice.
 */
export async function writeFirstContent(
	tx: Queryable,
	partId: string,
	content: Content
): Promise<void> {
	await writeFirstContents(tx, [partId], content);
}

/** The same for parts that begin alike. */
export async function writeFirstContents(
	tx: Queryable,
	partIds: readonly string[],
	content: Content
): Promise<void> {
	if (partIds.length === 0) return;
	await insertSnapshots(tx, partIds, contentUpdate(content));
	await saveFirstTexts(tx, partIds, { ...describe(storable(content)), upto: 0n });
}

/** Who changed a text last, and when. */
export type LastEdit = { by: string; at: Date };

/** Reads a stored text out; the live door does so beside the thread that everybody waits for. */
export type ReadText = (stored: StoredText) => ReadOut | Promise<ReadOut>;

/**
 * Makes what pages, search and export read the same as what is stored. Whoever saw the text change
 * tells who did it last and when.
 */
export async function refreshText(
	{ db, bus }: Pick<Context, 'db'> & Partial<Pick<Context, 'bus'>>,
	partId: string,
	{ lastEdit, read = readOut }: { lastEdit?: LastEdit; read?: ReadText } = {}
): Promise<void> {
	const reading = await db.transaction(async (tx) => {
		const found = await refreshTextIn(tx, partId, read);
		if (found && lastEdit) await noteChange(tx, partId, lastEdit);
		return found;
	});
	if (reading?.movedSuggestions) bus?.ring({ kind: 'review', part: partId });
}

/** A text as it was read out, what of, and whether what people suggest in it reads otherwise by that. */
export type Reading = { stored: StoredText; content: Content; movedSuggestions: boolean };

/** The same in the caller's transaction; null when there is no text. */
export async function refreshTextIn(
	tx: Transaction,
	partId: string,
	read: ReadText = readOut
): Promise<Reading | null> {
	// Two at a time could leave the older reading.
	await lockText(tx, partId);
	const stored = await loadText(tx, partId);
	if (!stored.snapshot && stored.updates.length === 0) return null;
	return saveReading(tx, partId, { stored, read: await read(stored) });
}

/**
 * Saves what was read out of what is stored; what people suggest is about that, so it goes along in the same moment.
 * Not the layers that are about it already.
 */
export async function saveReading(
	tx: Transaction,
	partId: string,
	{ stored, read }: TextRead,
	isDone?: (layer: string) => boolean
): Promise<Reading> {
	const { content } = read;
	const before = (await hasLayers(tx, partId)) ? await findReadOut(tx, partId) : undefined;
	const upto = stored.updates.at(-1)?.id ?? 0n;
	const unkeptMs = await saveText(tx, partId, { ...describe(content), upto });
	// When people pause, a version is kept as well; while they go on, now and then.
	if (unkeptMs !== null && unkeptMs > VERSION_EVERY_MS) {
		await keepRead(tx, partId, { stored, read }, { reason: 'paused' });
	}
	const movedSuggestions =
		before !== undefined && (await rebaseLayers(tx, partId, { before, after: content, isDone }));
	return { stored, content, movedSuggestions };
}

/** The text as pages read it, read out anew when it changed since; nobody else reads it out until the caller is done. */
export async function currentTextIn(tx: Transaction, partId: string): Promise<Content> {
	await lockText(tx, partId);
	const [isStale] = await findStaleTexts(tx, partId);
	if (isStale !== undefined) await refreshTextIn(tx, partId);
	return (await findReadOut(tx, partId)) ?? EMPTY_CONTENT;
}

/**
 * What stands in a text at this moment. Reads only: who holds the row of a document must not wait for who reads a
 * text out, for they wait for that row.
 */
export async function storedContent(db: Queryable, partId: string): Promise<Content> {
	const stored = await loadText(db, partId);
	if (!stored.snapshot && stored.updates.length === 0) return EMPTY_CONTENT;
	return readOut(stored).content;
}

/** How many words are in a text at this moment. */
export async function countWords(db: Queryable, partId: string): Promise<number> {
	return wordCount(await storedContent(db, partId));
}

/**
 * Refreshes what a process that was killed left behind; gives how many texts those were. One that can't
 * be read out is told to `failed` and does not keep the others waiting.
 */
export async function refreshStaleTexts(
	context: Pick<Context, 'db'>,
	failed: (error: unknown) => void,
	read?: ReadText
): Promise<number> {
	let refreshed = 0;
	for (const partId of await findStaleTexts(context.db)) {
		try {
			await refreshText(context, partId, { read });
			refreshed++;
		} catch (error) {
			failed(error);
		}
	}
	return refreshed;
}

function describe(content: Content): { content: Content; plain: string; words: number } {
	return { content, plain: plainText(content), words: wordCount(content) };
}
