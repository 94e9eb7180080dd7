import type { Queryable } from '#db/connection.ts';
import { findStaleTexts, noteChange, saveText } from '#db/queries/texts.ts';
import { appendUpdate, loadText, lockText } from '#db/queries/updates.ts';
import type { Content } from '#domain/content/schema.ts';
import { plainText, wordCount } from '#domain/content/text.ts';
import { contentUpdate, readContent } from '#domain/content/yjs.ts';
import type { Context } from './context.ts';
import { storable } from './storable.ts';
import { buildDoc } from './stored-text.ts';

/**
 * Writes what a new part begins with, in the transaction that makes the part. Once and here only:
 * written a second time, or by a browser, the text would stand there twice.
 */
export async function writeFirstContent(
	tx: Queryable,
	partId: string,
	content: Content
): Promise<void> {
	const bytes = contentUpdate(content);
	const upto = await appendUpdate(tx, { part: partId, bytes, author: null });
	await saveText(tx, partId, { ...describe(content), upto });
}

/**
 * Makes what pages, search and export read the same as what is stored. Whoever saw the text change
 * tells who did it last and when.
 */
export async function refreshText(
	context: Pick<Context, 'db'>,
	partId: string,
	lastEdit?: { by: string; at: Date }
): Promise<void> {
	await context.db.transaction(async (tx) => {
		// Two at a time could leave the older reading.
		await lockText(tx, partId);
		const stored = await loadText(tx, partId);
		if (!stored.snapshot && stored.updates.length === 0) return;
		const doc = buildDoc(stored);
		const content = readContent(doc);
		doc.destroy();
		const upto = stored.updates.at(-1)?.id ?? 0n;
		await saveText(tx, partId, { ...describe(content), upto });
		if (lastEdit) await noteChange(tx, partId, lastEdit);
	});
}

/**
 * Refreshes what a process that was killed left behind; gives how many texts those were. One that can't
 * be read out is told to `failed` and does not keep the others waiting.
 */
export async function refreshStaleTexts(
	context: Pick<Context, 'db'>,
	failed: (error: unknown) => void
): Promise<number> {
	let refreshed = 0;
	for (const partId of await findStaleTexts(context.db)) {
		try {
			await refreshText(context, partId);
			refreshed++;
		} catch (error) {
			failed(error);
		}
	}
	return refreshed;
}

function describe(found: Content): { content: Content; plain: string; words: number } {
	const content = storable(found);
	return { content, plain: plainText(content), words: wordCount(content) };
}
