import type { DocumentAction, PartAction } from './actions.ts';
import type { Actor, DocumentFacts, PartFacts } from './facts.ts';
import { can } from './policy.ts';
import { seesRound } from './review-rounds.ts';
import { placeInRound, readsVersion, type RoundPeople } from './round-place.ts';
import type { Box } from './told.ts';

/** The people around something that happens. Who is in several of them hears it once. */
export const CIRCLES = [
	/** Whom it happened to: called by name, asked, given. */
	'named',
	/** Who said something in the thread, or whose action it is. */
	'thread',
	/** Who was given the document, or a part of it, by name. */
	'given',
	/** Whose question it is. */
	'asker',
	/** Everybody in the group. */
	'group',
	/** Everybody in a group that was asked to look at another's work. */
	'reviewers',
	/** Who gave the assignment. */
	'opener',
	/** Who asks in a round. */
	'leader',
	/** Who signed a review in it. */
	'signers',
	/** Who answers for the municipality. */
	'municipality',
	/** Everybody who was asked in a round. */
	'asked',
	/** Who began the document or wrote in it. */
	'writers',
	/** Who wrote down that somebody asked to change what was found. */
	'logger',
	/** Who watches the document, its theme or its werkplaats, or has a hand in it. */
	'followers'
] as const;
export type Circle = (typeof CIRCLES)[number];
export type Circles = Partial<Record<Circle, readonly string[]>>;

/** What one must be allowed to, to hear of it: with the part, else with the document; to be in the run; to know of the round. */
type Need = PartAction | DocumentAction | 'run' | 'round';

export type ToldRule = {
	to: Partial<Record<Circle, Box>>;
	needs: Need;
	/** Calls somebody by name: also heard by who muted the document. */
	calls?: true;
};

/** The events that tell anybody, by name. Every other one is for the record alone. */
const RULES = {
	'comment.mentioned': { to: { named: 'mine' }, needs: 'read', calls: true },
	'thread.assigned': { to: { named: 'mine' }, needs: 'read', calls: true },
	'thread.started': { to: { followers: 'updates' }, needs: 'read' },
	'comment.added': { to: { thread: 'mine', followers: 'updates' }, needs: 'read' },
	'thread.resolved': { to: { thread: 'updates' }, needs: 'read' },
	'thread.reopened': { to: { thread: 'updates' }, needs: 'read' },
	// Suggestions are seen by who may comment, versions by who sees history.
	'suggestion.made': { to: { followers: 'updates' }, needs: 'comment_part' },
	'suggestion.accepted': { to: { named: 'mine' }, needs: 'read' },
	'suggestion.rejected': { to: { named: 'mine' }, needs: 'read' },
	'version.named': { to: { followers: 'updates' }, needs: 'see_history' },
	'version.restored': { to: { followers: 'updates' }, needs: 'see_history' },
	'document.created': { to: { followers: 'updates' }, needs: 'view' },
	'document.shared': { to: { named: 'mine' }, needs: 'view' },
	'document.change_state': { to: { followers: 'updates' }, needs: 'view' },
	'gate.signed': { to: { followers: 'updates' }, needs: 'view' },
	'study.closing_said': { to: { followers: 'updates' }, needs: 'view' },
	'voice.given': { to: { named: 'mine' }, needs: 'view' },
	'case.revealed': { to: { followers: 'updates' }, needs: 'view' },
	'case.version_made': { to: { given: 'mine' }, needs: 'check_version' },
	'question.curated': { to: { asker: 'mine' }, needs: 'view' },
	'question.taken_up': { to: { asker: 'mine', followers: 'updates' }, needs: 'view' },
	'question.answered': { to: { asker: 'mine', followers: 'updates' }, needs: 'view' },
	'run.joined': { to: { named: 'mine' }, needs: 'run' },
	'run.handed_in': { to: { opener: 'updates' }, needs: 'run' },
	'run.reviews_allocated': { to: { reviewers: 'mine' }, needs: 'run' },
	'run.feedback_given': { to: { group: 'mine' }, needs: 'run' },
	'run.returned': { to: { group: 'mine' }, needs: 'run' },
	'run.finished': { to: { group: 'mine' }, needs: 'run' },
	'round.asked': { to: { named: 'mine' }, needs: 'round', calls: true },
	'round.reminded': { to: { named: 'mine' }, needs: 'round', calls: true },
	'round.answered': { to: { leader: 'mine' }, needs: 'round' },
	'round.closed': {
		to: { leader: 'updates', asked: 'updates', followers: 'updates' },
		needs: 'round'
	},
	'mirror.planned': { to: { followers: 'updates' }, needs: 'round' },
	// It is not there any more, and was no secret.
	'mirror.called_off': { to: { followers: 'updates' }, needs: 'read' },
	'mirror.due': { to: { named: 'mine' }, needs: 'round', calls: true },
	'mirror.begun': { to: { followers: 'updates' }, needs: 'round' },
	'mirror.changes_said': { to: { asked: 'updates', followers: 'updates' }, needs: 'round' },
	'policy.kept': { to: { followers: 'updates' }, needs: 'read' },
	'critical_friend.signed': {
		to: { leader: 'mine', municipality: 'mine', followers: 'updates' },
		needs: 'round'
	},
	'critical_friend.replied': {
		to: { leader: 'mine', signers: 'mine', followers: 'updates' },
		needs: 'round'
	},
	'critical_friend.remark_replied': {
		to: { named: 'mine', leader: 'updates' },
		needs: 'round'
	},
	'findings.change_requested': { to: { writers: 'mine', followers: 'updates' }, needs: 'view' },
	'findings.change_answered': { to: { logger: 'mine', followers: 'updates' }, needs: 'view' }
} as const satisfies Record<string, ToldRule>;

