import type { Queryable } from '#db/connection.ts';
import type { RoundRow } from '#db/queries/review-rounds.ts';
import { dayOf } from '#domain/days.ts';
import type { PartKind } from '#domain/kinds.ts';
import { can } from '#domain/policy.ts';
import type { Actor } from '#domain/facts.ts';
import {
	daysUntil,
	mayAnswer,
	readsFrozen,
	type RoundKind,
	type RoundStanding
} from '#domain/review-rounds.ts';
import { readsVersion } from '#domain/round-place.ts';
import { tellPeople, type PersonTold } from './people-told.ts';
import type { EnteredRound } from './round-change.ts';

/** A round as it stands in a list: how far it is, and nothing of what was said. */
export type RoundTold = {
	id: string;
	kind: RoundKind;
	part: { id: string; kind: PartKind };
	standing: RoundStanding;
	/** Of a mirror: the day it is planned for. */
	plannedFor: string | null;
	dueOn: string | null;
	/** Until that day; below zero when it is past. Null once it is closed. */
	daysLeft: number | null;
	questions: readonly string[];
	message: string;
	by: PersonTold | null;
	begunAt: Date | null;
	closed: { at: Date; by: PersonTold | null; version: string | null } | null;
	progress: { asked: number; answered: number };
	/** What the team does with it; null while it says nothing. */
	changes: { words: string; by: PersonTold | null; at: Date } | null;
	/** What the asker was asked. */
	mine: { answeredAt: Date | null; signedAt: Date | null } | null;
	may: {
		/** Open the text as it was. */
		open: boolean;
		/** Talk about its words, beside it; of a policy text one makes remarks. */
		talk: boolean;
		answer: boolean;
		/** Remind and close, while it is open. */
		lead: boolean;
		/** Say what the team changes, also after it. */
		sayChanges: boolean;
		/** Of a mirror that was not begun. */
		begin: boolean;
		plan: boolean;
	};
};

/** The people around rounds as the actor sees them, by id. */
export type People = Map<string, PersonTold>;

/** Everybody who is named in these rounds. */
function peopleIn(rounds: readonly EnteredRound[]): string[] {
	return rounds.flatMap(({ round, asked }) => [
		...[round.madeBy, round.closedBy, round.changesBy, round.replyBy].filter((id) => id !== null),
		...asked.map(({ personId }) => personId)
	]);
}

/** The same people, told. */
export function tellAround(
	db: Queryable,
	actor: Actor,
	rounds: readonly EnteredRound[],
	more: readonly string[] = []
): Promise<People> {
	const [first] = rounds;
	if (!first) return Promise.resolve(new Map());
	const at = { werkplaats: first.part.document.werkplaats, self: actor.id, now: first.now };
	return tellPeople(db, [...peopleIn(rounds), ...more], at);
}

export function tellRound(actor: Actor, found: EnteredRound, people: People): RoundTold {
	const { round, part, asked, own, place, standing, now } = found;
	const day = round.begunAt ? round.dueOn : round.plannedFor;
	const isPlanned = round.kind === 'mirror' && !round.begunAt;
	const { document } = part;
	return {
		...{ id: round.id, kind: round.kind, part: { id: part.id, kind: part.kind }, standing },
		...{ plannedFor: round.plannedFor, dueOn: round.dueOn },
		daysLeft: day === null || standing === 'closed' ? null : daysUntil(day, dayOf(now)),
		...{ questions: round.questions, message: round.message, begunAt: round.begunAt },
		by: people.get(round.madeBy) ?? null,
		closed: closedTold(round, people),
		progress: {
			asked: asked.length,
			answered: asked.filter(({ answeredAt }) => answeredAt).length
		},
		changes: saidTold(round.changes, round.changesBy, round.changesAt, people),
		mine: own ? { answeredAt: own.answeredAt, signedAt: own.signedAt } : null,
		may: {
			open: readsFrozen(round.kind, place) && round.begunAt !== null,
			talk: talksAbout(actor, found),
			answer: mayAnswer(place, standing) && !own?.signedAt,
			lead: place.leads && standing !== 'closed',
			sayChanges: place.leads && round.kind === 'mirror' && round.begunAt !== null,
			begin: isPlanned && can(actor, 'write', { type: 'part', part }),
			plan: isPlanned && can(actor, 'plan_mirror', { type: 'document', document })
		}
	};
}

/** Of who may read the text as it was, those who may read what is said beside it (`thread-place.ts`). */
function talksAbout(actor: Actor, { round, part, asked }: EnteredRound): boolean {
	if (part.kind === 'policy' || round.versionId === null) return false;
	return readsVersion(actor, part, [{ asked: asked.map(({ personId }) => personId) }]);
}

function closedTold({ closedAt, closedBy, closedVersionId }: RoundRow, people: People) {
	if (!closedAt || !closedBy) return null;
	return { at: closedAt, by: people.get(closedBy) ?? null, version: closedVersionId };
}

/** Words with whose they are; null where there are none. */
export function saidTold(words: string, by: string | null, at: Date | null, people: People) {
	return by && at ? { words, by: people.get(by) ?? null, at } : null;
}
