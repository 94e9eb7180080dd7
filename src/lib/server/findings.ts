import type { Transaction } from '#db/connection.ts';
import {
	deleteBareFindings,
	insertFinding,
	listFindings,
	updateEvidence
} from '#db/queries/evidence.ts';
import { resolve } from '#domain/anchors/resolve.ts';
import type { Passage, TextIndex } from '#domain/anchors/text-index.ts';
import { NotFound } from '#domain/errors.ts';
import type { Actor } from '#domain/facts.ts';
import type { Context } from './context.ts';
import { recordEvent } from './events.ts';
import { indexedText, passageMeant, readablePart, type PassageMeant } from './passages.ts';
import { changeAround } from './change-around.ts';

/** Says on which words of a study's own text some of its evidence hangs. Answers the finding. */
export async function coupleEvidence(
	context: Context,
	actor: Actor,
	id: string,
	{ evidence, part, ...meant }: PassageMeant & { evidence: readonly string[]; part: string }
): Promise<string> {
	return changeAround(context, actor, id, 'keep_evidence', async (tx, { werkplaats }) => {
		const own = await readablePart(tx, actor, part, context.now());
		if (own.document.id !== id) throw new NotFound();
		const text = await indexedText(tx, part);
		const { anchor, range } = passageMeant(text, meant);
		const row = { documentId: id, partId: part, passage: anchor };
		const finding = (await findingAt(tx, row, text, range)) ?? (await insertFinding(tx, row));
		await place(tx, actor, { werkplaats, id, evidence: [...new Set(evidence)], finding });
		return finding;
	});
}

/** Hangs evidence on a finding that is there already, or on none. */
export async function placeEvidence(
	context: Context,
	actor: Actor,
	id: string,
	{ evidence, finding }: { evidence: string; finding: string | null }
): Promise<void> {
	await changeAround(context, actor, id, 'keep_evidence', async (tx, { werkplaats }) => {
		const isKnown = (await listFindings(tx, id)).some((one) => one.id === finding);
		if (finding !== null && !isKnown) throw new NotFound();
		await place(tx, actor, { werkplaats, id, evidence: [evidence], finding });
	});
}

/** The finding at exactly these words, so that evidence that is brought later hangs on the same. */
async function findingAt(
	tx: Transaction,
	{ documentId, partId }: { documentId: string; partId: string },
	text: TextIndex,
	{ from, to }: Passage
): Promise<string | undefined> {
	const own = (await listFindings(tx, documentId)).filter(({ part }) => part === partId);
	return own.find(({ passage }) => {
		const standing = resolve(text, passage);
		return standing.is !== 'lost' && standing.range.from === from && standing.range.to === to;
	})?.id;
}

async function place(
	tx: Transaction,
	actor: Actor,
	{
		werkplaats,
		id,
		evidence,
		finding
	}: { werkplaats: string; id: string; evidence: string[]; finding: string | null }
): Promise<void> {
	const placed = await updateEvidence(tx, id, evidence, { findingId: finding });
	if (placed !== evidence.length) throw new NotFound();
	await deleteBareFindings(tx, id);
	await recordEvent(tx, {
		name: finding ? 'evidence.coupled' : 'evidence.uncoupled',
		actorId: actor.id,
		werkplaatsId: werkplaats,
		documentId: id,
		details: { finding, count: evidence.length }
	});
}
