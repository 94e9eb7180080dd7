import { listActionsOf } from '#db/queries/actions.ts';
import { findPeopleNames } from '#db/queries/people.ts';
import { listRoundsWaitingFor } from '#db/queries/review-rounds.ts';
import { commentLine } from '#domain/comment-line.ts';
import { dayOf } from '#domain/days.ts';
import type { Actor } from '#domain/facts.ts';
import { mayHear } from '#domain/telling.ts';
import { peopleIn } from '#domain/threads.ts';
import type { Context } from './context.ts';
import { addressOf } from './told-address.ts';
import { pointersOf } from './told-circles.ts';
import { aboutOf, placesOf } from './told-places.ts';
import { functionWord, toldSentence, type Language } from './told-words.ts';

/** Enough for a morning; the rest stands in the documents. */
const SHOWN = 8;

/** Something that waits for somebody: an action in a thread, a text to say something of, a mirror to begin. */
export type WaitingAction = {
	/** Of the document. */
	title: string;
	/** What was said first, or what is asked. */
	quote: string | null;
	/** As 2026-12-31. */
	dueOn: string | null;
	/** Of each only once. */
	href: string;
};

/** What the actor was asked to do where they may read it now, what is due first on top. */
export async function listMyActions(
	context: Context,
	actor: Actor,
	language: Language
): Promise<WaitingAction[]> {
	const inThreads = await actionsInThreads(context, actor, language);
	const inRounds = await actionsInRounds(context, actor, language);
	const dayIn = ({ dueOn }: WaitingAction) => dueOn ?? '9999';
	return [...inThreads, ...inRounds]
		.sort((one, other) => dayIn(one).localeCompare(dayIn(other)))
		.slice(0, SHOWN);
}

async function actionsInThreads(
	{ db, now }: Context,
	actor: Actor,
	language: Language
): Promise<WaitingAction[]> {
	const rows = await listActionsOf(db, actor.id, SHOWN);
	const name = 'thread.assigned';
	const known = rows.map((row) => {
		const { thread, partId: part, versionId: version, submissionId: submission } = row;
		const to = { ...pointersOf({ details: null }), thread, part, version, submission };
		return { ...row, to, about: aboutOf(name, row.documentId, to) };
	});
	const placeOf = await placesOf(
		db,
		known.map(({ about }) => about),
		now()
	);
	const names = await findPeopleNames(db, [
		...new Set(rows.flatMap(({ body }) => peopleIn(body ?? [])))
	]);
	return known.flatMap(({ documentId, title, dueOn, body, to, about }) => {
		const place = placeOf(about);
		if (!mayHear(actor, name, place)) return [];
		const quote = commentLine(body ?? [], {
			person: (id) => names.get(id) ?? '?',
			function: (as) => functionWord(as, language)
		});
		const href = addressOf(actor, { name, documentId, to }, place);
		return [{ title, quote: quote || null, dueOn, href }];
	});
}

async function actionsInRounds(
	{ db, now }: Context,
	actor: Actor,
	language: Language
): Promise<WaitingAction[]> {
	const which = { today: dayOf(now()), limit: SHOWN };
	const rows = await listRoundsWaitingFor(db, actor.id, which);
	const known = rows.map((row) => {
		const name = row.isBegun ? ('round.asked' as const) : ('mirror.due' as const);
		const to = { ...pointersOf({ details: null }), part: row.partId, round: row.id };
		return { ...row, name, to, about: aboutOf(name, row.documentId, to) };
	});
	const placeOf = await placesOf(
		db,
		known.map(({ about }) => about),
		now()
	);
	const names = await findPeopleNames(db, [...new Set(rows.map(({ madeBy }) => madeBy))]);
	return known.flatMap(({ documentId, title, day, madeBy, name, to, about }) => {
		const place = placeOf(about);
		if (!mayHear(actor, name, place)) return [];
		const quote = toldSentence({ name, who: names.get(madeBy) ?? null, details: null }, language);
		return [{ title, quote, dueOn: day, href: addressOf(actor, { name, documentId, to }, place) }];
	});
}
