import type { Queryable } from '#db/connection.ts';
import { listPeopleAround } from '#db/queries/callable.ts';
import { listSpeakers } from '#db/queries/comments.ts';
import { sharesInGroups } from '#domain/access.ts';
import { Invalid, NotAllowed, NotFound } from '#domain/errors.ts';
import type { Actor } from '#domain/facts.ts';
import { FUNCTIONS, type WerkplaatsFunction } from '#domain/functions.ts';
import { can } from '#domain/policy.ts';
import { functionsIn, peopleIn, type CommentBody, type ThreadsOf } from '#domain/threads.ts';
import type { Context } from './context.ts';
import { actorsOf } from './credentials.ts';
import { tellPeople, type PersonTold } from './people-told.ts';
import { loadPlace, rightsIn, type ThreadPlace } from './thread-place.ts';

/** Somebody who can be called by name, or asked to do something. */
type Callable = Actor & { reads: boolean };

export type CalledPeople = {
	people: (PersonTold & { mayRead: boolean })[];
	/** Of which somebody may read the text. */
	functions: WerkplaatsFunction[];
};

/** So many names fit in a list that one chooses from. */
const SHOWN = 12;

/** Whom the actor can call in the threads of a text, by a piece of their name; who may read it first. */
export async function findCallable(
	context: Context,
	actor: Actor,
	of: ThreadsOf,
	piece: string
): Promise<CalledPeople> {
	const { db } = context;
	const now = context.now();
	const place = await loadPlace(db, of, now);
	const { reads, comments } = rightsIn(place, actor);
	if (!reads) throw new NotFound();
	if (!comments) throw new NotAllowed('comment_part');
	const everybody = await callableBy(db, actor, place, now);
	const wanted = piece.trim().toLocaleLowerCase('nl');
	const named = everybody.filter(({ name }) => name.toLocaleLowerCase('nl').includes(wanted));
	const shown = [...named.filter(({ reads: r }) => r), ...named.filter(({ reads: r }) => !r)];
	const first = shown.slice(0, SHOWN);
	const { werkplaats } = place.part.document;
	const ids = first.map(({ id }) => id);
	const told = await tellPeople(db, ids, { werkplaats, self: actor.id, now });
	return {
		people: first.flatMap(({ id, reads: mayRead }) => {
			const person = told.get(id);
			return person ? [{ ...person, mayRead }] : [];
		}),
		functions: FUNCTIONS.filter((f) => readersWith(everybody, f, werkplaats).length > 0)
	};
}

/**
 * Whom the actor can call: everybody in the werkplaats for who may see its members, and else only who they meet
 * here already. Who is nobody to them in the threads, they can't call either.
 */
async function callableBy(
	db: Queryable,
	actor: Actor,
	place: ThreadPlace,
	now: Date
): Promise<Callable[]> {
	const { of, part } = place;
	const { document } = part;
	const subject = { type: 'werkplaats', werkplaats: document.werkplaats } as const;
	const meetsAll = can(actor, 'view_members', subject);
	const group = part.work?.members.map(({ person }) => person) ?? [];
	const met = [actor.id, ...group, ...(await listSpeakers(db, of))];
	const people = await listPeopleAround(
		db,
		{
			werkplaats: meetsAll ? document.werkplaats : null,
			givenTo: meetsAll ? { document: document.id, part: part.id } : null,
			named: met
		},
		now
	);
	const { knows } = rightsIn(place, actor);
	const actors = await actorsOf({ db }, people, now);
	return actors.filter(knows).map((other) => ({ ...other, reads: rightsIn(place, other).reads }));
}

function readersWith(
	everybody: readonly Callable[],
	f: WerkplaatsFunction,
	werkplaats: string
): string[] {
	const has = ({ memberships }: Actor) =>
		memberships.some(
			(of) => of.werkplaats === werkplaats && of.function === f && sharesInGroups(of)
		);
	return everybody.filter((one) => one.reads && has(one)).map(({ id }) => id);
}

/** Refuses an action for who can't read what it is about. */
export async function checkAssignee(
	db: Queryable,
	actor: Actor,
	place: ThreadPlace,
	{ assignee, now }: { assignee: string; now: Date }
): Promise<void> {
	const everybody = await callableBy(db, actor, place, now);
	if (everybody.some(({ id, reads }) => id === assignee && reads)) return;
	throw new Invalid({ assignee: 'cannot_read' });
}

/**
 * Who is called by what the actor says, and was not by what they said `before`: of those only who may read it, and
 * never the actor. Refuses names that they can't call.
 */
export async function calledIn(
	db: Queryable,
	actor: Actor,
	place: ThreadPlace,
	{ body, before = [], now }: { body: CommentBody; before?: CommentBody; now: Date }
): Promise<string[]> {
	const [people, functions] = [peopleIn(body), functionsIn(body)];
	if (people.length === 0 && functions.length === 0) return [];
	const everybody = await callableBy(db, actor, place, now);
	const { werkplaats } = place.part.document;
	const known = new Map(everybody.map((one) => [one.id, one]));
	const wasCalled = new Set([...peopleIn(before), ...functionsIn(before)]);
	const isUnknown = (id: string) => !known.has(id) && !wasCalled.has(id);
	if (people.some(isUnknown)) throw new Invalid({ body: 'person_unknown' });
	const called = new Set(people.filter((id) => known.get(id)?.reads && !wasCalled.has(id)));
	for (const f of functions.filter((each) => !wasCalled.has(each))) {
		const readers = readersWith(everybody, f, werkplaats);
		for (const id of readers) called.add(id);
	}
	called.delete(actor.id);
	return [...called];
}
