import { and, desc, eq, gt, isNull } from 'drizzle-orm';
import type { Queryable } from '#db/connection.ts';
import { agendaLink } from '#db/schema/agenda.ts';
import { werkplaats } from '#db/schema/network.ts';
import { person } from '#db/schema/people.ts';

export async function insertAgendaLink(
	db: Queryable,
	row: typeof agendaLink.$inferInsert
): Promise<void> {
	await db.insert(agendaLink).values(row);
}

/** A link with who made it and where it leads. */
export async function findAgendaLink(db: Queryable, id: string) {
	const [row] = await db
		.select({ link: agendaLink, maker: person, werkplaats })
		.from(agendaLink)
		.innerJoin(person, eq(person.id, agendaLink.madeBy))
		.innerJoin(werkplaats, eq(werkplaats.id, agendaLink.werkplaatsId))
		.where(eq(agendaLink.id, id));
	return row;
}

/** The links of a werkplaats that were not closed and did not end, newest first. */
export async function listAgendaLinks(db: Queryable, werkplaatsId: string, now: Date) {
	return db
		.select({
			id: agendaLink.id,
			maker: person.name,
			createdAt: agendaLink.createdAt,
			expiresAt: agendaLink.expiresAt
		})
		.from(agendaLink)
		.innerJoin(person, eq(person.id, agendaLink.madeBy))
		.where(
			and(
				eq(agendaLink.werkplaatsId, werkplaatsId),
				isNull(agendaLink.closedAt),
				gt(agendaLink.expiresAt, now)
			)
		)
		.orderBy(desc(agendaLink.createdAt));
}

/** Whether there was such a link, open, in this werkplaats. */
export async function markClosed(
	db: Queryable,
	{ id, werkplaatsId, closedAt }: { id: string; werkplaatsId: string; closedAt: Date }
): Promise<boolean> {
	const rows = await db
		.update(agendaLink)
		.set({ closedAt })
		.where(
			and(
				eq(agendaLink.id, id),
				eq(agendaLink.werkplaatsId, werkplaatsId),
				isNull(agendaLink.closedAt)
			)
		)
		.returning({ id: agendaLink.id });
	return rows.length > 0;
}
