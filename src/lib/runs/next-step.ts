import type { Progress } from '#domain/hand-in.ts';
import type { Formation } from '#domain/runs.ts';
import { m } from '#lib/paraglide/messages.js';

/** One sentence about what is asked now, and the part of the page where it is done. */
export type Next = { words: string; at: string | null };

type Led = {
	run: { formation: Formation; endedAt: Date | null; reviews: number };
	people: number;
	waiting: number;
	groups: readonly {
		progress: Progress;
		lastHandIn: object | null;
		peer: { expected: number };
		finalAt: Date | null;
	}[];
};

/** What who leads had best do now. */
export function nextForLead({ run, people, waiting, groups }: Led): Next {
	if (run.endedAt) return { words: m.runs_next_ended(), at: null };
	if (people === 0) return { words: m.runs_next_lead_people(), at: 'people' };
	if (waiting > 0) return place(run.formation, waiting, groups.length);
	const handedIn = groups.filter(({ progress }) => progress === 'handed_in').length;
	const unseen = groups.filter(({ lastHandIn, peer }) => lastHandIn && peer.expected === 0).length;
	// Whose work is looked at must be able to look at another's.
	const canLook = groups.filter(({ lastHandIn }) => lastHandIn).length > 1;
	if (run.reviews > 0 && unseen > 0 && canLook && handedIn > 0) {
		return { words: m.runs_next_lead_allocate(), at: 'allocate' };
	}
	if (handedIn === 1) return { words: m.runs_next_lead_feedback_one(), at: 'groups' };
	if (handedIn > 1) return { words: m.runs_next_lead_feedback({ count: handedIn }), at: 'groups' };
	if (groups.every(({ progress }) => progress === 'done')) {
		return { words: m.runs_next_lead_done(), at: 'do' };
	}
	return { words: m.runs_next_lead_writing(), at: null };
}

function place(formation: Formation, count: number, groups: number): Next {
	if (formation === 'random') return { words: m.runs_next_lead_random({ count }), at: 'form' };
	if (formation === 'choose' && groups === 0) {
		return { words: m.runs_next_lead_groups(), at: 'groups' };
	}
	return formation === 'choose'
		? { words: m.runs_next_lead_choose({ count }), at: null }
		: { words: m.runs_next_lead_by_hand({ count }), at: 'waiting' };
}

type Takes = {
	run: { formation: Formation; endedAt: Date | null; groupSize: number };
	/** Null: in no group yet. */
	work: {
		progress: Progress;
		/** Why it can't be handed in now. */
		mayHandIn: string | null;
		toReview: readonly { givenAt: Date | null }[];
		contributions: readonly { isSelf: boolean; confirmedAt: Date | null }[];
	} | null;
};

/** What is asked now of who takes part. */
export function nextForMember({ run, work }: Takes): Next {
	if (run.endedAt) return { words: m.runs_next_ended(), at: null };
	if (!work) {
		return run.formation === 'choose'
			? { words: m.runs_next_choose_group(), at: 'choose' }
			: { words: m.runs_next_wait_group(), at: null };
	}
	const open = work.toReview.filter(({ givenAt }) => givenAt === null).length;
	if (open === 1) return { words: m.runs_next_review_one(), at: 'review' };
	if (open > 1) return { words: m.runs_next_review({ count: open }), at: 'review' };
	if (work.contributions.some(({ isSelf, confirmedAt }) => isSelf && !confirmedAt)) {
		return { words: m.runs_next_confirm(), at: 'contributions' };
	}
	if (work.progress === 'done') return { words: m.runs_next_final(), at: 'feedback' };
	if (work.mayHandIn === 'hand_in_closed') return { words: m.runs_next_closed(), at: null };
	return writing(work.progress, run.groupSize === 1);
}

function writing(progress: Progress, alone: boolean): Next {
	switch (progress) {
		case 'not_begun':
			return { words: alone ? m.runs_next_begin_alone() : m.runs_next_begin(), at: 'text' };
		case 'writing':
			return { words: alone ? m.runs_next_write_alone() : m.runs_next_write(), at: 'hand-in' };
		case 'feedback':
			return { words: m.runs_next_again(), at: 'feedback' };
		default:
			return { words: m.runs_next_wait(), at: null };
	}
}
