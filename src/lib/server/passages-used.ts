import { findDocumentRows } from '#db/queries/documents.ts';
import { listPassages } from '#db/queries/evidence.ts';
import { findDocumentFacts } from '#db/queries/facts.ts';
import { relationsOf } from '#db/queries/relations.ts';
import { anchorOf, type Anchor } from '#domain/anchors/anchor.ts';
import { resolve } from '#domain/anchors/resolve.ts';
import type { TextIndex } from '#domain/anchors/text-index.ts';
import type { Actor } from '#domain/facts.ts';
import { can } from '#domain/policy.ts';
import type { Context } from './context.ts';
import { findDocuments } from './documents.ts';
import { indexedText, readablePart } from './passages.ts';

/** Words that stand in a text now, as a browser finds them there. */
export type StandingPassage = Pick<Anchor, 'quote' | 'alone' | 'runs'>;

/** A passage of a case that a study leans on, for who may read both. */
export type UsedPassage = {
	id: string;
	passage: StandingPassage;
	study: { id: string; title: string };
};

/**
 * The passages of a part that studies lean on which the asker may view, as they stand in it now. Nothing is told
 * of what stood there or around it when it was quoted: who took that back did so for here too.
 */
export async function passagesUsed(
	context: Context,
	actor: Actor,
	partId: string
): Promise<UsedPassage[]> {
	const { db } = context;
	await readablePart(db, actor, partId, context.now());
	const rows = await listPassages(db, partId);
	const facts = await findDocumentFacts(
		db,
		[...new Set(rows.map(({ study }) => study))],
		context.now()
	);
	const visible = [...facts.values()].filter(
		(document) => !document.deleted && can(actor, 'view', { type: 'document', document })
	);
	const studies = await findDocumentRows(
		db,
		visible.map((document) => document.id)
	);
	if (studies.length === 0) return [];
	const text = await indexedText(db, partId);
	return rows.flatMap(({ id, study, passage }) => {
		const found = studies.find((one) => one.id === study);
		const standing = found && standingIn(text, passage);
		return standing ? [{ id, passage: standing, study: { id: found.id, title: found.title } }] : [];
	});
}

function standingIn(text: TextIndex, passage: Anchor): StandingPassage | null {
	const found = resolve(text, passage);
	const now = found.is === 'lost' ? null : anchorOf(text, found.range);
	return now && { quote: now.quote, alone: now.alone, runs: now.runs };
}

/** A study that the actor may bring evidence to; `related` hangs together with the case. */
export type StudyToFill = { id: string; title: string; related: boolean };

/** More than these are not looked through: who wants an older one opens it first. */
const STUDIES_MOST = 50;

/** The studies to which the actor may bring evidence from a case: related ones first, then by when they changed. */
export async function studiesToFill(
	context: Context,
	actor: Actor,
	caseId: string
): Promise<StudyToFill[]> {
	const found = await findDocuments(context, actor, { kind: 'study', limit: STUDIES_MOST });
	const relations = await relationsOf(context.db, [caseId]);
	const related = new Set(relations.flatMap(({ from, to }) => [from, to]));
	return found
		.filter(({ abilities }) => abilities.keep_evidence)
		.map(({ id, title }) => ({ id, title, related: related.has(id) }))
		.sort((one, other) => Number(other.related) - Number(one.related));
}
