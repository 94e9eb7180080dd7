import { and, eq, gte, isNull, min, ne, sql } from 'drizzle-orm';
import type { Queryable, Transaction } from '#db/connection.ts';
import { person } from '#db/schema/people.ts';
import { mailPreference, notification } from '#db/schema/told.ts';
import type { MailRhythm } from '#domain/told.ts';

export type MailPreferenceRow = typeof mailPreference.$inferSelect;

const RHYTHM = sql<MailRhythm>`coalesce(${mailPreference.rhythm}, 'daily')`;

export async function findMailPreference(
	db: Queryable,
	personId: string
): Promise<MailPreferenceRow | undefined> {
	const [row] = await db.select().from(mailPreference).where(eq(mailPreference.personId, personId));
	return row;
}

/** Whose link to stop mail this is. */
export async function findByUnsubscribe(
	db: Queryable,
	unsubscribe: string
): Promise<MailPreferenceRow | undefined> {
	const [row] = await db
		.select()
		.from(mailPreference)
		.where(eq(mailPreference.unsubscribe, unsubscribe));
	return row;
}

/** How somebody is mailed from now on; `unsubscribe` is for who had no link yet. */
export async function putRhythm(
	db: Queryable,
	row: Pick<MailPreferenceRow, 'personId' | 'rhythm' | 'unsubscribe'>
): Promise<void> {
	const { rhythm } = row;
	await db
		.insert(mailPreference)
		.values(row)
		.onConflictDoUpdate({ target: mailPreference.personId, set: { rhythm } });
}

/** What is known of somebody's mail, for one process at a time; undefined while another has it. */
export async function lockMail(
	tx: Transaction,
	row: Pick<MailPreferenceRow, 'personId' | 'unsubscribe'>
): Promise<MailPreferenceRow | undefined> {
	await tx.insert(mailPreference).values(row).onConflictDoNothing();
	const [locked] = await tx
		.select()
		.from(mailPreference)
		.where(eq(mailPreference.personId, row.personId))
		.for('update', { skipLocked: true });
	return locked;
}

export async function setMailedAt(
	db: Queryable,
	personId: string,
	mailedAt: Date | null
): Promise<void> {
	await db.update(mailPreference).set({ mailedAt }).where(eq(mailPreference.personId, personId));
}

/** Who has news that they did not read and that stood in no letter, with the oldest of it. */
export function listWaiting(db: Queryable, since: Date, personId?: string) {
	return db
		.select({
			person: { id: person.id, name: person.name, administrator: person.administrator },
			email: sql<string>`${person.email}`,
			language: person.language,
			rhythm: RHYTHM,
			mailedAt: mailPreference.mailedAt,
			oldest: min(notification.at)
		})
		.from(notification)
		.innerJoin(person, eq(person.id, notification.personId))
		.leftJoin(mailPreference, eq(mailPreference.personId, person.id))
		.where(
			and(
				isNull(notification.readAt),
				isNull(notification.mailedAt),
				gte(notification.at, since),
				isNull(person.disabledAt),
				sql`${person.email} is not null`,
				ne(RHYTHM, 'never'),
				personId ? eq(person.id, personId) : undefined
			)
		)
		.groupBy(person.id, mailPreference.rhythm, mailPreference.mailedAt);
}
