import { and, asc, eq, gt, inArray, isNull, lte, or } from 'drizzle-orm';
import type { Queryable } from '#db/connection.ts';
import { organisation, werkplaats } from '#db/schema/network.ts';
import { membership, person } from '#db/schema/people.ts';
import type { Membership } from '#domain/facts.ts';

export type MembershipRow = typeof membership.$inferSelect;

/** Begun and not ended at `now`: the only memberships that give rights. */
export function holdsAt(now: Date) {
	return and(lte(membership.from, now), notEndedAt(now));
}

function notEndedAt(now: Date) {
	return or(isNull(membership.until), gt(membership.until, now));
}

/** The memberships that hold at `now`, as the policy sees them. */
export async function membershipFacts(
	db: Queryable,
	personId: string,
	now: Date
): Promise<Membership[]> {
	return (await membershipFactsOf(db, [personId], now)).get(personId) ?? [];
}

/** The same of these people; who has none is left out. */
export async function membershipFactsOf(
	db: Queryable,
	people: readonly string[],
	now: Date
): Promise<Map<string, Membership[]>> {
	if (people.length === 0) return new Map();
	const rows = await db
		.select({
			person: membership.personId,
			facts: {
				werkplaats: membership.werkplaatsId,
				function: membership.function,
				organisation: membership.organisationId
			}
		})
		.from(membership)
		.where(and(inArray(membership.personId, [...people]), holdsAt(now)))
		.orderBy(membership.from, membership.id);
	const facts = new Map<string, Membership[]>();
	for (const row of rows) {
		const of = facts.get(row.person);
		if (of) of.push(row.facts);
		else facts.set(row.person, [row.facts]);
	}
	return facts;
}

/** The memberships of a person that hold at `now`, with the names that people read. */
export async function membershipsOf(db: Queryable, personId: string, now: Date) {
	return db
		.select({
			id: membership.id,
			werkplaats: { id: werkplaats.id, slug: werkplaats.slug, name: werkplaats.name },
			function: membership.function,
			organisation: { id: organisation.id, name: organisation.name },
			until: membership.until
		})
		.from(membership)
		.leftJoin(werkplaats, eq(werkplaats.id, membership.werkplaatsId))
		.leftJoin(organisation, eq(organisation.id, membership.organisationId))
		.where(and(eq(membership.personId, personId), holdsAt(now)))
		.orderBy(membership.from, membership.id);
}

/** Who is, or is about to be, a member: by name, a person once for each function. */
export async function membersOf(db: Queryable, werkplaatsId: string, now: Date) {
	return db
		.select({
			id: membership.id,
			person: { id: person.id, name: person.name },
			email: person.email,
			disabledAt: person.disabledAt,
			function: membership.function,
			organisation: { id: organisation.id, name: organisation.name },
			from: membership.from,
			until: membership.until
		})
		.from(membership)
		.innerJoin(person, eq(person.id, membership.personId))
		.leftJoin(organisation, eq(organisation.id, membership.organisationId))
		.where(and(eq(membership.werkplaatsId, werkplaatsId), notEndedAt(now)))
		.orderBy(asc(person.name), asc(membership.from));
}

/** The functions that people who can sign in hold at `now`. */
export async function seatsOf(db: Queryable, werkplaatsId: string, now: Date) {
	return db
		.select({ function: membership.function })
		.from(membership)
		.innerJoin(person, eq(person.id, membership.personId))
		.where(and(eq(membership.werkplaatsId, werkplaatsId), holdsAt(now), isNull(person.disabledAt)));
}

export async function findMembership(
	db: Queryable,
	id: string
): Promise<MembershipRow | undefined> {
	const [row] = await db.select().from(membership).where(eq(membership.id, id));
	return row;
}

export async function insertMembership(
	db: Queryable,
	row: typeof membership.$inferInsert
): Promise<void> {
	await db.insert(membership).values(row);
}

export async function updateMembership(
	db: Queryable,
	id: string,
	change: Partial<Pick<MembershipRow, 'function' | 'organisationId' | 'from' | 'until'>>
): Promise<void> {
	await db.update(membership).set(change).where(eq(membership.id, id));
}
