import type { Transaction } from '#db/connection.ts';
import { findOneDocumentFacts, findPartFacts } from '#db/queries/facts.ts';
import {
	findLatestIds,
	findLatestVersion,
	findSeen,
	findVersions,
	saveSeen,
	type VersionRow
} from '#db/queries/versions.ts';
import { isRefusal } from '#db/queries/updates.ts';
import { newsIn, newWords, wordsOf, type Passage } from '#domain/content/news.ts';
import type { Actor, PartFacts } from '#domain/facts.ts';
import { can } from '#domain/policy.ts';
import { VERSION_EVERY_MS } from '#domain/versions.ts';
import { NotFound } from '#domain/errors.ts';
import { knownAfter } from '#domain/visits.ts';
import { authoredText } from './authored-text.ts';
import type { Context } from './context.ts';
import { readablePart } from './passages.ts';
import { tellPeople, type PersonTold } from './people-told.ts';
import { keepVersion } from './versions.ts';

/** What is new in a text for who comes back to it. Without passages: nothing is. */
export type NewsTold = {
	/** Since when. */
	since: Date;
	words: number;
	people: (PersonTold & { words: number })[];
	passages: Passage[];
};

/** Notes that somebody has a text before them, and tells what others added since their visit before this one. */
export async function visitPart(context: Context, actor: Actor, partId: string): Promise<NewsTold> {
	const now = context.now();
	const part = await readablePart(context.db, actor, partId, now);
	const noted = context.db.transaction(async (tx) => {
		const latest = await versionToRead(tx, partId, now);
		const row = (await findSeen(tx, actor.id, [partId])).get(partId);
		const was = row && { version: row.versionId, latest: row.latestId, at: row.at };
		const { version, latest: latestId, at } = knownAfter(was, latest, now);
		await saveSeen(tx, { personId: actor.id, partId, versionId: version, latestId, at });
		return version;
	});
	const known = await noted.catch(gone);
	const before = (await findVersions(context.db, [known])).get(known);
	if (!before) return { since: now, words: 0, people: [], passages: [] };
	const passages = newsIn(before.content, await authoredText(context.db, partId), actor.id);
	return told(context, actor, part, before, passages);
}

/** Nothing in a text is new any more. */
export async function markSeen(context: Context, actor: Actor, partId: string): Promise<void> {
	const now = context.now();
	await readablePart(context.db, actor, partId, now);
	const noted = context.db.transaction(async (tx) => {
		const latest = await keepVersion(tx, partId, { reason: 'paused' });
		const row = { personId: actor.id, partId, versionId: latest, latestId: latest, at: now };
		await saveSeen(tx, row);
	});
	await noted.catch(gone);
}

/** Somebody took the text away while it was noted that it was read. */
function gone(error: unknown): never {
	throw isRefusal(error) ? new NotFound() : error;
}

/** As somebody has it before them; while others write in it, as it was a moment ago. */
async function versionToRead(tx: Transaction, partId: string, now: Date): Promise<string> {
	const last = await findLatestVersion(tx, partId);
	const isFresh = last && now.getTime() - last.createdAt.getTime() < VERSION_EVERY_MS;
	return isFresh ? last.id : keepVersion(tx, partId, { reason: 'paused' });
}

/** What is new in a document for somebody who read it before, in a line. */
export type NewInDocument = {
	document: string;
	/** The text in which it is; where it is in several, the one with most of it. */
	part: string;
	/** When the last of it was written. */
	at: Date;
	words: number;
	people: PersonTold[];
	/** The first new words. */
	quote: string;
};

/** So many letters of what is new are shown. */
const QUOTE_MAX = 140;

/**
 * What others added to these documents since the actor last had them open, by document: only texts that they may read
 * and have read before. A minute behind what people type.
 */
export async function newSince(
	context: Context,
	actor: Actor,
	documentIds: readonly string[]
): Promise<Map<string, NewInDocument>> {
	const found = new Map<string, NewInDocument>();
	for (const id of new Set(documentIds)) {
		const facts = await findOneDocumentFacts(context.db, id, context.now());
		if (!facts) continue;
		const parts = await findPartFacts(context.db, [facts], context.now());
		const read = parts.filter((part) => can(actor, 'read', { type: 'part', part }));
		const news = await Promise.all((await changedParts(context, actor, read)).map(newInPart));
		const most = news.filter((one) => one.words > 0).sort((a, b) => b.words - a.words)[0];
		if (most) found.set(id, most);
	}
	return found;

	async function newInPart({ part, before, after }: ChangedPart): Promise<NewInDocument> {
		const passages = newsIn(before.content, after, actor.id);
		const { people, words } = await told(context, actor, part, before, passages);
		const quote = passages.map(wordsOf).join(' … ').replace(/\s+/g, ' ').trim();
		return {
			...{ document: part.document.id, part: part.id, at: after.createdAt, words, people },
			quote: quote.length > QUOTE_MAX ? `${quote.slice(0, QUOTE_MAX).trimEnd()}…` : quote
		};
	}
}

type ChangedPart = { part: PartFacts; before: VersionRow; after: VersionRow };

/** Of these parts those of which there is a later version than the actor knows. */
async function changedParts(
	{ db }: Context,
	actor: Actor,
	parts: readonly PartFacts[]
): Promise<ChangedPart[]> {
	const ids = parts.map(({ id }) => id);
	const [known, latest] = [await findSeen(db, actor.id, ids), await findLatestIds(db, ids)];
	const pairs = parts.flatMap((part) => {
		const [before, after] = [known.get(part.id)?.latestId, latest.get(part.id)];
		return before && after && before !== after ? [{ part, before, after }] : [];
	});
	const rows = await findVersions(
		db,
		pairs.flatMap(({ before, after }) => [before, after])
	);
	return pairs.flatMap((pair) => {
		const [before, after] = [rows.get(pair.before), rows.get(pair.after)];
		return before && after ? [{ part: pair.part, before, after }] : [];
	});
}

async function told(
	context: Context,
	actor: Actor,
	{ document }: PartFacts,
	before: VersionRow,
	passages: Passage[]
): Promise<NewsTold> {
	const telling = { werkplaats: document.werkplaats, self: actor.id, now: context.now() };
	const ids = passages.map(({ person }) => person);
	const people = [...(await tellPeople(context.db, ids, telling)).values()].map((person) => ({
		...person,
		words: newWords(passages.filter((passage) => passage.person === person.id))
	}));
	people.sort((a, b) => b.words - a.words);
	return { since: before.createdAt, words: newWords(passages), people, passages };
}
