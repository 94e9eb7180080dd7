import type { Queryable } from '#db/connection.ts';
import {
	findVersions,
	listVersions,
	type ListedVersion,
	type VersionRow
} from '#db/queries/versions.ts';
import { compared, type ComparedText, type Side } from '#domain/content/compared/compared.ts';
import { EMPTY_CONTENT } from '#domain/content/schema.ts';
import { lastDay } from '#domain/days.ts';
import { Invalid, NotFound } from '#domain/errors.ts';
import type { Actor, PartFacts } from '#domain/facts.ts';
import { oneLine } from '#domain/line.ts';
import type { PartKind, Perspective } from '#domain/kinds.ts';
import { authorize, can } from '#domain/policy.ts';
import { VERSION_NAME_MAX, type VersionReason } from '#domain/versions.ts';
import { authoredText } from './authored-text.ts';
import type { Context } from './context.ts';
import { recordEvent } from './events.ts';
import { readablePart } from './passages.ts';
import { tellPeople, type PersonTold } from './people-told.ts';
import { keepVersion, sameText } from './versions.ts';

/** A version as a list shows it. */
export type VersionTold = {
	id: string;
	reason: VersionReason;
	name: string | null;
	createdAt: Date;
	words: number;
	/** How many more than in the version before; below nought fewer. */
	more: number;
	/** Who wrote since the version before. */
	writers: PersonTold[];
	madeBy: PersonTold | null;
	/** When that was kept which was put back and so became this one. */
	restored: { id: string; createdAt: Date } | null;
};

export type HistoryTold = {
	part: { id: string; document: string; kind: PartKind; perspective: Perspective | null };
	/** The latest first, by the day on which they were kept: 2026-12-31. */
	days: { day: string; versions: VersionTold[] }[];
	may: { restore: boolean };
};

/** The versions of a text, for who may see what was written and taken out. */
export async function listHistory(
	context: Context,
	actor: Actor,
	partId: string
): Promise<HistoryTold> {
	const part = await historicPart(context.db, context, actor, partId);
	const rows = await listVersions(context.db, partId);
	const days = new Map<string, VersionTold[]>();
	for (const version of await tellVersions(context, actor, part, rows)) {
		const day = lastDay(new Date(version.createdAt.getTime() + 1));
		days.set(day, [...(days.get(day) ?? []), version]);
	}
	return {
		part: {
			...{ id: part.id, document: part.document.id },
			...{ kind: part.kind, perspective: part.perspective }
		},
		days: [...days].map(([day, versions]) => ({ day, versions })),
		may: { restore: can(actor, 'write', { type: 'part', part }) }
	};
}

/** The id of a version, or this: the text as it stands at this moment. */
export const NOW = 'now';

export type Comparison = ComparedText & {
	/** Null: the beginning, when there was nothing. */
	before: VersionTold | null;
	/** Null: the text as it stands now. */
	after: VersionTold | null;
	/** Everybody whose words are in it. */
	people: PersonTold[];
	/** Whether the two read the same. */
	isSame: boolean;
	/** The later of the two, by itself. */
	text: Side;
};

/**
 * What changed between two versions of a text, whichever was first; between one and the version before it when no
 * other is given.
 */
export async function compareVersions(
	context: Context,
	actor: Actor,
	partId: string,
	{ version, other }: { version: string; other?: string | null }
): Promise<Comparison> {
	const part = await historicPart(context.db, context, actor, partId);
	const rows = await listVersions(context.db, partId);
	const place = placeOf(rows, version);
	const otherPlace = other ? placeOf(rows, other) : place + 1;
	const [last, first] = [Math.min(place, otherPlace), Math.max(place, otherPlace)];
	const ids = [rows[first]?.id, rows[last]?.id].filter((id) => id !== undefined);
	const found = await findVersions(context.db, ids);
	const before = found.get(rows[first]?.id ?? '') ?? NOTHING;
	const after = found.get(rows[last]?.id ?? '') ?? (await authoredText(context.db, partId));
	const both = compared(before, after);
	const told = await tellVersions(context, actor, part, rows);
	const people = await tellPeople(
		context.db,
		[...before.authors, ...after.authors].flatMap(({ person }) => person ?? []),
		telling(context, actor, part)
	);
	return {
		...both,
		before: told[first] ?? null,
		after: told[last] ?? null,
		people: [...people.values()],
		isSame: sameText(before.content, after.content),
		text: { content: after.content, authors: after.authors }
	};
}

