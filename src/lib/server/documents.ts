import {
	findDocument,
	findPreviews,
	insertDocument,
	listDocuments,
	listVisited,
	recordVisit,
	type DocumentFilter,
	type DocumentRow
} from '#db/queries/documents.ts';
import { putDesign } from '#db/queries/assignments.ts';
import { findDocumentFacts, findOneDocumentFacts } from '#db/queries/facts.ts';
import { putGrant } from '#db/queries/grants.ts';
import { setBlind } from '#db/queries/cases.ts';
import { insertRelation } from '#db/queries/relations.ts';
import { insertVariant, type NewVariant } from '#db/queries/variants.ts';
import type { Transaction } from '#db/connection.ts';
import { findLabels, type Label } from '#db/queries/labels.ts';
import { resolveThemes, resolveWerkplaats } from '#db/queries/references.ts';
import type { Content } from '#domain/content/schema.ts';
import { Invalid, NotFound } from '#domain/errors.ts';
import type { Actor, DocumentFacts } from '#domain/facts.ts';
import type { AssignmentDesign } from '#domain/assignments.ts';
import type { Kind } from '#domain/kinds.ts';
import { authorize, can, documentAbilities, type DocumentAbilities } from '#domain/policy.ts';
import type { Sensitivity } from '#domain/sensitivity.ts';
import { nextStates, type State } from '#domain/states.ts';
import type { Context } from './context.ts';
import { labelDocument } from './document-labels.ts';
import { checkTitle } from './document-title.ts';
import { recordEvent } from './events.ts';
import { givenTexts, makeFirstParts } from './first-parts.ts';
import { partsOf, type PartSummary } from './parts.ts';
import { beginningOf } from './beginnings.ts';
import { putHarvest, type HarvestOf } from './run-harvest.ts';
import { putOnAgenda, type AskedBy } from './questions.ts';
import { relateToOrigin } from './relations.ts';

/** A document as it travels: with its labels and what the asker may do with it. */
export type DocumentSummary = DocumentRow & {
	themes: Label[];
	domains: Label[];
	/** The first words of its shared text, at most 400 characters; empty for who may not read it. */
	preview: string;
	words: number;
	abilities: DocumentAbilities;
};

export type OpenedDocument = DocumentSummary & {
	parts: PartSummary[];
	nextStates: readonly State[];
};

export type NewDocument = {
	/** Id or slug, as are themes and domains. */
	werkplaats: string;
	kind: Kind;
	title: string;
	themes?: string[];
	domains?: string[];
	/** Without it, that of the template: usually `werkplaats`. */
	sensitivity?: Sensitivity;
	/** The name of a shipped template, or the id of one of the werkplaats; without it, that of the kind. */
	template?: string;
	/** The text of its first part, instead of the template's. */
	content?: Content;
	/** Of an assignment: what is taken over besides the text, and the text of its guide's sheet. */
	design?: AssignmentDesign;
	guide?: Content;
	/** Of a case: each tells it apart from the others, until all are heard at once. */
	blind?: boolean;
	/** Of a local variant: what it is taken over from, and why it differs. */
	takenFrom?: Pick<NewVariant, 'originId' | 'why' | 'taken'>;
	/** Made of what groups wrote in a workshop that was held with this assignment. */
	harvestOf?: HarvestOf;
	/** Of a question: who asks it, when that is somebody without an account. */
	asked?: AskedBy;
	/** Of a question: the document in which it came up. */
	origin?: string;
	/** Of a question that begins restricted: an editor opens it by calling it clear. */
	editorsFirst?: boolean;
};

/** Begins a document from a template; who begins it becomes its owner. Answers its id. */
export async function createDocument(
	context: Context,
	actor: Actor,
	input: NewDocument
): Promise<string> {
	const place = await resolveWerkplaats(context.db, input.werkplaats);
	const { kind } = input;
	const here = { type: 'werkplaats', werkplaats: place?.id ?? '', kind } as const;
	// Who may not see a werkplaats hears the same as for one that does not exist.
	if (!place || !can(actor, 'view_werkplaats', here)) throw new Invalid({ werkplaats: 'unknown' });
	authorize(actor, 'create', here);
	const title = checkTitle(input.title);
	const beginning = await beginningOf(context, place.id, kind, input.template);
	const sensitivity = input.sensitivity ?? beginning.sensitivity;
	assertKeepsAccess(actor, place.id, kind, sensitivity);
	const texts = givenTexts(input);
	return context.db.transaction(async (tx) => {
		const id = await insertDocument(tx, {
			werkplaatsId: place.id,
			kind,
			title,
			sensitivity,
			createdBy: actor.id
		});
		await labelDocument(tx, id, input);
		await putGrant(tx, {
			documentId: id,
			personId: actor.id,
			werkplaatsId: null,
			function: null,
			level: 'owner',
			expiresAt: null,
			grantedBy: actor.id
		});
		await makeFirstParts(tx, actor, { id, werkplaats: place.id }, beginning.parts, texts);
		if (kind === 'case' && input.blind) await setBlind(tx, id, true);
		if (input.design) await putDesign(tx, id, input.design);
		if (input.takenFrom) await putVariant(tx, actor, id, input.takenFrom, context.now());
		if (input.harvestOf) await putHarvest(tx, actor, id, input.harvestOf);
		if (kind === 'question') {
			const { asked, editorsFirst } = input;
			await putOnAgenda(tx, actor, { id, werkplaats: place.id, editorsFirst }, asked);
			if (input.origin) await relateToOrigin(tx, context, actor, id, input.origin);
		}
		await recordEvent(tx, {
			name: 'document.created',
			actorId: actor.id,
			werkplaatsId: place.id,
			documentId: id,
			details: { kind, link: input.asked?.link ?? null }
		});
		return id;
	});
}

