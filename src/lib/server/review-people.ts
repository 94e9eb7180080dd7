import type { Queryable } from '#db/connection.ts';
import { listGrants } from '#db/queries/grants.ts';
import { membersOf, membershipFactsOf } from '#db/queries/memberships.ts';
import { findPeople, isAccount } from '#db/queries/people.ts';
import { Invalid } from '#domain/errors.ts';
import type { Actor, PartFacts } from '#domain/facts.ts';
import type { WerkplaatsFunction } from '#domain/functions.ts';
import { can } from '#domain/policy.ts';
import { ASKED_MAX } from '#domain/review-rounds.ts';
import { tellPeople, type PersonTold } from './people-told.ts';

/** Somebody who can be asked about a part, or can't as long as they may not read it. */
export type Askable = PersonTold & {
	/** All functions that they hold in the document's werkplaats. */
	functions: WerkplaatsFunction[];
	mayRead: boolean;
};

/** Whom to ask: people by their ids, and everybody with these functions. */
export type Asking = { people: readonly string[]; functions: readonly WerkplaatsFunction[] };

/**
 * Whom the actor can ask: who takes part in the document's werkplaats or was given something of the document; nobody
 * for who may not see the members.
 */
export async function askablePeople(
	db: Queryable,
	actor: Actor,
	part: PartFacts,
	now: Date
): Promise<Askable[]> {
	const { werkplaats, id } = part.document;
	if (!can(actor, 'view_members', { type: 'werkplaats', werkplaats })) return [];
	const members = await membersOf(db, werkplaats, now);
	const given = await listGrants(db, id);
	const wanted = new Set([
		...members.map(({ person }) => person.id),
		...given.flatMap(({ personId }) => personId ?? [])
	]);
	wanted.delete(actor.id);
	const rows = await findPeople(db, [...wanted]);
	const people = rows.filter((row) => isAccount(row) && !row.disabledAt);
	const ids = people.map((person) => person.id);
	const memberships = await membershipFactsOf(db, ids, now);
	const told = await tellPeople(db, ids, { werkplaats, self: actor.id, now });
	return people
		.flatMap(({ id: personId, name, administrator }): Askable[] => {
			const person = told.get(personId);
			if (!person) return [];
			const own = memberships.get(personId) ?? [];
			const as = { id: personId, name, administrator, memberships: own };
			const here = own.filter((membership) => membership.werkplaats === werkplaats);
			const functions = here.map((membership) => membership.function);
			return [{ ...person, functions, mayRead: can(as, 'read', { type: 'part', part }) }];
		})
		.sort((one, other) => one.name.localeCompare(other.name, 'nl'));
}

/** Who is asked, each once; who was named goes before the function that they hold. Refuses who may not read it. */
export function resolveAsked(
	askable: readonly Askable[],
	{ people, functions }: Asking
): { personId: string; function: WerkplaatsFunction | null }[] {
	const byId = new Map(askable.map((person) => [person.id, person]));
	const asked = new Map<string, WerkplaatsFunction | null>();
	for (const id of people) {
		const person = byId.get(id);
		if (!person) throw new Invalid({ people: 'person_unknown' });
		if (!person.mayRead) throw new Invalid({ people: 'asked_may_not_read' });
		asked.set(id, null);
	}
	for (const wanted of new Set(functions)) {
		const readers = askable.filter((one) => one.mayRead && one.functions.includes(wanted));
		if (readers.length === 0) throw new Invalid({ functions: 'function_may_not_read' });
		for (const { id } of readers) if (!asked.has(id)) asked.set(id, wanted);
	}
	if (asked.size === 0) throw new Invalid({ people: 'nobody_asked' });
	if (asked.size > ASKED_MAX) throw new Invalid({ people: 'asked_too_many' });
	return [...asked].map(([personId, as]) => ({ personId, function: as }));
}
