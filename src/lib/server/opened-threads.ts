import type { Queryable } from '#db/connection.ts';
import { listComments, listReactions } from '#db/queries/comments.ts';
import { findPeople } from '#db/queries/people.ts';
import { listThreads, type ThreadRow } from '#db/queries/threads.ts';
import { anchorOf, type Anchor } from '#domain/anchors/anchor.ts';
import type { TextIndex } from '#domain/anchors/text-index.ts';
import { NotFound } from '#domain/errors.ts';
import type { Actor } from '#domain/facts.ts';
import type { ThreadsOf } from '#domain/threads.ts';
import type { Context } from './context.ts';
import { actorsOf } from './credentials.ts';
import { farePassage } from './passages.ts';
import { tellPeople, type PersonTold } from './people-told.ts';
import {
	loadPlace,
	rightsIn,
	wordsOf,
	type ThreadPlace,
	type ThreadRights
} from './thread-place.ts';
import {
	peopleOfComment,
	peopleOfThread,
	tellComment,
	tellThread,
	type ThreadTold,
	type Told,
	type WordsTold
} from './thread-told.ts';

export type OpenedThreads = {
	/** In the order of the text; those about words that are gone, and about the whole, come last. */
	threads: ThreadTold[];
	may: { comment: boolean };
};

/** What is said beside a text, for who may read it. */
export async function openThreads(
	context: Context,
	actor: Actor,
	of: ThreadsOf
): Promise<OpenedThreads> {
	const { db } = context;
	const now = context.now();
	const place = await loadPlace(db, of, now);
	const rights = rightsIn(place, actor);
	if (!rights.reads) throw new NotFound();
	const rows = await listThreads(db, of);
	const comments = await listComments(db, of);
	const ids = [...rows.flatMap(peopleOfThread), ...comments.flatMap(peopleOfComment)];
	const people = await knownPeople(db, actor, { place, rights, now }, ids);
	const told: Told = { actor, rights, people };
	const reactionsTo = Map.groupBy(await listReactions(db, of), ({ commentId }) => commentId);
	const saidIn = Map.groupBy(comments, ({ threadId }) => threadId);
	const threads = (await fareInText(db, place, rows, rights)).map(({ row, words }) => {
		const said = saidIn.get(row.id) ?? [];
		const tell = (each: (typeof said)[number]) =>
			tellComment(each, reactionsTo.get(each.id) ?? [], told);
		return tellThread(row, words, said.map(tell), told);
	});
	return { threads, may: { comment: rights.comments } };
}

/** These people as the actor sees them; whom they are not to know is left out. */
async function knownPeople(
	db: Queryable,
	actor: Actor,
	{ place, rights, now }: { place: ThreadPlace; rights: ThreadRights; now: Date },
	ids: readonly string[]
): Promise<Map<string, PersonTold>> {
	const { werkplaats } = place.part.document;
	const told = await tellPeople(db, ids, { werkplaats, self: actor.id, now });
	// Only where work was handed in somebody may be unknown.
	if (!place.handIn) return told;
	const others = await actorsOf({ db }, await findPeople(db, [...told.keys()]), now);
	const known = new Set(others.filter(rights.knows).map(({ id }) => id));
	return new Map([...told].filter(([id]) => known.has(id)));
}

type Fared = { row: ThreadRow; words: WordsTold; at: number };

const WHOLE: WordsTold = { standing: 'whole', quote: null, now: null, passage: null };

/** How the words of each are now, in the order of the text, which is read once for all of them. */
async function fareInText(
	db: Queryable,
	place: ThreadPlace,
	rows: readonly ThreadRow[],
	{ hears }: ThreadRights
): Promise<Fared[]> {
	const fared: Fared[] = [];
	const text = rows.some(({ passage }) => passage) ? await wordsOf(db, place) : null;
	for (const row of rows) {
		const { passage } = row;
		if (!passage || !text) fared.push({ row, words: WHOLE, at: Infinity });
		else fared.push({ row, ...(await fare(db, { id: row.id, passage }, text, hears)) });
	}
	return fared.sort((one, other) => (one.at === other.at ? 0 : one.at - other.at));
}

async function fare(
	db: Queryable,
	{ id, passage }: { id: string; passage: Anchor },
	text: TextIndex,
	hears: boolean
): Promise<Omit<Fared, 'row'>> {
	const found = await farePassage(db, { holder: 'thread', id, passage }, text);
	const quote = found.is === 'same' || hears ? passage.quote : null;
	if (found.is === 'lost') {
		return { words: { standing: 'detached', quote, now: null, passage: null }, at: Infinity };
	}
	const anchor = found.is === 'same' ? found.anchor : anchorOf(text, found.range);
	const now = found.is === 'same' ? null : found.text;
	const standing = anchor && { quote: anchor.quote, alone: anchor.alone, runs: anchor.runs };
	return { words: { standing: found.is, quote, now, passage: standing }, at: found.range.from };
}
