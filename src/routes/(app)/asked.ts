import type { Actor } from '#domain/facts.ts';
import { m } from '#lib/paraglide/messages.js';
import { nextForMember } from '#lib/runs/next-step.ts';
import type { AskedRun } from '#lib/runs/run.ts';
import { openWork } from '#server/class-work.ts';
import type { Context } from '#server/context.ts';
import { myRuns, openRun } from '#server/runs.ts';

/** Enough for anybody to know what comes first; what is due later comes up by itself. */
const MOST = 6;

/** What the actor takes part in, what is due first on top, and what is asked of them there. */
export async function askedOf(context: Context, actor: Actor): Promise<AskedRun[]> {
	const runs = (await myRuns(context, actor)).slice(0, MOST);
	return Promise.all(
		runs.map(async ({ id, kind, title, dueAt }) => {
			const words = kind === 'workshop' ? m.runs_mine_workshop() : await nextIn(id);
			return { id, kind, title, dueAt, words };
		})
	);

	async function nextIn(id: string): Promise<string> {
		const run = await openRun(context, actor, id);
		const work = run.ownGroup ? await openWork(context, actor, id, run.ownGroup) : null;
		return nextForMember({ run, work }).words;
	}
}
