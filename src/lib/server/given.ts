import type { Actor } from '#domain/facts.ts';
import type { Progress } from '#domain/hand-in.ts';
import { overviewOf } from './class-work.ts';
import type { Context } from './context.ts';
import { listRuns } from './runs.ts';

/** The times that an assignment was given, as its page tells; for who leads with how far the groups are. */
export async function listGiven(context: Context, actor: Actor, documentId: string) {
	const { leads, runs } = await listRuns(context, actor, documentId);
	const listed = runs.map(({ id, kind, title, dueAt, openedAt, endedAt }) => {
		return { id, kind, title, dueAt, openedAt, endedAt };
	});
	return {
		leads,
		runs: await Promise.all(listed.map(async (run) => ({ ...run, counts: await countsOf(run) })))
	};

	async function countsOf({ id, kind }: { id: string; kind: string }) {
		if (!leads || kind !== 'class') return null;
		const { counts }: { counts: Record<Progress, number> } = await overviewOf(context, actor, id);
		return counts;
	}
}
