import type { Queryable } from '#db/connection.ts';
import { listEvidence, listFindings, type EvidenceRow } from '#db/queries/evidence.ts';
import { findOneDocumentFacts } from '#db/queries/facts.ts';
import type { Holder } from '#db/queries/passages.ts';
import type { Anchor } from '#domain/anchors/anchor.ts';
import type { TextIndex } from '#domain/anchors/text-index.ts';
import { NotFound } from '#domain/errors.ts';
import type { EvidenceState } from '#domain/evidence.ts';
import type { Actor, PartFacts } from '#domain/facts.ts';
import { authorize } from '#domain/policy.ts';
import { hearsFormerWords } from '#domain/voices.ts';
import type { Context } from './context.ts';
import { farePassage, indexedText, readableParts } from './passages.ts';

/** How a quoted passage is now; `now` is what stands there, where that differs from the quote. */
export type Fared = { quote: string; state: EvidenceState; now: string | null };

/** Evidence for who may read the passage. Words that a voice took back are quoted to its holders alone. */
export type OpenedEvidence = Omit<Fared, 'quote'> & { quote: string | null } & Pick<
		EvidenceRow,
		'quotedAt' | 'shows' | 'linkedBy' | 'linkedAt' | 'part' | 'case'
	>;

/** A finding in the study's own text, with what a browser needs to mark it. */
export type OpenedFinding = Fared & { part: string; passage: Anchor };

/** What a study leans on, as the asker may know it: of what they may not read only that it is there. */
export type StudyEvidence = {
	evidence: { id: string; finding: string | null; opened: OpenedEvidence | null }[];
	findings: { id: string; opened: OpenedFinding | null }[];
};

/** The evidence of a study with the state of each passage at this moment. Null for other documents. */
export async function openEvidence(
	context: Context,
	actor: Actor,
	id: string
): Promise<StudyEvidence | null> {
	const { db } = context;
	const facts = await findOneDocumentFacts(db, id, context.now());
	if (!facts) throw new NotFound();
	authorize(actor, 'view', { type: 'document', document: facts });
	if (facts.kind !== 'study') return null;
	const rows = await listEvidence(db, id);
	const findings = await listFindings(db, id);
	const parts = [...rows.map(({ part }) => part.id), ...findings.map(({ part }) => part)];
	const texts = await readableTexts(context, actor, [...new Set(parts)]);
	const opened: StudyEvidence = { evidence: [], findings: [] };
	for (const { id: own, finding, passage, ...row } of rows) {
		const read = texts.get(row.part.id);
		const fared = read && (await fare(db, 'evidence', own, passage, read.text));
		const told = fared && { ...fared, quote: quoted(actor, read.part, fared) };
		opened.evidence.push({ id: own, finding, opened: told ? { ...told, ...row } : null });
	}
	for (const { id: own, part, passage } of findings) {
		const read = texts.get(part);
		const fared = read && (await fare(db, 'finding', own, passage, read.text));
		opened.findings.push({ id: own, opened: fared ? { ...fared, part, passage } : null });
	}
	return opened;
}

async function readableTexts(
	{ db, now }: Context,
	actor: Actor,
	ids: readonly string[]
): Promise<Map<string, { part: PartFacts; text: TextIndex }>> {
	const texts = new Map<string, { part: PartFacts; text: TextIndex }>();
	for (const [id, part] of await readableParts(db, actor, ids, now())) {
		texts.set(id, { part, text: await indexedText(db, id) });
	}
	return texts;
}

function quoted(actor: Actor, part: PartFacts, { state, quote }: Fared): string | null {
	return state === 'stands' || hearsFormerWords(actor, part) ? quote : null;
}

/** How a passage is now, beside what was quoted. */
async function fare(
	db: Queryable,
	holder: Holder,
	id: string,
	passage: Anchor,
	text: TextIndex
): Promise<Fared> {
	const { quote } = passage;
	const fared = await farePassage(db, { holder, id, passage }, text);
	if (fared.is === 'lost') return { quote, state: 'lost', now: null };
	if (fared.is === 'changed') return { quote, state: 'changed', now: fared.text };
	return { quote, state: 'stands', now: null };
}
