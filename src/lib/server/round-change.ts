import type { Queryable, Transaction } from '#db/connection.ts';
import type { NewEvent } from '#db/queries/events.ts';
import { findFactsOfParts } from '#db/queries/facts.ts';
import {
	findRound,
	listAsked,
	lockRound,
	type AskedRow,
	type RoundRow
} from '#db/queries/review-rounds.ts';
import { dayOf } from '#domain/days.ts';
import { NotFound } from '#domain/errors.ts';
import type { Actor, PartFacts } from '#domain/facts.ts';
import { seesRound, standingOf, type Place, type RoundStanding } from '#domain/review-rounds.ts';
import { placeInRound } from '#domain/round-place.ts';
import type { Context } from './context.ts';
import { recordEvent } from './events.ts';

/** A round with how somebody stands to it now. */
export type EnteredRound = {
	round: RoundRow;
	part: PartFacts;
	asked: AskedRow[];
	/** What the actor was asked, if they were. */
	own: AskedRow | undefined;
	place: Place;
	standing: RoundStanding;
	now: Date;
};

/** A round of this part, with how somebody stands to it. */
export function entered(
	actor: Actor,
	round: RoundRow,
	{ part, asked, now }: { part: PartFacts; asked: AskedRow[]; now: Date }
): EnteredRound {
	const own = asked.find(({ personId }) => personId === actor.id);
	const people = asked.map(({ personId }) => personId);
	const place = placeInRound(actor, part, { madeBy: round.madeBy, asked: people });
	return { round, part, asked, own, place, standing: standingOf(round, dayOf(now)), now };
}

/** A round, if the actor may know of it. */
export async function enterRound(
	db: Queryable,
	actor: Actor,
	id: string,
	now: Date
): Promise<EnteredRound> {
	const round = await findRound(db, id);
	const [part] = round ? await findFactsOfParts(db, [round.partId], now) : [];
	if (!round || !part) throw new NotFound();
	const asked = (await listAsked(db, [id])).get(id) ?? [];
	const found = entered(actor, round, { part, asked, now });
	if (!seesRound(round.kind, found.place)) throw new NotFound();
	return found;
}

/** What happened in a round, and whom it happened to; of several people one event each. */
export type Happened = Pick<NewEvent, 'name'> & {
	people?: readonly string[];
	details?: NewEvent['details'];
};

/**
 * Makes one change of a round that the actor knows of, in a transaction in which nobody else makes one, and tells who
 * has its text open. Null: nothing happened.
 */
export async function changeRound(
	context: Context,
	actor: Actor,
	id: string,
	change: (tx: Transaction, entered: EnteredRound) => Promise<Happened | null>
): Promise<void> {
	const part = await context.db.transaction(async (tx) => {
		await lockRound(tx, id);
		const found = await enterRound(tx, actor, id, context.now());
		const happened = await change(tx, found);
		if (happened) await recordRound(tx, actor, found, happened);
		return found.part;
	});
	ringRound(context, part);
}

/** Writes what happened in a round, without a word of what was said. */
export async function recordRound(
	tx: Queryable,
	actor: Pick<Actor, 'id'> | null,
	{ round, part }: { round: Pick<RoundRow, 'id' | 'kind'>; part: PartFacts },
	{ name, people, details }: Happened
): Promise<void> {
	const event = {
		name,
		actorId: actor?.id ?? null,
		werkplaatsId: part.document.werkplaats,
		documentId: part.document.id,
		details: { round: round.id, part: part.id, kind: round.kind, ...details }
	};
	if (!people) await recordEvent(tx, event);
	for (const personId of people ?? []) await recordEvent(tx, { ...event, personId });
}

/** Tells pages that show the part, or lists with its document, to look again. */
export function ringRound({ bus }: Pick<Context, 'bus'>, part: PartFacts): void {
	bus.ring({ kind: 'review', part: part.id });
	bus.ring({ kind: 'document', document: part.document.id });
}
