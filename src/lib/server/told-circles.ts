import type { Queryable } from '#db/connection.ts';
import { findRequest } from '#db/queries/change-requests.ts';
import type { EventRow } from '#db/queries/events.ts';
import { membersOf } from '#db/queries/memberships.ts';
import { findRound, listAsked, type AskedRow } from '#db/queries/review-rounds.ts';
import { findRun } from '#db/queries/runs.ts';
import {
	findAsker,
	findGroupGivenTo,
	findTellable,
	listAskedToLook,
	listFollowers,
	listInGroup,
	listInThread,
	listWriters
} from '#db/queries/telling.ts';
import { CIRCLES, type Circle, type Circles, type ToldRule } from '#domain/telling.ts';
import type { DocumentFacts } from '#domain/facts.ts';
import { isMunicipality } from '#domain/critical-friends.ts';
import { actorsOf } from './credentials.ts';

/** What an event points at, besides its document. */
export type Pointers = Record<
	'part' | 'thread' | 'comment' | 'version' | 'submission' | 'run' | 'group' | 'round' | 'request',
	string | null
>;

export function pointersOf({ details }: Pick<EventRow, 'details'>): Pointers {
	const id = (name: string) => {
		const value = details?.[name];
		return typeof value === 'string' ? value : null;
	};
	return {
		...{ part: id('part'), thread: id('thread'), comment: id('comment') },
		...{ run: id('run'), group: id('group'), round: id('round') },
		...{ request: id('request'), version: id('version'), submission: id('submission') }
	};
}

type Around = {
	event: Pick<EventRow, 'id' | 'name' | 'personId' | 'actorId' | 'documentId'>;
	document: DocumentFacts;
	to: Pointers;
	now: Date;
};

/** The people around an event, of the circles that a rule asks for. */
export async function circlesAround(
	db: Queryable,
	rule: ToldRule,
	around: Around
): Promise<Circles> {
	const circles: Circles = {};
	for (const circle of CIRCLES) {
		if (rule.to[circle]) circles[circle] = await inCircle(db, circle, around);
	}
	return circles;
}

async function inCircle(
	db: Queryable,
	circle: Circle,
	{ event, document, to, now }: Around
): Promise<string[]> {
	switch (circle) {
		case 'named':
			return event.personId ? [event.personId] : [];
		case 'thread':
			return (to.thread && (await listInThread(db, to.thread))) || [];
		case 'given':
			return [...document.grants, ...document.partGrants].flatMap(({ principal }) =>
				principal.type === 'person' ? principal.person : []
			);
		case 'asker': {
			const asker = await findAsker(db, document.id);
			return asker ? [asker] : [];
		}
		case 'group':
			return ofGroup(db, event, to);
		case 'reviewers':
			return to.run ? listAskedToLook(db, to.run) : [];
		case 'opener': {
			const run = to.run && (await findRun(db, to.run));
			return run ? [run.openedBy] : [];
		}
		case 'leader': {
			const round = to.round && (await findRound(db, to.round));
			return round ? [round.madeBy] : [];
		}
		case 'asked':
			return (await askedIn(db, to)).map(({ personId }) => personId);
		case 'signers':
			return (await askedIn(db, to)).flatMap(({ signedAt, personId }) =>
				signedAt ? personId : []
			);
		case 'municipality':
			return listMunicipality(db, document, now);
		case 'writers':
			return listWriters(db, document.id);
		case 'logger': {
			const request = to.request && (await findRequest(db, to.request));
			return request ? [request.loggedBy] : [];
		}
		case 'followers':
			return listFollowers(db, { documentId: document.id, partId: to.part }, now);
	}
}

async function ofGroup(
	db: Queryable,
	event: Around['event'],
	{ group, run }: Pointers
): Promise<string[]> {
	const isFeedback = event.name === 'run.feedback_given';
	const id = isFeedback && run ? await findGroupGivenTo(db, event, run) : group;
	return id ? listInGroup(db, id) : [];
}

async function askedIn(db: Queryable, { round }: Pointers): Promise<AskedRow[]> {
	return (round && (await listAsked(db, [round])).get(round)) || [];
}

async function listMunicipality(
	db: Queryable,
	document: DocumentFacts,
	now: Date
): Promise<string[]> {
	const members = await membersOf(db, document.werkplaats, now);
	const people = await findTellable(db, [...new Set(members.map(({ person }) => person.id))]);
	const actors = await actorsOf({ db }, people, now);
	return actors.filter((actor) => isMunicipality(actor, document)).map(({ id }) => id);
}
