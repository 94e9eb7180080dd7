import type { Queryable, Transaction } from '#db/connection.ts';
import { insertContributions } from '#db/queries/contributions.ts';
import { listReviewsOn, type ReviewRow } from '#db/queries/reviews.ts';
import { listGroupTexts, listMembers, type GroupRow } from '#db/queries/run-groups.ts';
import {
	findSubmission,
	insertSubmission,
	listSubmissions,
	type SubmissionRow
} from '#db/queries/submissions.ts';
import type { AssignmentDesign } from '#domain/assignments.ts';
import type { Content } from '#domain/content/schema.ts';
import { wordCount } from '#domain/content/text.ts';
import { wordsPerPerson } from '#domain/contributions.ts';
import { Conflict, NotFound } from '#domain/errors.ts';
import type { Actor } from '#domain/facts.ts';
import { handInFault, isLate } from '#domain/hand-in.ts';
import { writtenText } from './authorship.ts';
import type { Context } from './context.ts';
import { feedbackTold, type FeedbackTold } from './feedback-told.ts';
import { changeRun, enterRun, type EnteredRun } from './run-change.ts';
import { groupOf } from './run-groups.ts';
import { sealed } from './sealed.ts';
import { keepVersion } from './versions.ts';

/** What was handed in, as it travels. */
export type SubmissionTold = {
	id: string;
	nth: number;
	handedInAt: Date;
	/** Name of who pressed; null for who may not know whose it is. */
	by: string | null;
	isLate: boolean;
	words: number;
	sha256: string;
	returnedAt: Date | null;
};

export type HandedIn = { submission: string; nth: number };

/**
 * Hands in what the own group wrote, as it is at this moment. Of all who press at once the first does it, and the
 * others are answered the same.
 */
export async function handIn(context: Context, actor: Actor, runId: string): Promise<HandedIn> {
	let handedIn: HandedIn | undefined;
	await changeRun(context, actor, runId, 'take_part', async (tx, place) => {
		const group = await ownGroup(tx, place);
		const [last] = await listSubmissions(tx, [group.id]);
		if (last && !last.returnedAt && !group.finalAt) {
			handedIn = { submission: last.id, nth: last.nth };
			return null;
		}
		const nth = (last?.nth ?? 0) + 1;
		const submission = await freeze(tx, actor, place, { group, last, nth });
		handedIn = { submission, nth };
		const isPast = isLate(place.run, place.now, last?.returnedAt);
		return { name: 'run.handed_in', details: { group: group.id, nth, isLate: isPast } };
	});
	if (!handedIn) throw new Error('nothing was handed in, and nothing was there');
	return handedIn;
}

async function ownGroup(tx: Transaction, { run, member }: EnteredRun): Promise<GroupRow> {
	if (run.kind !== 'class') throw new Conflict('not_handed_in_here');
	if (!member?.groupId) throw new Conflict('no_group');
	return groupOf(tx, run.id, member.groupId);
}

type Freezing = { group: GroupRow; last: SubmissionRow | undefined; nth: number };

async function freeze(
	tx: Transaction,
	actor: Actor,
	{ run, now }: EnteredRun,
	{ group, last, nth }: Freezing
): Promise<string> {
	const [text] = await listGroupTexts(tx, [group.id]);
	if (!text) throw new NotFound();
	const { content, runs } = await writtenText(tx, text.partId);
	const words = wordCount(content);
	const standing = { words, handedIn: last ?? null, finalAt: group.finalAt };
	const fault = handInFault(standing, run, now);
	if (fault) throw new Conflict(fault);
	const row = { groupId: group.id, nth, words, handedInBy: actor.id, handedInAt: now };
	const id = await insertSubmission(tx, {
		...row,
		...sealed(content),
		isLate: isLate(run, now, last?.returnedAt)
	});
	await keepVersion(tx, text.partId, { reason: 'handed_in', by: actor.id });
	const members = await listMembers(tx, run.id);
	const wrote = wordsPerPerson(runs);
	await insertContributions(
		tx,
		members
			.filter(({ groupId }) => groupId === group.id)
			.map(({ person }) => {
				return { submissionId: id, personId: person.id, words: wrote.get(person.id) ?? 0 };
			})
	);
	return id;
}

