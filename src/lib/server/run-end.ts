import { updateRun } from '#db/queries/runs.ts';
import { NotFound } from '#domain/errors.ts';
import type { Actor } from '#domain/facts.ts';
import type { Context } from './context.ts';
import { changeAccessToRun } from './run-change.ts';

/** Ends what was given to a class for good: nobody joins, writes or hands in any more, and all can still be read. */
export async function endRun(context: Context, actor: Actor, runId: string): Promise<void> {
	await changeAccessToRun(context, actor, runId, 'lead', async (tx, { run, now }) => {
		// A workshop ends with its round.
		if (run.kind !== 'class') throw new NotFound();
		await updateRun(tx, run.id, { endedAt: now });
		return { name: 'run.ended' };
	});
}
