import { listReviews, listReviewsAround, type ReviewRow } from '#db/queries/reviews.ts';
import { listSubmissions } from '#db/queries/submissions.ts';
import { NotAllowed, NotFound } from '#domain/errors.ts';
import type { Actor } from '#domain/facts.ts';
import { handInFault, isLate, progressOf, type Progress } from '#domain/hand-in.ts';
import type { RunKind } from '#domain/runs.ts';
import type { Context } from './context.ts';
import { contributionsTold, type ContributionTold } from './contributions.ts';
import { feedbackTold, reviewTask, type FeedbackTold, type ReviewTask } from './feedback-told.ts';
import { openRun, type GroupSummary } from './runs.ts';
import { lastSubmissions, submissionTold, type SubmissionTold } from './submissions.ts';
import { countWords } from './texts.ts';

export type OpenedWork = {
	run: { id: string; title: string; kind: RunKind };
	group: GroupSummary;
	progress: Progress;
	dueAt: Date | null;
	closesAt: Date | null;
	/** Whether a hand-in at this moment would be late. */
	isLateNow: boolean;
	/** Why the group can't hand in now; null when it can. */
	mayHandIn: string | null;
	/** The last first. */
	submissions: SubmissionTold[];
	/** What was given on the group's work. */
	feedback: FeedbackTold[];
	/** What the group was asked to look at. */
	toReview: ReviewTask[];
	/** To the last hand-in. */
	contributions: ContributionTold[];
};

/** One group's work with everything around it: for who leads, and for the group itself. */
export async function openWork(
	context: Context,
	actor: Actor,
	runId: string,
	groupId: string
): Promise<OpenedWork> {
	const { db } = context;
	const run = await openRun(context, actor, runId);
	const group = run.groups.find(({ id }) => id === groupId);
	if (run.kind !== 'class' || !group) throw new NotFound();
	// Where people choose a group, they see others than their own.
	if (!run.leads && run.ownGroup !== groupId) throw new NotFound();
	const submissions = await listSubmissions(db, [groupId]);
	const reviews = await listReviewsAround(db, groupId);
	const [last] = submissions;
	const [text] = group.texts;
	const words = text ? await countWords(db, text.partId) : 0;
	const standing = { words, handedIn: last ?? null, finalAt: group.finalAt };
	const now = context.now();
	const hides = run.isAnonymous && !run.leads;
	return {
		run: { id: run.id, title: run.title, kind: run.kind },
		group,
		progress: progressOf(standing),
		...{ dueAt: run.dueAt, closesAt: run.closesAt, isLateNow: isLate(run, now, last?.returnedAt) },
		mayHandIn: run.endedAt ? 'run_ended' : handInFault(standing, run, now),
		submissions: submissions.map((row) => submissionTold(row)),
		feedback: feedbackTold(reviews.filter(isOn(groupId)), hides),
		toReview: reviews.filter(isBy(groupId)).map((review) => reviewTask(review, hides)),
		contributions: last ? await contributionsTold(db, actor, last.id) : []
	};
}

function isOn(groupId: string) {
	return ({ work }: ReviewRow) => work.group === groupId;
}

function isBy(groupId: string) {
	return ({ reviewer }: ReviewRow) => reviewer.group === groupId;
}

export type OverviewRow = {
	group: { id: string; name: string };
	members: { id: string; name: string }[];
	progress: Progress;
	words: number;
	lastHandIn: SubmissionTold | null;
	isLate: boolean;
	/** What the group was asked to look at, and how much of that it did. */
	peer: { given: number; expected: number };
	/** How often somebody gave it feedback. */
	received: number;
	finalAt: Date | null;
};

export type Overview = {
	run: { id: string; title: string };
	rows: OverviewRow[];
	/** How many groups are how far. */
	counts: Record<Progress, number>;
};

/** How far each group is; for who leads. */
export async function overviewOf(context: Context, actor: Actor, runId: string): Promise<Overview> {
	const run = await openRun(context, actor, runId);
	if (!run.leads) throw new NotAllowed('lead_runs');
	if (run.kind !== 'class') throw new NotFound();
	const last = await lastSubmissions(
		context.db,
		run.groups.map(({ id }) => id)
	);
	const reviews = await listReviews(context.db, runId);
	const rows = run.groups.map((group): OverviewRow => {
		const handedIn = last.get(group.id) ?? null;
		const words = group.texts.reduce((sum, text) => sum + text.words, 0);
		const asked = reviews.filter(isBy(group.id));
		return {
			group: { id: group.id, name: group.name },
			members: group.members.map(({ person }) => person),
			progress: progressOf({ words, handedIn, finalAt: group.finalAt }),
			words,
			lastHandIn: handedIn && submissionTold(handedIn),
			isLate: handedIn?.isLate ?? false,
			peer: { given: asked.filter(isGiven).length, expected: asked.length },
			received: reviews.filter(isOn(group.id)).filter(isGiven).length,
			finalAt: group.finalAt
		};
	});
	return { run: { id: run.id, title: run.title }, rows, counts: countsOf(rows) };
}

function isGiven({ givenAt }: ReviewRow): boolean {
	return givenAt !== null;
}

function countsOf(rows: readonly OverviewRow[]): Record<Progress, number> {
	const counts: Record<Progress, number> = {
		not_begun: 0,
		writing: 0,
		handed_in: 0,
		feedback: 0,
		done: 0
	};
	for (const { progress } of rows) counts[progress] += 1;
	return counts;
}