/** What it is a variant of, as a relation that everybody follows, and with what stood there then. */
async function putVariant(
	tx: Transaction,
	actor: Actor,
	documentId: string,
	from: NonNullable<NewDocument['takenFrom']>,
	takenAt: Date
): Promise<void> {
	await insertVariant(tx, { documentId, ...from, takenAt });
	const lineage = { fromId: documentId, toId: from.originId, type: 'variant_of' } as const;
	await insertRelation(tx, { ...lineage, relatedBy: actor.id });
}

/** Not everybody may hold raw material: what one can't open afterwards is not begun. */
function assertKeepsAccess(actor: Actor, werkplaats: string, kind: Kind, sensitivity: Sensitivity) {
	const document: DocumentFacts = {
		id: '',
		werkplaats,
		kind,
		themes: [],
		state: 'draft',
		sensitivity,
		blind: false,
		version: null,
		deleted: false,
		grants: [{ principal: { type: 'person', person: actor.id }, level: 'owner' }],
		partGrants: [],
		policies: []
	};
	if (!can(actor, 'change_sensitivity', { type: 'document', document })) {
		throw new Invalid({ sensitivity: 'would_lose_access' });
	}
}

/** A document with its parts as the asker may see them; in the bin only for who may put it back. */
export async function openDocument(
	context: Context,
	actor: Actor,
	id: string
): Promise<OpenedDocument> {
	const facts = await findOneDocumentFacts(context.db, id, context.now());
	const row = await findDocument(context.db, id);
	if (!facts || !row) throw new NotFound();
	authorize(actor, 'view', { type: 'document', document: facts });
	const [summary] = await summarise(context, actor, [row], new Map([[id, facts]]));
	if (!summary) throw new NotFound();
	return {
		...summary,
		parts: await partsOf(context, actor, facts),
		nextStates: summary.abilities.change_state ? nextStates(row.state) : []
	};
}

/** Remembers that the person was here now, for "continue where you were". */
export async function visitDocument(context: Context, actor: Actor, id: string): Promise<void> {
	const facts = await findOneDocumentFacts(context.db, id, context.now());
	if (!facts) throw new NotFound();
	authorize(actor, 'view', { type: 'document', document: facts });
	await recordVisit(context.db, actor.id, id, context.now());
}

/** What the asker may view, most recently changed first; `werkplaats` and `theme` as id or slug. */
export async function findDocuments(
	context: Context,
	actor: Actor,
	filter: Partial<DocumentFilter> = {}
): Promise<DocumentSummary[]> {
	const { db } = context;
	const wanted: DocumentFilter = { ...filter, limit: filter.limit ?? 50 };
	if (filter.werkplaats) {
		const place = await resolveWerkplaats(db, filter.werkplaats);
		if (!place) return [];
		wanted.werkplaats = place.id;
	}
	if (filter.theme) {
		const [theme] = await resolveThemes(db, [filter.theme]);
		if (!theme) return [];
		wanted.theme = theme;
	}
	return summarise(context, actor, await listDocuments(db, actor, wanted, context.now()));
}

/** What the asker opened and may still view, latest first. */
export async function findVisited(
	context: Context,
	actor: Actor,
	limit: number
): Promise<DocumentSummary[]> {
	return summarise(context, actor, await listVisited(context.db, actor, limit, context.now()));
}

async function summarise(
	context: Context,
	actor: Actor,
	rows: DocumentRow[],
	known?: Map<string, DocumentFacts>
): Promise<DocumentSummary[]> {
	const ids = rows.map((row) => row.id);
	const [facts, labels, previews] = await Promise.all([
		known ?? findDocumentFacts(context.db, ids, context.now()),
		findLabels(context.db, ids),
		findPreviews(context.db, ids)
	]);
	return rows.flatMap((row) => {
		const own = facts.get(row.id);
		// Between two queries access can end: what the policy refuses is left out.
		if (!own || !can(actor, 'view', { type: 'document', document: own })) return [];
		return [
			{
				...row,
				themes: labels.get(row.id)?.themes ?? [],
				domains: labels.get(row.id)?.domains ?? [],
				preview: previews.get(row.id)?.preview ?? '',
				words: previews.get(row.id)?.words ?? 0,
				abilities: documentAbilities(actor, own)
			}
		];
	});
}
