import { asc, eq } from 'drizzle-orm';
import type { Queryable } from '#db/connection.ts';
import { person } from '#db/schema/people.ts';
import { studyClosing } from '#db/schema/studies.ts';
import type { StudyClosing } from '#domain/closing.ts';

/** What each party said beside a study, with who said the last of it. */
export function listStudyClosings(db: Queryable, documentId: string) {
	return db
		.select({
			party: studyClosing.party,
			change: studyClosing.change,
			reason: studyClosing.reason,
			by: { id: person.id, name: person.name },
			at: studyClosing.saidAt
		})
		.from(studyClosing)
		.innerJoin(person, eq(person.id, studyClosing.saidBy))
		.where(eq(studyClosing.documentId, documentId))
		.orderBy(asc(studyClosing.party));
}

export async function putStudyClosing(
	db: Queryable,
	documentId: string,
	{ party, ...said }: StudyClosing,
	by: { saidBy: string; saidAt: Date }
): Promise<void> {
	await db
		.insert(studyClosing)
		.values({ documentId, party, ...said, ...by })
		.onConflictDoUpdate({
			target: [studyClosing.documentId, studyClosing.party],
			set: { ...said, ...by }
		});
}
