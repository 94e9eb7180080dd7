import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { Queryable } from '#db/connection.ts';
import { questionDot } from '#db/schema/agenda.ts';
import { document } from '#db/schema/documents.ts';
import { membership, person } from '#db/schema/people.ts';
import type { WerkplaatsFunction } from '#domain/functions.ts';
import { holdsAt } from './memberships.ts';

/** A dot of somebody who takes part now, with their functions in the werkplaats. */
export type DotRow = { question: string; person: string; functions: WerkplaatsFunction[] };

/** The dots on the questions of a werkplaats, of whoever takes part in it now and can sign in. */
export async function listDots(db: Queryable, werkplaatsId: string, now: Date): Promise<DotRow[]> {
	const rows = await db
		.select({
			question: questionDot.questionId,
			person: questionDot.personId,
			function: membership.function
		})
		.from(questionDot)
		.innerJoin(document, eq(document.id, questionDot.questionId))
		.innerJoin(person, eq(person.id, questionDot.personId))
		.innerJoin(membership, eq(membership.personId, person.id))
		.where(
			and(
				eq(document.werkplaatsId, werkplaatsId),
				eq(membership.werkplaatsId, werkplaatsId),
				isNull(person.disabledAt),
				holdsAt(now)
			)
		);
	const dots = Map.groupBy(rows, (row) => `${row.question} ${row.person}`);
	return [...dots.values()].flatMap((held) => {
		const [first] = held;
		if (!first) return [];
		const { question, person: who } = first;
		return [{ question, person: who, functions: held.map((row) => row.function) }];
	});
}

/** The questions of a werkplaats to which somebody gave a dot. */
export async function dotsOf(
	db: Queryable,
	personId: string,
	werkplaatsId: string
): Promise<string[]> {
	const rows = await db
		.select({ id: questionDot.questionId })
		.from(questionDot)
		.innerJoin(document, eq(document.id, questionDot.questionId))
		.where(and(eq(questionDot.personId, personId), eq(document.werkplaatsId, werkplaatsId)));
	return rows.map((row) => row.id);
}

export async function insertDot(db: Queryable, personId: string, questionId: string) {
	await db.insert(questionDot).values({ personId, questionId }).onConflictDoNothing();
}

export async function deleteDots(db: Queryable, personId: string, questionIds: readonly string[]) {
	if (questionIds.length === 0) return;
	await db
		.delete(questionDot)
		.where(
			and(eq(questionDot.personId, personId), inArray(questionDot.questionId, [...questionIds]))
		);
}
