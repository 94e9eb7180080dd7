import type { Transaction } from '#db/connection.ts';
import { findDocument } from '#db/queries/documents.ts';
import { insertRelation } from '#db/queries/relations.ts';
import { lockRun, updateRun } from '#db/queries/runs.ts';
import { Conflict } from '#domain/errors.ts';
import type { Actor } from '#domain/facts.ts';

/** A workshop, and the assignment that it was held with. */
export type HarvestOf = { run: string; assignment: string };

/** Says of a document that was just begun from which workshop it comes; there is one of each. */
export async function putHarvest(
	tx: Transaction,
	actor: Pick<Actor, 'id'>,
	documentId: string,
	{ run: runId, assignment }: HarvestOf
): Promise<void> {
	const run = await lockRun(tx, runId);
	const there = run?.harvestId && (await findDocument(tx, run.harvestId));
	if (there && !there.deletedAt) throw new Conflict('harvested_already');
	await updateRun(tx, runId, { harvestId: documentId });
	const origin = { fromId: documentId, toId: assignment, type: 'comes_from' } as const;
	await insertRelation(tx, { ...origin, relatedBy: actor.id });
}
