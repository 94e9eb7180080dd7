import { and, desc, eq, gt, isNull, lt } from 'drizzle-orm';
import type { Queryable, Transaction } from '#db/connection.ts';
import { organisation, werkplaats } from '#db/schema/network.ts';
import { invitation, person } from '#db/schema/people.ts';

export type InvitationRow = typeof invitation.$inferSelect;

export async function insertInvitation(
	db: Queryable,
	row: typeof invitation.$inferInsert
): Promise<void> {
	await db.insert(invitation).values(row);
}

/** An invitation with the names that its reader needs. */
export async function findInvitation(db: Queryable, id: string) {
	const [row] = await db
		.select({
			invitation,
			werkplaats: { name: werkplaats.name, slug: werkplaats.slug },
			organisation: organisation.name,
			inviter: person.name
		})
		.from(invitation)
		.innerJoin(person, eq(person.id, invitation.invitedBy))
		.leftJoin(werkplaats, eq(werkplaats.id, invitation.werkplaatsId))
		.leftJoin(organisation, eq(organisation.id, invitation.organisationId))
		.where(eq(invitation.id, id));
	return row;
}

/** The invitation, kept from everybody else until the transaction ends. */
export async function lockInvitation(
	tx: Transaction,
	id: string
): Promise<InvitationRow | undefined> {
	const [row] = await tx.select().from(invitation).where(eq(invitation.id, id)).for('update');
	return row;
}

export async function markAccepted(
	db: Queryable,
	id: string,
	acceptedBy: string,
	acceptedAt: Date
): Promise<void> {
	await db.update(invitation).set({ acceptedBy, acceptedAt }).where(eq(invitation.id, id));
}

export async function markWithdrawn(db: Queryable, id: string, withdrawnAt: Date): Promise<void> {
	await db.update(invitation).set({ withdrawnAt }).where(eq(invitation.id, id));
}

/** What still waits for an answer in a werkplaats, or (null) in the network; newest first. */
export async function openInvitations(db: Queryable, werkplaatsId: string | null, now: Date) {
	return db
		.select({
			id: invitation.id,
			email: invitation.email,
			function: invitation.function,
			organisation: organisation.name,
			inviter: person.name,
			createdAt: invitation.createdAt,
			expiresAt: invitation.expiresAt
		})
		.from(invitation)
		.innerJoin(person, eq(person.id, invitation.invitedBy))
		.leftJoin(organisation, eq(organisation.id, invitation.organisationId))
		.where(
			and(
				werkplaatsId === null
					? isNull(invitation.werkplaatsId)
					: eq(invitation.werkplaatsId, werkplaatsId),
				isNull(invitation.acceptedAt),
				isNull(invitation.withdrawnAt),
				gt(invitation.expiresAt, now)
			)
		)
		.orderBy(desc(invitation.createdAt));
}

/** Answered or not: an invitation that ended long ago keeps nobody's address. */
export async function deleteInvitationsBefore(db: Queryable, before: Date): Promise<number> {
	const gone = await db
		.delete(invitation)
		.where(lt(invitation.expiresAt, before))
		.returning({ id: invitation.id });
	return gone.length;
}
