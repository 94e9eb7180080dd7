import { and, asc, eq, exists, gt, inArray, isNotNull, isNull, or, type SQL } from 'drizzle-orm';
import type { Queryable } from '#db/connection.ts';
import { grant } from '#db/schema/access.ts';
import { membership, person } from '#db/schema/people.ts';
import { holdsAt } from './memberships.ts';

/** People by how they hang together with a document: takes part in its werkplaats, was given something, or is named. */
export type Around = {
	werkplaats: string | null;
	/** Was given the document, or this part of it. */
	givenTo: { document: string; part: string } | null;
	named: readonly string[];
};

/** Who of these can sign in, by name. */
export function listPeopleAround(db: Queryable, { werkplaats, givenTo, named }: Around, now: Date) {
	const ways: (SQL | undefined)[] = [];
	if (named.length > 0) ways.push(inArray(person.id, [...named]));
	if (werkplaats) ways.push(exists(seatIn(db, werkplaats, now)));
	if (givenTo) ways.push(exists(grantOn(db, givenTo, now)));
	return db
		.select({ id: person.id, name: person.name, administrator: person.administrator })
		.from(person)
		.where(and(isNotNull(person.email), isNull(person.disabledAt), or(...ways)))
		.orderBy(asc(person.name), asc(person.id));
}

function seatIn(db: Queryable, werkplaats: string, now: Date) {
	const here = and(eq(membership.personId, person.id), eq(membership.werkplaatsId, werkplaats));
	return db
		.select({ id: membership.id })
		.from(membership)
		.where(and(here, holdsAt(now)));
}

function grantOn(db: Queryable, { document, part }: { document: string; part: string }, now: Date) {
	const here = and(eq(grant.personId, person.id), eq(grant.documentId, document));
	const ofThis = or(isNull(grant.partId), eq(grant.partId, part));
	const holds = or(isNull(grant.expiresAt), gt(grant.expiresAt, now));
	return db
		.select({ id: grant.id })
		.from(grant)
		.where(and(here, ofThis, holds));
}
