import type { Queryable, Transaction } from '#db/connection.ts';
import { listEventsBeside, takeUntold, type EventRow } from '#db/queries/events.ts';
import { insertNotifications, type NewNotification } from '#db/queries/notifications.ts';
import { findRun } from '#db/queries/runs.ts';
import { findTellable, listAnswered, listInThread, listMuting } from '#db/queries/telling.ts';
import {
	mayHear,
	ruleOf,
	tellingsOf,
	TOLD_NAMES,
	whoIsTold,
	type Telling
} from '#domain/telling.ts';
import { NEWS_MS } from '#domain/letters.ts';
import type { Context } from './context.ts';
import { actorsOf } from './credentials.ts';
import { circlesAround, pointersOf, type Pointers } from './told-circles.ts';
import { aboutOf, placesOf } from './told-places.ts';

const CALLS = TOLD_NAMES.filter((name) => ruleOf(name).calls);

/**
 * Tells people of what happened, until nothing is left to tell: each event once to each of them, whichever process
 * does it. What can't be told now is left for the next time and keeps nothing else waiting. Answers how many
 * notifications there were.
 */
export async function tellAll(context: Context): Promise<number> {
	const left: bigint[] = [];
	const faults: unknown[] = [];
	let count = 0;
	for (;;) {
		let taken: EventRow | undefined;
		try {
			const told = await context.db.transaction(async (tx) => {
				const event = await takeUntold(tx, left);
				if (event === 'none left') return null;
				if (event === 'gone') return [];
				taken = event;
				return tellOf(tx, event, context.now());
			});
			if (told === null) break;
			count += told.length;
			if (told.length > 0) context.bus.ring({ kind: 'told', people: [...new Set(told)] });
		} catch (error) {
			if (!taken) throw error;
			left.push(taken.id);
			faults.push(error);
		}
	}
	if (faults.length > 0) throw new AggregateError(faults, `${faults.length} events were not told`);
	return count;
}

async function tellOf(tx: Transaction, event: EventRow, now: Date): Promise<string[]> {
	const told: string[] = [];
	for (const telling of tellingsOf(event)) {
		for (const documentId of await documentsOf(tx, event, telling)) {
			told.push(
				...(await insertNotifications(tx, await tell(tx, event, telling, documentId, now)))
			);
		}
	}
	return told;
}

async function documentsOf(tx: Queryable, event: EventRow, { about }: Telling): Promise<string[]> {
	if (!event.documentId) return [];
	if (about === 'itself') return [event.documentId];
	const answered = await listAnswered(tx, event.documentId);
	const to = event.name === 'document.related' ? event.details?.to : null;
	return to ? answered.filter((id) => id === to) : answered;
}

async function tell(
	tx: Transaction,
	event: EventRow,
	{ name, about }: Telling,
	documentId: string,
	now: Date
): Promise<NewNotification[]> {
	const to = about === 'itself' ? pointersOf(event) : pointersOf({ details: null });
	// Taken away since, with all that was said in it.
	if (to.thread && !(await listInThread(tx, to.thread))) return [];
	const is = aboutOf(name, documentId, to);
	const place = (await placesOf(tx, [is], now))(is);
	if (!place.document) return [];
	const around = { event, document: place.document, to, now };
	const boxes = whoIsTold({
		name,
		actor: event.actorId,
		circles: await circlesAround(tx, ruleOf(name), around),
		called: await calledBeside(tx, event, to),
		muted: new Set(await listMuting(tx, documentId))
	});
	const people = await findTellable(tx, [...boxes.keys()]);
	const actors = await actorsOf({ db: tx }, people, now);
	const hides = about === 'questions' || (await isAnonymous(tx, event, to));
	const row = {
		...{ eventId: event.id, name, at: event.at, documentId },
		// What happened long before there was anybody to tell it to is there, and is no news.
		readAt: now.getTime() - event.at.getTime() > NEWS_MS ? now : null,
		...{ partId: to.part, threadId: to.thread, commentId: to.comment },
		// Who takes up a question in a text that not everybody reads, or who looked at a work without a name.
		actorId: hides ? null : event.actorId
	};
	return actors
		.filter((actor) => mayHear(actor, name, place))
		.flatMap(({ id: personId }) => {
			const box = boxes.get(personId);
			return box ? [{ ...row, personId, box }] : [];
		});
}

/** Who is called by name in the same breath, about the same thread or round. */
async function calledBeside(tx: Queryable, event: EventRow, to: Pointers): Promise<Set<string>> {
	if (!to.thread && !to.round) return new Set();
	const beside = await listEventsBeside(tx, event, CALLS);
	const same = beside.filter((other) => {
		const { thread, round } = pointersOf(other);
		return thread === to.thread && round === to.round;
	});
	return new Set(same.flatMap(({ personId }) => personId ?? []));
}

/** In an anonymous run groups learn nothing of who looked at their work. */
async function isAnonymous(tx: Queryable, event: EventRow, to: Pointers): Promise<boolean> {
	if (event.name !== 'run.feedback_given' || event.details?.by !== 'peer' || !to.run) return false;
	return (await findRun(tx, to.run))?.isAnonymous ?? true;
}
