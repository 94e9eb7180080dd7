import { and, eq, inArray, or, sql } from 'drizzle-orm';
import type { Queryable } from '#db/connection.ts';
import { part, partSnapshot, partText, partUpdate } from '#db/schema/documents.ts';
import { runGroup, runText } from '#db/schema/runs.ts';

/** A part for each of these groups to write in during one round; answers those of who had none yet. */
export async function insertGroupParts(
	db: Queryable,
	{ documentId, step }: { documentId: string; step: number },
	groupIds: readonly string[]
): Promise<string[]> {
	if (groupIds.length === 0) return [];
	const there = await db
		.select({ groupId: runText.groupId })
		.from(runText)
		.where(and(eq(runText.step, step), inArray(runText.groupId, [...groupIds])));
	const without = groupIds.filter((id) => !there.some(({ groupId }) => groupId === id));
	if (without.length === 0) return [];
	const parts = await db
		.insert(part)
		.values(without.map(() => ({ documentId, kind: 'work' as const, position: step })))
		.returning({ id: part.id });
	const texts = without.map((groupId, nth) => ({ groupId, partId: parts[nth]!.id, step }));
	await db.insert(runText).values(texts);
	return texts.map(({ partId }) => partId);
}

/** How far the stored text of each group is in one round: `upto` says which one it is. */
export function listTextVersions(db: Queryable, runId: string, step: number) {
	return db
		.select({
			groupId: runGroup.id,
			position: runGroup.position,
			partId: runText.partId,
			words: partText.words,
			upto: partText.upto,
			refreshedAt: partText.refreshedAt
		})
		.from(runText)
		.innerJoin(runGroup, eq(runGroup.id, runText.groupId))
		.innerJoin(partText, eq(partText.partId, runText.partId))
		.where(and(eq(runGroup.runId, runId), eq(runText.step, step)))
		.orderBy(runGroup.position);
}

/** What groups of a run wrote as it is stored, by round and group: of one group when it is given. */
export function listWritten(db: Queryable, runId: string, groupId?: string) {
	return db
		.select({
			groupId: runText.groupId,
			step: runText.step,
			partId: runText.partId,
			content: partText.content,
			words: partText.words
		})
		.from(runText)
		.innerJoin(runGroup, eq(runGroup.id, runText.groupId))
		.innerJoin(partText, eq(partText.partId, runText.partId))
		.where(and(eq(runGroup.runId, runId), groupId ? eq(runGroup.id, groupId) : undefined))
		.orderBy(runText.step, runGroup.position);
}

/** The texts of a run, or of one of its groups, that were written after they were last read out. */
export async function findStaleWork(
	db: Queryable,
	runId: string,
	groupId?: string
): Promise<string[]> {
	const rows = await db
		.selectDistinct({ id: runText.partId })
		.from(runText)
		.innerJoin(runGroup, eq(runGroup.id, runText.groupId))
		.innerJoin(partText, eq(partText.partId, runText.partId))
		.leftJoin(partUpdate, eq(partUpdate.partId, runText.partId))
		.leftJoin(partSnapshot, eq(partSnapshot.partId, runText.partId))
		.where(
			and(
				eq(runGroup.runId, runId),
				groupId ? eq(runGroup.id, groupId) : undefined,
				or(
					sql`${partText.upto} < ${partUpdate.id}`,
					sql`${partText.refreshedAt} < ${partSnapshot.createdAt}`
				)
			)
		);
	return rows.map(({ id }) => id);
}
