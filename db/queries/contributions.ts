import { and, asc, desc, eq } from 'drizzle-orm';
import type { Queryable } from '#db/connection.ts';
import { person } from '#db/schema/people.ts';
import { contribution } from '#db/schema/submissions.ts';

export async function insertContributions(
	db: Queryable,
	rows: readonly (typeof contribution.$inferInsert)[]
): Promise<void> {
	if (rows.length > 0) await db.insert(contribution).values([...rows]);
}

/** Who did how much of a hand-in, most words first. */
export function listContributions(db: Queryable, submissionId: string) {
	return db
		.select({
			person: { id: person.id, name: person.name },
			words: contribution.words,
			says: contribution.says,
			confirmedAt: contribution.confirmedAt
		})
		.from(contribution)
		.innerJoin(person, eq(person.id, contribution.personId))
		.where(eq(contribution.submissionId, submissionId))
		.orderBy(desc(contribution.words), asc(person.name), asc(person.id));
}

/** Says whether there is such a contribution. */
export async function updateContribution(
	db: Queryable,
	{ submissionId, personId }: { submissionId: string; personId: string },
	change: { says: string; confirmedAt: Date }
): Promise<boolean> {
	const changed = await db
		.update(contribution)
		.set(change)
		.where(and(eq(contribution.submissionId, submissionId), eq(contribution.personId, personId)))
		.returning({ personId: contribution.personId });
	return changed.length > 0;
}
