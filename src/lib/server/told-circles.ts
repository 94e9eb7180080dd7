import type { Queryable } from '#db/connection.ts';
import type { EventRow } from '#db/queries/events.ts';
import { findRun } from '#db/queries/runs.ts';
import {
	findAsker,
	findGroupGivenTo,
	listAskedToLook,
	listFollowers,
	listInGroup,
	listInThread
} from '#db/queries/telling.ts';
import { CIRCLES, type Circle, type Circles, type ToldRule } from '#domain/telling.ts';
import type { DocumentFacts } from '#domain/facts.ts';

/** What an event points at, besides its document. */
export type Pointers = Record<'part' | 'thread' | 'comment' | 'run' | 'group', string | null>;

export function pointersOf({ details }: Pick<EventRow, 'details'>): Pointers {
	const id = (name: string) => {
		const value = details?.[name];
		return typeof value === 'string' ? value : null;
	};
	return {
		...{ part: id('part'), thread: id('thread'), comment: id('comment') },
		...{ run: id('run'), group: id('group') }
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