export type ToldName = keyof typeof RULES;
export const TOLD_NAMES = Object.keys(RULES).filter(isToldName);

/** Whether an event with this name tells anybody. */
export function isToldName(name: string): name is ToldName {
	return Object.hasOwn(RULES, name);
}

export function ruleOf(name: ToldName): ToldRule {
	return RULES[name];
}

/** One thing that an event tells: of where it happened, or of each question that the document answers. */
export type Telling = { name: ToldName; about: 'itself' | 'questions' };

/** What an event tells, what matters most first: of one event everybody hears one thing. */
export function tellingsOf({
	name,
	details
}: {
	name: string;
	details?: Record<string, string | number | boolean | null> | null;
}): Telling[] {
	if (name === 'document.related' && details?.type === 'answers') {
		return [{ name: 'question.taken_up', about: 'questions' }];
	}
	if (!isToldName(name)) return [];
	const answers = name === 'document.change_state' && isReleased(details?.state);
	return [
		...(answers ? [{ name: 'question.answered', about: 'questions' } as const] : []),
		{ name, about: 'itself' }
	];
}

function isReleased(state: unknown): boolean {
	return state === 'final' || state === 'published';
}

/** An event as the rules of telling need it. */
export type Happening = {
	name: ToldName;
	/** Who did it; null: nobody, or nobody who is told of. */
	actor: string | null;
	circles: Circles;
	/** Who hears of the same thing that they are called by name: that is enough. */
	called: ReadonlySet<string>;
	/** Who muted the document. */
	muted: ReadonlySet<string>;
};

/** Whom it tells, and in which box; whether they may hear of it is for the policy. */
export function whoIsTold({ name, actor, circles, called, muted }: Happening): Map<string, Box> {
	const rule = ruleOf(name);
	const told = new Map<string, Box>();
	for (const circle of CIRCLES) {
		const box = rule.to[circle];
		for (const person of (box && circles[circle]) ?? []) {
			if (person === actor) continue;
			if (!rule.calls && (called.has(person) || muted.has(person))) continue;
			if (box && told.get(person) !== 'mine') told.set(person, box);
		}
	}
	return told;
}

/** Where it happened, as the policy sees it; null for what is not there any more. */
export type ToldPlace = {
	document: DocumentFacts | null;
	/** Undefined for what is about no part. */
	part: PartFacts | null | undefined;
	/** Who takes part in the run; undefined for what is about none. */
	members: readonly string[] | null | undefined;
	/** The round; undefined for what is about none. */
	round: RoundPeople | null | undefined;
	/** The rounds about a text as it was frozen; undefined for what is about no such text. */
	frozen: readonly RoundPeople[] | undefined;
};

/** Whether somebody may hear that this happened: asked when it is written, and again each time it is read. */
export function mayHear(actor: Actor, name: ToldName, place: ToldPlace): boolean {
	const { needs } = ruleOf(name);
	const { document, part, members, round, frozen } = place;
	if (!document || document.deleted) return false;
	if (needs === 'run') {
		if (!members) return false;
		return members.includes(actor.id) || can(actor, 'lead_runs', { type: 'document', document });
	}
	if (needs === 'round') {
		return !!round && !!part && seesRound(round.kind, placeInRound(actor, part, round));
	}
	if (part === undefined) return can(actor, needs, { type: 'document', document });
	if (part && frozen && !readsVersion(actor, part, frozen)) return false;
	return part !== null && can(actor, needs, { type: 'part', part });
}

/** Whether nothing that stands there may be in a letter, not even what it is called: mail is read by others too. */
export function isShielded({ document, part }: ToldPlace): boolean {
	if (!document || document.blind || part?.work?.isPrivate) return true;
	return document.sensitivity === 'restricted' || document.sensitivity === 'vault';
}
