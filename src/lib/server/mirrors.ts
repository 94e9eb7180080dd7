import {
	deleteRound,
	insertRound,
	listOverdueMirrors,
	listRounds,
	takeDueMirrors,
	updateRound
} from '#db/queries/review-rounds.ts';
import { findFactsOfParts, findOneDocumentFacts, findPartFacts } from '#db/queries/facts.ts';
import { dayOf } from '#domain/days.ts';
import { Conflict, Invalid, NotAllowed } from '#domain/errors.ts';
import type { Actor } from '#domain/facts.ts';
import { pickPart } from '#domain/parts.ts';
import { can } from '#domain/policy.ts';
import { CHANGES_MAX } from '#domain/review-rounds.ts';
import { changeAround } from './change-around.ts';
import type { Context } from './context.ts';
import { recordEvent } from './events.ts';
import { ask, type NewRound } from './review-rounds.ts';
import { changeRound, recordRound } from './round-change.ts';

/** Plans a moment at which critical friends hold up a mirror to a study. Answers its id. */
export async function planMirror(
	context: Context,
	actor: Actor,
	documentId: string,
	{ plannedFor }: { plannedFor: string }
): Promise<string> {
	return changeAround(context, actor, documentId, 'plan_mirror', async (tx, document) => {
		if (plannedFor < dayOf(context.now())) throw new Invalid({ plannedFor: 'day_past' });
		const before = await listRounds(tx, documentId);
		const isPlanned = before.some(({ kind, begunAt }) => kind === 'mirror' && !begunAt);
		if (isPlanned) throw new Conflict('mirror_planned');
		const part = pickPart(await findPartFacts(tx, [document], context.now()), null);
		if (!part) throw new Conflict('no_text');
		const row = { kind: 'mirror', documentId, partId: part.id, madeBy: actor.id } as const;
		const createdAt = context.now();
		const id = await insertRound(tx, { ...row, plannedFor, questions: [], createdAt });
		const round = { id, kind: row.kind };
		await recordRound(tx, actor, { round, part }, { name: 'mirror.planned' });
		return id;
	});
}

/** Puts the moment on another day, or calls it off (null), as long as it was not begun. */
export async function replanMirror(
	context: Context,
	actor: Actor,
	id: string,
	{ plannedFor }: { plannedFor: string | null }
): Promise<void> {
	await changeRound(context, actor, id, async (tx, { round, part, now }) => {
		const { document } = part;
		if (!can(actor, 'plan_mirror', { type: 'document', document }))
			throw new NotAllowed('plan_mirror');
		if (round.begunAt) throw new Conflict('mirror_begun');
		if (plannedFor === null) {
			await deleteRound(tx, id);
			return { name: 'mirror.called_off' };
		}
		if (plannedFor < dayOf(now)) throw new Invalid({ plannedFor: 'day_past' });
		await updateRound(tx, id, { plannedFor, toldAt: null });
		return { name: 'mirror.planned' };
	});
}

/** Begins the moment: the text stands still for who is asked, and critical friends are asked about it. */
export async function beginMirror(
	context: Context,
	actor: Actor,
	id: string,
	input: NewRound
): Promise<void> {
	await changeRound(context, actor, id, async (tx, { round, part }) => {
		if (!can(actor, 'write', { type: 'part', part })) throw new NotAllowed('write');
		if (round.kind !== 'mirror' || round.begunAt) throw new Conflict('mirror_begun');
		await ask(tx, context, actor, { round, part }, input);
		return { name: 'mirror.begun' };
	});
}

/** Says what the team changes after it looked in the mirror: for everybody who reads the study. */
export async function sayWhatChanges(
	context: Context,
	actor: Actor,
	id: string,
	{ words }: { words: string }
): Promise<void> {
	await changeRound(context, actor, id, async (tx, { round, place, now }) => {
		if (!place.leads) throw new NotAllowed('write');
		if (round.kind !== 'mirror' || !round.begunAt) throw new Conflict('mirror_not_begun');
		const changes = words.trim();
		if (changes.length > CHANGES_MAX) throw new Invalid({ words: 'too_long' });
		if (changes === round.changes) return null;
		const said = changes === '' ? { by: null, at: null } : { by: actor.id, at: now };
		await updateRound(tx, id, { changes, changesBy: said.by, changesAt: said.at });
		return { name: 'mirror.changes_said' };
	});
}

/** Enough to see that it is so; each study says it itself. */
const SHOWN = 5;

export type OverdueMirror = { id: string; documentId: string; title: string; plannedFor: string };

/** Mirrors of a werkplaats that are overdue, of the texts that the actor reads; the longest overdue first. */
export async function overdueMirrors(
	{ db, now }: Context,
	actor: Actor,
	werkplaatsId: string
): Promise<OverdueMirror[]> {
	const rows = await listOverdueMirrors(db, { werkplaatsId, today: dayOf(now()) });
	const ids = rows.map(({ partId }) => partId);
	const parts = await findFactsOfParts(db, ids, now());
	const read = new Set(
		parts.filter((part) => can(actor, 'read', { type: 'part', part })).map(({ id }) => id)
	);
	return rows
		.filter(({ partId }) => read.has(partId))
		.slice(0, SHOWN)
		.map(({ id, documentId, title, plannedFor }) => ({ id, documentId, title, plannedFor }));
}

/** Lets people know of mirrors whose day has come, each once, whichever process does it. Answers how many. */
export async function tellDueMirrors(context: Context): Promise<number> {
	const now = context.now();
	return context.db.transaction(async (tx) => {
		const due = await takeDueMirrors(tx, dayOf(now), now);
		for (const { id, documentId, partId, madeBy } of due) {
			const document = await findOneDocumentFacts(tx, documentId, now);
			await recordEvent(tx, {
				name: 'mirror.due',
				werkplaatsId: document?.werkplaats ?? null,
				documentId,
				personId: madeBy,
				details: { round: id, part: partId }
			});
		}
		return due.length;
	});
}
