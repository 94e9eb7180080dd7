import { randomUUID } from 'node:crypto';
import type { Database } from '#db/connection.ts';
import {
	changeRequest,
	policyRemark,
	policyText,
	reviewRound,
	roundAsked
} from '#db/schema/review-rounds.ts';
import { version } from '#db/schema/versions.ts';
import { CHECKLIST } from '#domain/critical-friends.ts';
import { EMPTY_CONTENT } from '#domain/content/schema.ts';
import { writeFirstContent } from '#server/texts.ts';
import { addPart } from './builders.ts';

export type ReviewIds = {
	/** Feedback on the text of the study, asked of one person. */
	round: string;
	/** Planned for today. */
	mirror: string;
	/** A policy text, of which that person filled in the list and made a remark. */
	policy: string;
	friends: string;
	remark: string;
	/** To change what was found. */
	request: string;
};

/** All that can be asked beside a study, each of one person; `about` stands in every word of it. */
export async function addReviews(
	db: Database,
	given: { documentId: string; partId: string; madeBy: string; asked: string },
	about: string
): Promise<ReviewIds> {
	const { documentId, partId, madeBy, asked } = given;
	const [round, mirror, friends, remark, request, frozen] = Array.from({ length: 6 }, () =>
		randomUUID()
	) as [string, string, string, string, string, string];
	const now = new Date();
	const policy = await addPart(db, { documentId, kind: 'policy', position: 9 });
	await db.transaction((tx) => writeFirstContent(tx, policy, EMPTY_CONTENT));
	const texts = { title: about, source: about, sha256: '', frozenBy: madeBy, frozenAt: now };
	await db.insert(policyText).values({ partId: policy, ...texts });
	for (const [id, of] of [
		[frozen, partId],
		[friends, policy]
	] as const) {
		const read = { content: EMPTY_CONTENT, words: 0, authors: [], writers: [], upto: 0n };
		await db.insert(version).values({ id, partId: of, reason: 'round', ...read });
	}
	const of = { documentId, madeBy, message: about };
	const begun = { dueOn: '2099-12-31', begunAt: now };
	await db.insert(reviewRound).values([
		{ ...of, ...begun, id: round, kind: 'feedback', partId, versionId: frozen, questions: [about] },
		{ ...of, id: mirror, kind: 'mirror', partId, plannedFor: '2099-12-31', questions: [] },
		{
			...{ ...of, ...begun, id: friends, kind: 'critical_friend' as const },
			...{ partId: policy, versionId: friends, questions: [] }
		}
	]);
	const checked = Object.fromEntries(CHECKLIST.map((item) => [item, 'yes' as const]));
	await db.insert(roundAsked).values([
		{ roundId: round, personId: asked, askedAt: now },
		{ roundId: friends, personId: asked, askedAt: now, checked }
	]);
	const said = { perspective: 'citizen', body: about } as const;
	await db.insert(policyRemark).values({ id: remark, roundId: friends, authorId: asked, ...said });
	await db.insert(changeRequest).values({
		...{ id: request, documentId, who: about, organisation: about, what: about },
		...{ askedOn: '2026-01-01', concern: 'asked_me' as const, loggedBy: madeBy, loggedAt: now }
	});
	return { round, mirror, policy, friends, remark, request };
}
