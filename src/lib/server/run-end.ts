import { updateRun } from '#db/queries/runs.ts';
import type { Actor } from '#domain/facts.ts';
import type { Context } from './context.ts';
import { changeAccessToRun } from './run-change.ts';

/** Ends a run for good: from now on nobody joins, writes or hands in; everything can still be read. */
export async function endRun(context: Context, actor: Actor, runId: string): Promise<void> {
	await changeAccessToRun(context, actor, runId, 'lead', async (tx, { run, now }) => {
		await updateRun(tx, run.id, { endedAt: now });
		return { name: 'run.ended' };
	});
}
