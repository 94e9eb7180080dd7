import { randomUUID } from 'node:crypto';
import type { Database } from '#db/connection.ts';
import { run, runGroup, runMember, runText } from '#db/schema/runs.ts';
import { review, submission } from '#db/schema/submissions.ts';
import { EMPTY_CONTENT } from '#domain/content/schema.ts';
import { writeFirstContent } from '#server/texts.ts';
import { addPart } from './builders.ts';

/** What there is of a class in which one group handed in: each by its id. */
export type HandedInIds = { run: string; group: string; submission: string; review: string };

/** An assignment given to a class, past the use cases: one group handed in, and who leads began feedback. */
export async function addHandedIn(
	db: Database,
	given: { documentId: string; openedBy: string; member: string },
	about: string
): Promise<HandedInIds> {
	const ids = { run: randomUUID(), group: randomUUID() };
	const made = { submission: randomUUID(), review: randomUUID() };
	const { documentId, openedBy, member } = given;
	const now = new Date();
	await db.insert(run).values({
		...{ id: ids.run, kind: 'class', title: about, formation: 'by_hand', groupSize: 4 },
		...{ documentId, openedBy, openedAt: now, task: EMPTY_CONTENT },
		design: { steps: [], rubric: [], questions: [about] }
	});
	await db.insert(runGroup).values({ id: ids.group, runId: ids.run, position: 1, name: about });
	const joined = { runId: ids.run, groupId: ids.group, joinedAt: now };
	await db.insert(runMember).values({ ...joined, personId: member });
	const partId = await addPart(db, { documentId, kind: 'work', position: 2 });
	await db.transaction((tx) => writeFirstContent(tx, partId, EMPTY_CONTENT));
	await db.insert(runText).values({ partId, groupId: ids.group, step: 0 });
	const text = { type: 'paragraph', content: [{ type: 'text', text: about }] };
	await db.insert(submission).values({
		...{ id: made.submission, groupId: ids.group, nth: 1, words: 1, isLate: false },
		...{ content: JSON.stringify({ type: 'doc', content: [text] }), sha256: about },
		...{ handedInBy: member, handedInAt: now }
	});
	await db.insert(review).values({
		...{ id: made.review, submissionId: made.submission, by: 'teacher' },
		...{ personId: openedBy, remarks: about, allocatedAt: now }
	});
	return { ...ids, ...made };
}
