import type { Transaction } from '#db/connection.ts';
import { updateGroup, type GroupRow } from '#db/queries/run-groups.ts';
import { listSubmissions, markReturned, type SubmissionRow } from '#db/queries/submissions.ts';
import { Conflict } from '#domain/errors.ts';
import type { Actor } from '#domain/facts.ts';
import type { Context } from './context.ts';
import { changeAccessToRun, changeRun, type EnteredRun } from './run-change.ts';
import { groupOf } from './run-groups.ts';

/** Gives work back: the group goes on with it and hands it in again. */
export async function returnWork(
	context: Context,
	actor: Actor,
	runId: string,
	groupId: string
): Promise<void> {
	await changeRun(context, actor, runId, 'lead', async (tx, place) => {
		const { group, last } = await handedIn(tx, place, groupId);
		if (group.finalAt) throw new Conflict('work_final');
		if (last.returnedAt) return null;
		await markReturned(tx, last.id, place.now);
		return { name: 'run.returned', details: { group: groupId, nth: last.nth } };
	});
}

/** Says that a group's work is done: from now on nobody writes in it. */
export async function finishWork(
	context: Context,
	actor: Actor,
	runId: string,
	groupId: string
): Promise<void> {
	await changeAccessToRun(context, actor, runId, 'lead', async (tx, place) => {
		const { group } = await handedIn(tx, place, groupId);
		if (group.finalAt) return null;
		await updateGroup(tx, groupId, { finalAt: place.now, finalBy: actor.id });
		return { name: 'run.finished', details: { group: groupId } };
	});
}

/** Takes that back. */
export async function reopenWork(
	context: Context,
	actor: Actor,
	runId: string,
	groupId: string
): Promise<void> {
	await changeAccessToRun(context, actor, runId, 'lead', async (tx, { run }) => {
		const group = await groupOf(tx, run.id, groupId);
		if (!group.finalAt) return null;
		await updateGroup(tx, groupId, { finalAt: null, finalBy: null });
		return { name: 'run.reopened', details: { group: groupId } };
	});
}

async function handedIn(
	tx: Transaction,
	{ run }: EnteredRun,
	groupId: string
): Promise<{ group: GroupRow; last: SubmissionRow }> {
	const group = await groupOf(tx, run.id, groupId);
	const [last] = await listSubmissions(tx, [groupId]);
	if (!last) throw new Conflict('not_handed_in');
	return { group, last };
}
