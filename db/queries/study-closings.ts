import { asc, eq } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Queryable } from '#db/connection.ts';
import { person } from '#db/schema/people.ts';
import { studyClosing } from '#db/schema/studies.ts';
import type { Said } from '#domain/closing.ts';
import type { Party } from '#domain/parties.ts';

/** Whose words they are, and since when. */
export type SaidBy = { by: { id: string; name: string }; at: Date };

const changer = alias(person, 'changer');
const explainer = alias(person, 'explainer');

/** What each party said beside a study, with who said each of it; null of what is empty. */
export async function listStudyClosings(db: Queryable, documentId: string) {
	const rows = await db
		.select({
			party: studyClosing.party,
			change: studyClosing.change,
			changeBy: { id: changer.id, name: changer.name },
			changeAt: studyClosing.changeAt,
			reason: studyClosing.reason,
			reasonBy: { id: explainer.id, name: explainer.name },
			reasonAt: studyClosing.reasonAt
		})
		.from(studyClosing)
		.leftJoin(changer, eq(changer.id, studyClosing.changeBy))
		.leftJoin(explainer, eq(explainer.id, studyClosing.reasonBy))
		.where(eq(studyClosing.documentId, documentId))
		.orderBy(asc(studyClosing.party));
	return rows.map(({ changeBy, changeAt, reasonBy, reasonAt, ...said }) => ({
		...said,
		changeSaid: saidBy(changeBy, changeAt),
		reasonSaid: saidBy(reasonBy, reasonAt)
	}));
}

export type StudyClosingRow = Awaited<ReturnType<typeof listStudyClosings>>[number];

function saidBy(by: SaidBy['by'] | null, at: Date | null): SaidBy | null {
	return by && at ? { by, at } : null;
}

/** Puts one of what a party said, and whose words that is; the other stays as it is, and of whom it is. */
export async function putStudyClosing(
	db: Queryable,
	{ documentId, party }: { documentId: string; party: Party },
	{ field, words }: { field: keyof Said; words: string },
	{ personId, at }: { personId: string; at: Date }
): Promise<void> {
	const own = words === '' ? { by: null, at: null } : { by: personId, at };
	const said =
		field === 'change'
			? { change: words, changeBy: own.by, changeAt: own.at }
			: { reason: words, reasonBy: own.by, reasonAt: own.at };
	const row = { ...said, saidBy: personId, saidAt: at };
	await db
		.insert(studyClosing)
		.values({ documentId, party, ...row })
		.onConflictDoUpdate({ target: [studyClosing.documentId, studyClosing.party], set: row });
}
