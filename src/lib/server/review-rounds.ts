import type { Queryable, Transaction } from '#db/connection.ts';
import { findFactsOfParts } from '#db/queries/facts.ts';
import {
	insertAsked,
	insertRound,
	listRounds,
	updateAsked,
	updateRound,
	type RoundRow
} from '#db/queries/review-rounds.ts';
import { dayOf } from '#domain/days.ts';
import { Conflict, Invalid, NotAllowed, NotFound } from '#domain/errors.ts';
import type { Actor, PartFacts } from '#domain/facts.ts';
import { oneLine } from '#domain/line.ts';
import { authorize } from '#domain/policy.ts';
import {
	answerFaults,
	askFaults,
	mayAnswer,
	mayRemind,
	OPEN_ROUNDS_MAX,
	type RoundAnswer,
	type RoundKind
} from '#domain/review-rounds.ts';
import { VERSION_NAME_MAX } from '#domain/versions.ts';
import type { Context } from './context.ts';
import { askablePeople, resolveAsked, type Asking } from './review-people.ts';
import { changeRound, recordRound, ringRound, type EnteredRound } from './round-change.ts';
import { keepVersion } from './versions.ts';

/** What is asked of whom, before which day. */
export type NewRound = Asking & {
	questions: readonly string[];
	message: string;
	/** As 2026-12-31. */
	dueOn: string;
};

/** Asks people for feedback on a part as it is at this moment. Answers the round's id. */
export async function beginRound(
	context: Context,
	actor: Actor,
	partId: string,
	input: NewRound
): Promise<string> {
	const now = context.now();
	const { id, part } = await context.db.transaction(async (tx) => {
		const [facts] = await findFactsOfParts(tx, [partId], now);
		// What a group writes has feedback of its own.
		if (!facts || facts.kind === 'work') throw new NotFound();
		authorize(actor, 'write', { type: 'part', part: facts });
		return {
			part: facts,
			id: await begin(tx, context, actor, facts, { ...input, kind: 'feedback' })
		};
	});
	ringRound(context, part);
	return id;
}

/** The same of a text that nobody writes; the caller asks the policy. */
export async function begin(
	tx: Transaction,
	context: Context,
	actor: Actor,
	part: PartFacts,
	{ kind, ...input }: NewRound & { kind: RoundKind }
): Promise<string> {
	await assertRoom(tx, part.document.id);
	const values = { kind, documentId: part.document.id, partId: part.id, madeBy: actor.id };
	const id = await insertRound(tx, { ...values, questions: [], begunAt: context.now() });
	await ask(tx, context, actor, { round: { id, kind }, part }, input);
	return id;
}

/** Freezes the text of a round and asks people about it. */
export async function ask(
	tx: Transaction,
	context: Context,
	actor: Actor,
	{ round, part }: { round: Pick<RoundRow, 'id' | 'kind'>; part: PartFacts },
	input: NewRound
): Promise<void> {
	const now = context.now();
	const asks = {
		questions: input.questions.map(oneLine).filter((question) => question !== ''),
		message: input.message.trim(),
		dueOn: input.dueOn
	};
	const faults = askFaults(round.kind, asks, dayOf(now));
	if (Object.keys(faults).length > 0) throw new Invalid(faults);
	const people = resolveAsked(await askablePeople(tx, actor, part, now), input);
	const versionId = await keepVersion(tx, part.id, { reason: 'round', by: actor.id, at: now });
	await updateRound(tx, round.id, { ...asks, versionId, begunAt: now, madeBy: actor.id });
	const asked = await insertAsked(tx, round.id, people, now);
	await recordRound(tx, actor, { round, part }, { name: 'round.asked', people: asked });
}

async function assertRoom(db: Queryable, documentId: string): Promise<void> {
	const open = (await listRounds(db, documentId)).filter(({ closedAt }) => !closedAt);
	if (open.length >= OPEN_ROUNDS_MAX) throw new Conflict('rounds_open');
}

/** Answers what one was asked, or says it otherwise, until the round is closed. */
export async function answerRound(
	context: Context,
	actor: Actor,
	id: string,
	said: RoundAnswer
): Promise<void> {
	await changeRound(context, actor, id, async (tx, found) => {
		const { round, own, now } = found;
		// Of a policy text one says more than answers.
		if (round.kind === 'critical_friend') throw new NotFound();
		assertAnswers(found);
		const faults = answerFaults(round.questions, said);
		if (Object.keys(faults).length > 0) throw new Invalid(faults);
		const answers = said.answers.map((answer) => answer.trim());
		const change = { answers, remarks: said.remarks.trim(), answeredAt: now };
		await updateAsked(tx, { roundId: id, people: [actor.id] }, change);
		// Who says it otherwise answered already: of that nobody is told again.
		return { name: own?.answeredAt ? 'round.answer_changed' : 'round.answered' };
	});
}

/** Refuses who was not asked, and everybody once it is closed. */
export function assertAnswers({ place, standing }: EnteredRound): void {
	if (!place.asked) throw new NotAllowed('comment_part');
	if (!mayAnswer(place, standing)) throw new Conflict('round_closed');
}

/** Refuses who does not lead the round, and everybody once it is closed. */
function assertLeads({ place, standing }: EnteredRound): void {
	if (!place.leads) throw new NotAllowed('write');
	if (standing === 'closed') throw new Conflict('round_closed');
}

/** Reminds who did not answer yet, each at most once a day. */
export async function remindRound(context: Context, actor: Actor, id: string): Promise<void> {
	await changeRound(context, actor, id, async (tx, found) => {
		assertLeads(found);
		const { asked, now } = found;
		const people = asked.flatMap((one) => {
			const answeredAt = one.answeredAt ?? one.signedAt;
			return mayRemind({ ...one, answeredAt }, now) ? one.personId : [];
		});
		if (people.length === 0) throw new Conflict('nobody_to_remind');
		await updateAsked(tx, { roundId: id, people }, { remindedAt: now });
		return { name: 'round.reminded', people };
	});
}

/**
 * Closes a round: nothing is answered any more, and who was asked reads what the others said. The text gets a version
 * with a name, as it is then; a policy text, which never changes, needs none.
 */
export async function closeRound(
	context: Context,
	actor: Actor,
	id: string,
	{ name }: { name: string }
): Promise<void> {
	await changeRound(context, actor, id, async (tx, found) => {
		assertLeads(found);
		const { round, now } = found;
		if (!round.begunAt) throw new Conflict('mirror_not_begun');
		const closed = { closedAt: now, closedBy: actor.id };
		if (round.kind === 'critical_friend') await updateRound(tx, id, closed);
		else {
			const called = oneLine(name);
			if (called === '') throw new Invalid({ name: 'required' });
			if (called.length > VERSION_NAME_MAX) throw new Invalid({ name: 'too_long' });
			const kept = { reason: 'round', name: called, by: actor.id, at: now } as const;
			const closedVersionId = await keepVersion(tx, round.partId, kept);
			await updateRound(tx, id, { ...closed, closedVersionId });
		}
		return { name: 'round.closed' };
	});
}