export type ReadSubmission = {
	told: SubmissionTold;
	/** What it was handed in of: what is said beside it is asked for with that. Null: who reads it is not to know. */
	part: string | null;
	/** Null: who reads it is not to know whose it is. */
	group: { id: string; name: string } | null;
	content: Content;
	run: { id: string; title: string };
	design: AssignmentDesign;
	/** Given feedback, for who leads and for the group itself. */
	feedback: FeedbackTold[];
	/** The feedback that the actor writes on it: of their group, or of who leads; null: none was begun. */
	ownReview: string | null;
};

/** What was handed in, for who leads, for the group itself, and for the groups that were asked to look at it. */
export async function readSubmission(
	context: Context,
	actor: Actor,
	submissionId: string
): Promise<ReadSubmission> {
	const row = await findSubmission(context.db, submissionId);
	if (!row) throw new NotFound();
	const entered = await enterRun(context, actor, row.runId);
	const { run, leads } = entered;
	const reviews = await listReviewsOn(context.db, row.id);
	const { isOwn, own, reads, hides } = standingTo(row, reviews, entered);
	if (!reads) throw new NotFound();
	const isHidden = hides && !isOwn;
	const [text] = await listGroupTexts(context.db, [row.groupId]);
	if (!text) throw new NotFound();
	return {
		part: isHidden ? null : text.partId,
		told: submissionTold(row, isHidden),
		group: isHidden ? null : { id: row.groupId, name: row.group },
		content: JSON.parse(row.content) as Content,
		run: { id: run.id, title: run.title },
		design: run.design,
		feedback: leads || isOwn ? feedbackTold(reviews, hides) : [],
		ownReview: own?.id ?? null
	};
}

/** What somebody in a run has to do with what was handed in. */
export type StandingTo = {
	/** Their group handed it in. */
	isOwn: boolean;
	/** The feedback on it that is theirs to write. */
	own: ReviewRow | undefined;
	reads: boolean;
	/** Whether they are not to know who the people of other groups are. */
	hides: boolean;
};

/** Who may read what was handed in: who leads, the group itself, and the groups that were asked to look at it. */
export function standingTo(
	{ groupId }: Pick<SubmissionRow, 'groupId'>,
	reviews: readonly ReviewRow[],
	{ run, leads, member }: InRun
): StandingTo {
	const isOwn = member?.groupId === groupId;
	const own = reviews.find((review) =>
		leads && !isOwn ? review.by !== 'peer' : isReviewer(review, member)
	);
	const reads = leads || isOwn || own !== undefined;
	return { isOwn, own, reads, hides: run.isAnonymous && !leads };
}

type InRun = {
	run: Pick<EnteredRun['run'], 'isAnonymous'>;
	leads: boolean;
	member: { groupId: string | null } | undefined;
};

function isReviewer({ reviewer }: ReviewRow, member: InRun['member']): boolean {
	return reviewer.group !== null && reviewer.group === member?.groupId;
}

/** What was handed in, as it travels; without who pressed for who is not to know whose it is. */
export function submissionTold(row: SubmissionRow, isHidden = false): SubmissionTold {
	const { id, nth, handedInAt, by, isLate: late, words, sha256, returnedAt } = row;
	return {
		...{ id, nth, handedInAt, words, sha256, returnedAt },
		isLate: late,
		by: isHidden ? null : by
	};
}

/** What these groups handed in last, by group. */
export async function lastSubmissions(
	db: Queryable,
	groupIds: readonly string[]
): Promise<Map<string, SubmissionRow>> {
	const rows = await listSubmissions(db, groupIds);
	return new Map(rows.toReversed().map((row) => [row.groupId, row]));
}