const NOTHING: Side = { content: EMPTY_CONTENT, authors: [] };

/** Where a version stands in the list; the text of now stands before the latest, at -1. */
function placeOf(rows: readonly ListedVersion[], meant: string): number {
	if (meant === NOW) return -1;
	const place = rows.findIndex(({ id }) => id === meant);
	if (place < 0) throw new NotFound();
	return place;
}

/** Keeps the text as it stands now under a name. */
export async function nameVersion(
	context: Context,
	actor: Actor,
	partId: string,
	name: string
): Promise<string> {
	const line = oneLine(name);
	if (!line) throw new Invalid({ name: 'required' });
	if (line.length > VERSION_NAME_MAX) throw new Invalid({ name: 'too_long' });
	return context.db.transaction(async (tx) => {
		const part = await historicPart(tx, context, actor, partId);
		const by = actor.id;
		const version = await keepVersion(tx, partId, { reason: 'named', name: line, by });
		await recordVersionEvent(tx, 'version.named', actor, part, version);
		return version;
	});
}

export async function recordVersionEvent(
	db: Queryable,
	name: 'version.named' | 'version.restored',
	actor: Actor,
	{ id, document }: PartFacts,
	version: string
): Promise<void> {
	await recordEvent(db, {
		...{ name, actorId: actor.id, werkplaatsId: document.werkplaats, documentId: document.id },
		details: { part: id, version }
	});
}

/** A part of which the actor may see the history; what one may not read is not there. */
export async function historicPart(
	db: Queryable,
	{ now }: Pick<Context, 'now'>,
	actor: Actor,
	partId: string
): Promise<PartFacts> {
	const part = await readablePart(db, actor, partId, now());
	authorize(actor, 'see_history', { type: 'part', part });
	return part;
}

/** Whether the actor may see the history of a part that they may read. */
export async function maySeeHistory(
	context: Context,
	actor: Actor,
	partId: string
): Promise<boolean> {
	const part = await readablePart(context.db, actor, partId, context.now());
	return can(actor, 'see_history', { type: 'part', part });
}

/** One version of a part, with its text. */
export async function versionOf(
	db: Queryable,
	partId: string,
	versionId: string
): Promise<VersionRow> {
	const row = (await findVersions(db, [versionId])).get(versionId);
	if (row?.partId !== partId) throw new NotFound();
	return row;
}

async function tellVersions(
	context: Context,
	actor: Actor,
	part: PartFacts,
	rows: readonly ListedVersion[]
): Promise<VersionTold[]> {
	const ids = rows.flatMap(({ writers, madeBy }) => [...writers, ...(madeBy ? [madeBy] : [])]);
	const people = await tellPeople(context.db, ids, telling(context, actor, part));
	const byId = new Map(rows.map((row) => [row.id, row]));
	return rows.map((row, place) => {
		const { id, reason, name, createdAt, words, writers, madeBy, restoredFrom } = row;
		const from = restoredFrom ? byId.get(restoredFrom) : undefined;
		return {
			...{ id, reason, name, createdAt, words },
			more: words - (rows[place + 1]?.words ?? 0),
			writers: writers.flatMap((writer) => people.get(writer) ?? []),
			madeBy: people.get(madeBy ?? '') ?? null,
			restored: from ? { id: from.id, createdAt: from.createdAt } : null
		};
	});
}

function telling({ now }: Context, actor: Actor, { document }: PartFacts) {
	return { werkplaats: document.werkplaats, self: actor.id, now: now() };
}
