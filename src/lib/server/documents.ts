import type { Transaction } from '#db/connection.ts';
import {
	findDocument,
	findPreviews,
	insertDocument,
	insertPart,
	listDocuments,
	listVisited,
	lockDocument,
	recordVisit,
	setDomains,
	setThemes,
	updateDocument,
	type DocumentFilter,
	type DocumentRow
} from '#db/queries/documents.ts';
import { findDocumentFacts, findOneDocumentFacts } from '#db/queries/facts.ts';
import { putGrant } from '#db/queries/grants.ts';
import { findLabels, type Label } from '#db/queries/labels.ts';
import { resolveDomains, resolveThemes, resolveWerkplaats } from '#db/queries/references.ts';
import type { DocumentAction } from '#domain/actions.ts';
import { validContent } from '#domain/content/known.ts';
import type { Content } from '#domain/content/schema.ts';
import { Conflict, Invalid, NotFound } from '#domain/errors.ts';
import type { Actor, DocumentFacts } from '#domain/facts.ts';
import type { Kind } from '#domain/kinds.ts';
import { authorize, can, documentAbilities, type DocumentAbilities } from '#domain/policy.ts';
import type { Sensitivity } from '#domain/sensitivity.ts';
import { nextStates, type State } from '#domain/states.ts';
import { FIRST_PARTS } from '#domain/templates/templates.ts';
import type { Context } from './context.ts';
import { recordEvent } from './events.ts';
import { partsOf, type PartSummary } from './parts.ts';
import { writeFirstContent } from './texts.ts';

/** Longer titles do not fit in any list; the field says so before this is reached. */
export const TITLE_MAX = 200;

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
	sensitivity?: Sensitivity;
	/** The text of its first part, instead of the template's. */
	content?: Content;
};

/** Begins a document from the template of its kind; who begins it becomes its owner. Answers its id. */
export async function createDocument(
	context: Context,
	actor: Actor,
	input: NewDocument
): Promise<string> {
	const place = await resolveWerkplaats(context.db, input.werkplaats);
	const { kind, sensitivity = 'werkplaats' } = input;
	const here = { type: 'werkplaats', werkplaats: place?.id ?? '', kind } as const;
	// Who may not see a werkplaats hears the same as for one that does not exist.
	if (!place || !can(actor, 'view_werkplaats', here)) throw new Invalid({ werkplaats: 'unknown' });
	authorize(actor, 'create', here);
	const title = checkTitle(input.title);
	const text = input.content && validContent(input.content);
	if (text === null) throw new Invalid({ content: 'invalid' });
	return context.db.transaction(async (tx) => {
		const id = await insertDocument(tx, {
			werkplaatsId: place.id,
			kind,
			title,
			sensitivity,
			createdBy: actor.id
		});
		await label(tx, id, input);
		await putGrant(tx, {
			documentId: id,
			personId: actor.id,
			werkplaatsId: null,
			function: null,
			level: 'owner',
			expiresAt: null,
			grantedBy: actor.id
		});
		for (const [position, part] of FIRST_PARTS[kind].entries()) {
			const { kind: partKind, perspective, content } = part;
			const partId = await insertPart(tx, {
				documentId: id,
				kind: partKind,
				perspective,
				position
			});
			await writeFirstContent(tx, partId, (position === 0 && text) || content);
		}
		await recordEvent(tx, {
			name: 'document.created',
			actorId: actor.id,
			werkplaatsId: place.id,
			documentId: id,
			details: { kind }
		});
		return id;
	});
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

export type DocumentPatch = {
	title?: string;
	themes?: string[];
	domains?: string[];
	state?: State;
	sensitivity?: Sensitivity;
};

/** Changes fields of a document, each with its own right; all or nothing. */
export async function changeDocument(
	context: Context,
	actor: Actor,
	id: string,
	patch: DocumentPatch
): Promise<void> {
	const title = patch.title === undefined ? undefined : checkTitle(patch.title);
	const now = context.now();
	await context.db.transaction(async (tx) => {
		await lockDocument(tx, id);
		const facts = await findOneDocumentFacts(tx, id, now);
		if (!facts) throw new NotFound();
		const themes = patch.themes && (await knownThemes(tx, patch.themes));
		const actions = neededFor(patch, facts, themes);
		for (const action of actions) authorize(actor, action, { type: 'document', document: facts });
		// An empty patch changes nothing, but says nothing to who may not see the document either.
		if (actions.length === 0) authorize(actor, 'view', { type: 'document', document: facts });
		if (patch.state && patch.state !== facts.state) {
			if (!nextStates(facts.state).includes(patch.state)) throw new Conflict('state');
		}
		await label(tx, id, patch);
		const { state, sensitivity } = patch;
		await updateDocument(tx, id, { title, state, sensitivity }, { personId: actor.id, at: now });
		for (const action of actions) {
			await recordEvent(tx, {
				name: `document.${action}`,
				actorId: actor.id,
				werkplaatsId: facts.werkplaats,
				documentId: id,
				details: { state: state ?? null, sensitivity: sensitivity ?? null }
			});
		}
	});
	context.bus.ring({ kind: 'document', document: id, title });
	// Themes count too: a werkplaats can give a function another level on a theme.
	if (patch.state ?? patch.sensitivity ?? patch.themes) {
		context.bus.ring({ kind: 'access', documents: [id] });
	}
}

function neededFor(
	patch: DocumentPatch,
	facts: DocumentFacts,
	themes: string[] | undefined
): DocumentAction[] {
	const actions: DocumentAction[] = [];
	if (patch.title !== undefined) actions.push('rename');
	if (patch.domains ?? patch.themes) actions.push('label');
	if (themes && changesAccess(facts, themes)) actions.push('share');
	if (patch.state) actions.push('change_state');
	if (patch.sensitivity) actions.push('change_sensitivity');
	return actions;
}

/** A theme can carry a policy of its own: then choosing it decides who may do what. */
function changesAccess(facts: DocumentFacts, themes: string[]): boolean {
	return facts.policies.some(
		({ theme }) => theme !== null && facts.themes.includes(theme) !== themes.includes(theme)
	);
}

async function label(
	tx: Transaction,
	id: string,
	input: { themes?: string[]; domains?: string[] }
) {
	if (input.themes) await setThemes(tx, id, await knownThemes(tx, input.themes));
	if (input.domains) {
		const domains = await resolveDomains(tx, input.domains);
		if (domains.length < new Set(input.domains).size) throw new Invalid({ domains: 'unknown' });
		await setDomains(tx, id, domains);
	}
}

async function knownThemes(tx: Transaction, names: string[]): Promise<string[]> {
	const themes = await resolveThemes(tx, names);
	if (themes.length < new Set(names).size) throw new Invalid({ themes: 'unknown' });
	return themes;
}

function checkTitle(title: string): string {
	// One line: a title stands in lists, crumbs and file names.
	const trimmed = title.replace(/\s+/gu, ' ').trim();
	if (trimmed === '') throw new Invalid({ title: 'required' });
	if (trimmed.length > TITLE_MAX) throw new Invalid({ title: 'too_long' });
	return trimmed;
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
