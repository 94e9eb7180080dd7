import { eq, inArray } from 'drizzle-orm';
import type { Queryable } from '#db/connection.ts';
import { run, runGroup, runMember, runText } from '#db/schema/runs.ts';
import type { WorkFacts } from '#domain/runs.ts';
import { mayWriteIn } from '#domain/turns.ts';

/** What the policy needs of these texts of groups, by part. */
export async function findWorkFacts(
	db: Queryable,
	partIds: readonly string[]
): Promise<Map<string, WorkFacts>> {
	if (partIds.length === 0) return new Map();
	const texts = await db
		.select({ partId: runText.partId, step: runText.step, group: runGroup, run })
		.from(runText)
		.innerJoin(runGroup, eq(runGroup.id, runText.groupId))
		.innerJoin(run, eq(run.id, runGroup.runId))
		.where(inArray(runText.partId, [...partIds]));
	const members = await db
		.select()
		.from(runMember)
		.where(inArray(runMember.groupId, [...new Set(texts.map(({ group }) => group.id))]));
	const membersOf = Map.groupBy(members, ({ groupId }) => groupId);
	return new Map(
		texts.map(({ partId, step, group, run }) => {
			const own = membersOf.get(group.id) ?? [];
			const taken = own.map(({ role }) => role);
			const turn = run.kind === 'workshop' ? run.design.steps[step]?.turn : 'everybody';
			return [
				partId,
				{
					run: run.id,
					isPrivate: run.isPrivate,
					members: own.map(({ personId, role }) => ({
						person: personId,
						mayWrite: turn !== undefined && mayWriteIn(turn, role, taken)
					})),
					isClosed: group.finalAt !== null || run.endedAt !== null || isPast(run, step)
				}
			];
		})
	);
}

/** Whether a text is of a round that was closed, or of one that came before the one that is going on. */
function isPast({ kind, step: now, stepClosedAt }: typeof run.$inferSelect, step: number): boolean {
	if (kind === 'class') return false;
	return now === null || step !== now || stepClosedAt !== null;
}
