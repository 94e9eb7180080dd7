import { listGroups } from '#db/queries/run-groups.ts';
import { updateRun } from '#db/queries/runs.ts';
import { endVisits } from '#db/queries/visitors.ts';
import { STEP_MINUTES_MAX } from '#domain/assignments.ts';
import { Conflict, Invalid, NotFound } from '#domain/errors.ts';
import type { Actor } from '#domain/facts.ts';
import { endOfRound, extended } from '#domain/rounds.ts';
import { VISITOR_READS_DAYS } from '#domain/visitors.ts';
import type { Context } from './context.ts';
import { changeAccessToRun, changeRun } from './run-change.ts';
import { makeGroupTexts } from './run-groups.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * Begins a round, the first as `1`: each group gets a text to write in, and what it wrote in other rounds stands still.
 * A round that was begun before goes on with the texts that it has.
 */
export async function beginRound(
	context: Context,
	actor: Actor,
	runId: string,
	nth: number
): Promise<void> {
	await changeAccessToRun(context, actor, runId, 'lead', async (tx, { run, now }) => {
		const step = nth - 1;
		const round = run.design.steps[step];
		if (run.kind !== 'workshop' || !round) throw new NotFound();
		// Who pressed twice does not begin the clock anew.
		if (run.step === step && !run.stepClosedAt) return null;
		const stepEndsAt = endOfRound(round.minutes, now);
		await updateRun(tx, run.id, { step, stepBeganAt: now, stepEndsAt, stepClosedAt: null });
		const groups = await listGroups(tx, run.id);
		const ids = groups.map(({ id }) => id);
		await makeGroupTexts(tx, run, step, ids);
		return { name: 'run.round_begun', details: { nth } };
	});
}

/** Gives a round that goes on more time: from now when its time was over. */
export async function extendRound(
	context: Context,
	actor: Actor,
	runId: string,
	minutes: number
): Promise<void> {
	if (!Number.isInteger(minutes) || minutes < 1 || minutes > STEP_MINUTES_MAX) {
		throw new Invalid({ minutes: 'invalid' });
	}
	await changeRun(context, actor, runId, 'lead', async (tx, { run, now }) => {
		if (run.step === null || !run.stepEndsAt || run.stepClosedAt) throw new Conflict('no_round');
		const stepEndsAt = extended({ endsAt: run.stepEndsAt }, minutes, now);
		await updateRun(tx, run.id, { stepEndsAt });
		return { name: 'run.round_extended', details: { nth: run.step + 1, minutes } };
	});
}

/** Ends the round that goes on: when this resolves, nothing of what anybody types in it is taken any more. */
export async function closeRound(context: Context, actor: Actor, runId: string): Promise<void> {
	await changeAccessToRun(context, actor, runId, 'lead', async (tx, { run, now }) => {
		if (run.step === null) throw new Conflict('no_round');
		if (run.stepClosedAt) return null;
		await updateRun(tx, run.id, { stepClosedAt: now });
		return { name: 'run.round_closed', details: { nth: run.step + 1 } };
	});
}

/** Lets everybody write on in the round that was closed last. Its time stays what it was: `extendRound` gives more. */
export async function reopenRound(context: Context, actor: Actor, runId: string): Promise<void> {
	await changeAccessToRun(context, actor, runId, 'lead', async (tx, { run }) => {
		if (run.step === null || !run.stepClosedAt) throw new Conflict('no_round');
		await updateRun(tx, run.id, { stepClosedAt: null });
		return { name: 'run.round_reopened', details: { nth: run.step + 1 } };
	});
}

/** Ends the workshop: nobody comes in or writes any more, and who came without an account reads for one more day. */
export async function endWorkshop(context: Context, actor: Actor, runId: string): Promise<void> {
	await changeAccessToRun(context, actor, runId, 'lead', async (tx, { run, now }) => {
		if (run.kind !== 'workshop') throw new NotFound();
		const stepClosedAt = run.step === null ? null : (run.stepClosedAt ?? now);
		await updateRun(tx, run.id, { endedAt: now, stepClosedAt });
		await endVisits(tx, run.id, new Date(now.getTime() + VISITOR_READS_DAYS * DAY_MS));
		return { name: 'run.ended' };
	});
}
