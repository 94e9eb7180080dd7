import type { Transaction } from '#db/connection.ts';
import {
	countEvidence,
	deleteBareFindings,
	deleteEvidence,
	findEvidence,
	insertEvidence,
	updateEvidence
} from '#db/queries/evidence.ts';
import { anchorOf } from '#domain/anchors/anchor.ts';
import { resolve } from '#domain/anchors/resolve.ts';
import { Conflict, Invalid, NotFound } from '#domain/errors.ts';
import { EVIDENCE_MAX, SHOWS_MAX } from '#domain/evidence.ts';
import type { Actor } from '#domain/facts.ts';
import { oneLine } from '#domain/line.ts';
import type { Context } from './context.ts';
import { recordEvent } from './events.ts';
import { indexedText, passageMeant, readablePart, type PassageMeant } from './passages.ts';
import { changeAround } from './change-around.ts';

/** A passage of a case as evidence; `shows` is a line about what it shows. */
export type NewEvidence = PassageMeant & { part: string; shows?: string };

/** Links a passage of a case that the actor may read to a study that they write. Answers its id. */
export async function linkEvidence(
	context: Context,
	actor: Actor,
	id: string,
	{ part, shows = '', ...meant }: NewEvidence
): Promise<string> {
	return changeAround(context, actor, id, 'keep_evidence', async (tx, { werkplaats }) => {
		const from = await readablePart(tx, actor, part, context.now());
		if (from.document.kind !== 'case') throw new NotFound();
		const line = checkLine(shows);
		if ((await countEvidence(tx, id)) >= EVIDENCE_MAX) throw new Conflict('evidence_full');
		const { anchor } = passageMeant(await indexedText(tx, part), meant);
		const now = context.now();
		const evidence = await insertEvidence(tx, {
			...{ documentId: id, partId: part, passage: anchor, quotedAt: now, shows: line },
			...{ linkedBy: actor.id, linkedAt: now }
		});
		await record(tx, 'evidence.linked', actor, { werkplaats, id, evidence });
		return evidence;
	});
}

/** Says what a passage shows: for who may read it too, as they can't say that of what they can't open. */
export async function describeEvidence(
	context: Context,
	actor: Actor,
	id: string,
	{ evidence, shows }: { evidence: string; shows: string }
): Promise<void> {
	await changeAround(context, actor, id, 'keep_evidence', async (tx, { werkplaats }) => {
		await openedRow(tx, context, actor, id, evidence);
		await updateEvidence(tx, id, [evidence], { shows: checkLine(shows) });
		await record(tx, 'evidence.described', actor, { werkplaats, id, evidence });
	});
}

/** Takes the words that stand there now, which the actor has `seen`, for those that were quoted. */
export async function acceptPassage(
	context: Context,
	actor: Actor,
	id: string,
	{ evidence, seen }: { evidence: string; seen: string }
): Promise<void> {
	await changeAround(context, actor, id, 'keep_evidence', async (tx, { werkplaats }) => {
		const row = await openedRow(tx, context, actor, id, evidence);
		const text = await indexedText(tx, row.partId);
		const standing = resolve(text, row.passage);
		if (standing.is !== 'changed' || standing.text !== seen) throw new Conflict('passage_changed');
		const passage = anchorOf(text, standing.range);
		if (!passage) throw new Conflict('passage_too_long');
		await updateEvidence(tx, id, [evidence], { passage, quotedAt: context.now() });
		await record(tx, 'evidence.accepted', actor, { werkplaats, id, evidence });
	});
}

/** Takes a link away; also one of which the actor can't open the passage. The case itself stays as it is. */
export async function removeEvidence(
	context: Context,
	actor: Actor,
	id: string,
	evidence: string
): Promise<void> {
	await changeAround(context, actor, id, 'keep_evidence', async (tx, { werkplaats }) => {
		if (!(await deleteEvidence(tx, id, evidence))) throw new NotFound();
		await deleteBareFindings(tx, id);
		await record(tx, 'evidence.removed', actor, { werkplaats, id, evidence });
	});
}

/** Evidence of a study of which the actor may read the passage. */
async function openedRow(
	tx: Transaction,
	context: Context,
	actor: Actor,
	id: string,
	evidence: string
) {
	const row = await findEvidence(tx, id, evidence);
	if (!row) throw new NotFound();
	await readablePart(tx, actor, row.partId, context.now());
	return row;
}

/** Nothing in an event says whose words they are, or from which case. */
function record(
	tx: Transaction,
	name: string,
	actor: Actor,
	{ werkplaats, id, evidence }: { werkplaats: string; id: string; evidence: string }
): Promise<void> {
	const about = { actorId: actor.id, werkplaatsId: werkplaats, documentId: id };
	return recordEvent(tx, { ...about, name, details: { evidence } });
}

function checkLine(shows: string): string {
	const line = oneLine(shows);
	if (line.length > SHOWS_MAX) throw new Invalid({ shows: 'too_long' });
	return line;
}
