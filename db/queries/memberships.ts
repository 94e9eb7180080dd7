import { and, eq, gt, isNull, lte, or } from 'drizzle-orm';
import type { Membership } from '#domain/facts.ts';
import type { Queryable } from '../connection.ts';
import { membership } from '../schema/people.ts';

/** Begun and not ended at `now`: the only memberships that give rights. */
export function holdsAt(now: Date) {
	return and(lte(membership.from, now), or(isNull(membership.until), gt(membership.until, now)));
}

/** The memberships that hold at `now`, as the policy sees them. */
export async function membershipFacts(
	db: Queryable,
	personId: string,
	now: Date
): Promise<Membership[]> {
	return db
		.select({
			werkplaats: membership.werkplaatsId,
			function: membership.function,
			organisation: membership.organisationId
		})
		.from(membership)
		.where(and(eq(membership.personId, personId), holdsAt(now)))
		.orderBy(membership.from, membership.id);
}
