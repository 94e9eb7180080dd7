import { findDocument } from '#db/queries/documents.ts';
import { findOneDocumentFacts } from '#db/queries/facts.ts';
import { resolveWerkplaats } from '#db/queries/references.ts';
import {
	findTemplate,
	insertTemplate,
	listTemplateNames,
	listTemplates as all,
	updateTemplate
} from '#db/queries/templates.ts';
import type { Content } from '#domain/content/schema.ts';
import { Conflict, Invalid, NotFound } from '#domain/errors.ts';
import type { Actor, DocumentFacts } from '#domain/facts.ts';
import { authorize, can } from '#domain/policy.ts';
import { mayBecomeTemplate } from '#domain/sensitivity.ts';
import { templateFrom } from '#domain/templates/from-text.ts';
import type { Context } from './context.ts';
import { recordEvent } from './events.ts';
import { sharedText } from './shared-text.ts';

/** The starting texts of a werkplaats itself, archived ones too, for whoever keeps them. */
export async function listTemplates(context: Context, actor: Actor, werkplaats: string) {
	const { id, name, slug } = await placeToKeep(context, actor, werkplaats);
	const rows = await all(context.db, id);
	const templates = rows.map(({ id, name, kind, createdAt, archivedAt }) => ({
		...{ id, name, kind, createdAt, archivedAt }
	}));
	return { werkplaats: { id, name, slug }, templates };
}

/** What a document would be as a starting text, to read before it is kept; of its shared text. */
export async function previewTemplate(
	context: Context,
	actor: Actor,
	werkplaats: string,
	documentId: string
) {
	const place = await placeToKeep(context, actor, werkplaats);
	const facts = await findOneDocumentFacts(context.db, documentId, context.now());
	const row = await findDocument(context.db, documentId);
	if (!facts || !row) throw new NotFound();
	authorize(actor, 'view', { type: 'document', document: facts });
	if (facts.werkplaats !== place.id) throw new NotFound();
	// What others may not read does not reach them through a starting text.
	if (!mayBecomeTemplate(facts.sensitivity)) throw new Conflict('template_sensitive');
	const { id, title, kind } = row;
	return { id, title, kind, content: templateFrom(await sharedText(context, actor, facts)) };
}

/** Keeps the shared text of a document as a starting text for its werkplaats. Answers its id. */
export async function saveTemplate(
	context: Context,
	actor: Actor,
	input: { werkplaats: string; document: string; name: string }
): Promise<string> {
	const place = await placeToKeep(context, actor, input.werkplaats);
	const { kind, content } = await previewTemplate(context, actor, place.id, input.document);
	const name = input.name.trim();
	if (name === '') throw new Invalid({ name: 'name_missing' });
	return context.db.transaction(async (tx) => {
		const id = await insertTemplate(tx, {
			...{ werkplaatsId: place.id, kind, name, content },
			...{ createdBy: actor.id, createdAt: context.now() }
		});
		await recordEvent(tx, {
			name: 'template.saved',
			actorId: actor.id,
			werkplaatsId: place.id,
			documentId: input.document,
			details: { template: id, kind }
		});
		return id;
	});
}

export async function renameTemplate(
	context: Context,
	actor: Actor,
	{ werkplaats, id, name }: { werkplaats: string; id: string; name: string }
): Promise<void> {
	if (name.trim() === '') throw new Invalid({ name: 'name_missing' });
	await change(context, actor, werkplaats, id, 'template.renamed', { name: name.trim() });
}

/** Takes a starting text out of what can be chosen, or puts it back; documents that began with it stay. */
export async function archiveTemplate(
	context: Context,
	actor: Actor,
	{ werkplaats, id, archived }: { werkplaats: string; id: string; archived: boolean }
): Promise<void> {
	const archivedAt = archived ? context.now() : null;
	await change(context, actor, werkplaats, id, 'template.archived', { archivedAt });
}

/** The own starting texts of the werkplaatsen where the actor may begin a document of their kind. */
export async function listTemplateChoices(context: Context, actor: Actor) {
	const places = actor.memberships.flatMap(({ werkplaats }) => werkplaats ?? []);
	const rows = places.length > 0 ? await listTemplateNames(context.db, places) : [];
	return rows.flatMap(({ werkplaats, ...template }) => {
		const here = { type: 'werkplaats', werkplaats: werkplaats.id, kind: template.kind } as const;
		return can(actor, 'create', here) ? [{ ...template, werkplaats: werkplaats.slug }] : [];
	});
}

/** Whether the actor may keep this document as a starting text. */
export function maySaveTemplate(
	actor: Actor,
	{ werkplaats, sensitivity }: Pick<DocumentFacts, 'werkplaats' | 'sensitivity'>
): boolean {
	return (
		can(actor, 'manage_templates', { type: 'werkplaats', werkplaats }) &&
		mayBecomeTemplate(sensitivity)
	);
}

/** The text of a werkplaats's own template for this kind; undefined when it has no such one to choose. */
export async function findOwnTemplate(
	context: Context,
	{ id, werkplaatsId, kind }: { id: string; werkplaatsId: string; kind: string }
): Promise<Content | undefined> {
	const row = await findTemplate(context.db, id);
	if (row?.werkplaatsId !== werkplaatsId || row.kind !== kind || row.archivedAt) return undefined;
	return row.content;
}

async function placeToKeep(context: Context, actor: Actor, werkplaats: string) {
	const place = await resolveWerkplaats(context.db, werkplaats);
	if (!place) throw new NotFound();
	authorize(actor, 'manage_templates', { type: 'werkplaats', werkplaats: place.id });
	return place;
}

async function change(
	context: Context,
	actor: Actor,
	werkplaats: string,
	id: string,
	name: string,
	fields: { name?: string; archivedAt?: Date | null }
): Promise<void> {
	const place = await placeToKeep(context, actor, werkplaats);
	await context.db.transaction(async (tx) => {
		if (!(await updateTemplate(tx, { id, werkplaatsId: place.id }, fields))) throw new NotFound();
		await recordEvent(tx, {
			name,
			actorId: actor.id,
			werkplaatsId: place.id,
			details: { template: id }
		});
	});
}
