import type { Queryable } from '#db/connection.ts';
import { findDocumentRows, type DocumentRow } from '#db/queries/documents.ts';
import type { ToldRow } from '#db/queries/notifications.ts';
import { findPeopleNames } from '#db/queries/people.ts';
import { findRuns, type RunRow } from '#db/queries/runs.ts';
import { commentLine, type LineNames } from '#domain/comment-line.ts';
import type { Actor } from '#domain/facts.ts';
import { isShielded, isToldName, mayHear, type ToldName, type ToldPlace } from '#domain/telling.ts';
import { m } from '#lib/paraglide/messages.js';
import { peopleIn } from '#domain/threads.ts';
import type { Box } from '#domain/told.ts';
import { addressOf } from './told-address.ts';
import { pointersOf, type Pointers } from './told-circles.ts';
import { aboutOf, placesOf, type About } from './told-places.ts';
import { functionWord, toldSentence, type Language } from './told-words.ts';

/** Something that somebody was told, as it travels. */
export type ToldItem = {
	id: string;
	box: Box;
	/** What happened, in words. */
	words: string;
	/** Null: nobody, or nobody who is told of. */
	by: { id: string; name: string } | null;
	at: Date;
	read: boolean;
	/** The first of what was said. */
	quote: string | null;
	thread: string | null;
	/** Where it can be read, without our own address before it. */
	href: string;
	/** What it belongs to: a document, or an assignment that was given. */
	of: { key: string; title: string; kind: DocumentRow['kind']; document: string; href: string };
};

type Reading = {
	language: Language;
	now: Date;
	/** Mail is read by others too: of what is shielded only that something happened. */
	forMail?: true;
};

/** Of these rows what the actor may hear now, with the words of now, in the same order. */
export async function itemsOf(
	db: Queryable,
	actor: Actor,
	rows: readonly ToldRow[],
	{ language, now, forMail }: Reading
): Promise<ToldItem[]> {
	const heard = await heardBy(db, actor, rows, now);
	const documents = await findDocumentRows(db, each(heard.map(({ row }) => row.documentId)));
	const runs = await findRuns(db, each(heard.flatMap(({ about }) => about.runId ?? [])));
	const called = heard.flatMap(({ row }) => peopleIn(row.body ?? []));
	const actors = heard.flatMap(({ row }) => row.actorId ?? []);
	const names = await findPeopleNames(db, each([...called, ...actors]));
	const said: LineNames = {
		person: (id) => names.get(id) ?? '?',
		function: (as) => functionWord(as, language)
	};
	return heard.flatMap(({ row, name, to, about, place }) => {
		const of = belongsTo(
			documents.find(({ id }) => id === row.documentId),
			about.runId === null ? null : runs.find(({ id }) => id === about.runId)
		);
		if (!of) return [];
		const href = about.runId
			? of.href
			: addressOf(actor, { name, documentId: row.documentId, to }, place);
		const item = { id: row.id, box: row.box, at: row.at, read: row.readAt !== null };
		const { threadId: thread, details } = row;
		if (forMail && isShielded(place)) {
			const title = m.told_shielded({}, { locale: language });
			const words =
				row.box === 'mine'
					? toldSentence({ name, who: null, details }, language)
					: m.told_shielded_news({}, { locale: language });
			return [{ ...item, of: { ...of, title }, by: null, words, quote: null, thread, href }];
		}
		const by = row.actorId ? { id: row.actorId, name: said.person(row.actorId) } : null;
		const words = toldSentence({ name, who: by?.name ?? null, details }, language);
		const quote = row.body && row.body.length > 0 ? commentLine(row.body, said) : null;
		return [{ ...item, of, by, words, quote, thread, href }];
	});
}

/** A run goes by its own name: who takes part in it may not read the assignment that it was made of. */
function belongsTo(
	document: DocumentRow | undefined,
	run: Pick<RunRow, 'id' | 'title'> | null | undefined
): ToldItem['of'] | null {
	if (!document || run === undefined) return null;
	const { id, kind, title } = document;
	if (run)
		return { ...{ key: run.id, document: id, kind }, title: run.title, href: `/run/${run.id}` };
	return { ...{ key: id, document: id, kind }, title, href: `/document/${id}` };
}

type Heard = {
	row: ToldRow;
	name: ToldName;
	to: Pointers;
	about: About;
	place: ToldPlace;
};

/** Of these rows what the actor may hear now. */
export async function heardBy(
	db: Queryable,
	actor: Actor,
	rows: readonly ToldRow[],
	now: Date
): Promise<Heard[]> {
	const known = rows.map((row) => {
		const to = { ...pointersOf(row), ...pointedAt(row) };
		return { row, to, about: aboutOf(row.name, row.documentId, to) };
	});
	const abouts = known.map(({ about }) => about);
	const placeOf = await placesOf(db, abouts, now);
	return known.flatMap(({ row, to, about }) => {
		const place = placeOf(about);
		const { name } = row;
		// Of an older or a newer version of the product: not told, and not lost.
		if (!isToldName(name) || !mayHear(actor, name, place)) return [];
		return [{ row, name, to, about, place }];
	});
}

/** What the row itself points at: that is gone when it is. */
function pointedAt({ partId: part, threadId: thread, commentId: comment }: ToldRow) {
	return { part, thread, comment };
}

function each(ids: readonly string[]): string[] {
	return [...new Set(ids)];
}
