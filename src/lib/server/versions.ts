import type { Queryable, Transaction } from '#db/connection.ts';
import { findUnkeptTexts, noteKept } from '#db/queries/texts.ts';
import { loadText, lockText, type StoredText } from '#db/queries/updates.ts';
import {
	findLatestVersion,
	findVersions,
	findWritersSince,
	insertVersion,
	markVersion,
	type VersionRow
} from '#db/queries/versions.ts';
import { contentSchema, type Content } from '#domain/content/schema.ts';
import { wordCount } from '#domain/content/text.ts';
import type { AuthorRun, VersionReason } from '#domain/versions.ts';
import { authorsIn } from './authored-text.ts';
import type { Context } from './context.ts';
import { readOut, type ReadOut } from './read-out.ts';

/** Why a version is kept. */
export type Keeping = {
	reason: VersionReason;
	name?: string;
	/** Who asked for it. */
	by?: string;
	/** The older version that was put back. */
	restoredFrom?: string;
	/** When it was, where that is not now: what is told of the past. */
	at?: Date;
};

/**
 * Keeps what is durable of a text at this moment as a version, and answers its id. What is the same as the latest
 * version is that one; with a name or a reason, it gets that.
 */
export async function keepVersion(
	tx: Transaction,
	partId: string,
	keeping: Keeping
): Promise<string> {
	await lockText(tx, partId);
	const stored = await loadText(tx, partId);
	return keepRead(tx, partId, { stored, read: readOut(stored) }, keeping);
}

/** A text as it was loaded and read out, by who holds its lock. */
export type ReadText = { stored: StoredText; read: ReadOut };

/** The same for who read the text out already. */
export async function keepRead(
	tx: Transaction,
	partId: string,
	{ stored, read }: ReadText,
	{ reason, name, by, restoredFrom, at }: Keeping
): Promise<string> {
	const { content } = read;
	const last = await findLatestVersion(tx, partId);
	await noteKept(tx, partId);
	if (last && sameText(last.content, content)) {
		const isMarked = last.reason !== 'paused';
		if (reason === 'paused' || (isMarked && !name)) return last.id;
		if (!isMarked) {
			await markVersion(tx, last.id, { reason, name, madeBy: by ?? null });
			return last.id;
		}
	}
	const upto = stored.updates.at(-1)?.id ?? last?.upto ?? 0n;
	const old = restoredFrom ? (await findVersions(tx, [restoredFrom])).get(restoredFrom) : undefined;
	const authors = await authorsIn(tx, partId, read, [old, last]);
	return insertVersion(tx, {
		...{ partId, reason, name, content, authors, upto, restoredFrom, madeBy: by },
		words: wordCount(content),
		writers: await writersSince(tx, partId, last, authors),
		createdAt: at
	});
}

/** Keeps a text that never stood there, beside the latest version: words that had no place in that. */
export async function insertBefore(tx: Transaction, partId: string, read: ReadOut): Promise<void> {
	const last = await findLatestVersion(tx, partId);
	if (!last || sameText(last.content, read.content)) return;
	const authors = await authorsIn(tx, partId, read, []);
	await insertVersion(tx, {
		...{ partId, reason: 'restored', content: read.content, authors, upto: last.upto },
		words: wordCount(read.content),
		writers: [],
		createdAt: new Date(last.createdAt.getTime() - 1)
	});
}

/** The same text, whatever the order in which its keys are stored. */
export function sameText(one: Content, other: Content): boolean {
	return contentSchema.nodeFromJSON(one).eq(contentSchema.nodeFromJSON(other));
}

/** Who wrote since the version before; at first everybody of whom there is a word. */
async function writersSince(
	db: Queryable,
	partId: string,
	last: VersionRow | undefined,
	authors: readonly AuthorRun[]
): Promise<string[]> {
	const logged = await findWritersSince(db, partId, last?.upto ?? -1n);
	const had = lengths(last?.authors ?? []);
	// The log is emptied now and then: who has more in the text than before wrote too.
	const more = [...lengths(authors)].filter(([person, length]) => length > (had.get(person) ?? 0));
	return [...new Set([...logged, ...more.map(([person]) => person)])];
}

function lengths(runs: readonly AuthorRun[]): Map<string, number> {
	const found = new Map<string, number>();
	for (const { person, length } of runs) {
		if (person) found.set(person, (found.get(person) ?? 0) + length);
	}
	return found;
}

/** So long after the last word somebody paused. */
const PAUSE_MS = 60_000;
/** So many at once; the others the next time. */
const AT_ONCE = 50;

/**
 * Keeps a version of every text in which people paused. On any node, and on several at once. A text that can't be
 * read out is told to `failed`, and does not keep the others waiting.
 */
export async function keepPaused(
	context: Context,
	failed: (error: unknown) => void
): Promise<number> {
	const quietSince = new Date(context.now().getTime() - PAUSE_MS);
	const parts = await findUnkeptTexts(context.db, quietSince, AT_ONCE);
	for (const part of parts) {
		const keep = () => context.db.transaction((tx) => keepVersion(tx, part, { reason: 'paused' }));
		await keep().catch(failed);
	}
	return parts.length;
}
