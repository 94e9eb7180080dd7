import { findDocumentRows, type DocumentRow } from '#db/queries/documents.ts';
import { findDocumentFacts } from '#db/queries/facts.ts';
import { relationsOf } from '#db/queries/relations.ts';
import { isOfNetwork } from '#domain/access.ts';
import type { Content } from '#domain/content/schema.ts';
import type { Actor, DocumentFacts } from '#domain/facts.ts';
import { can } from '#domain/policy.ts';
import type { Context } from './context.ts';
import { enterRun } from './run-change.ts';
import { textForReader } from './shared-text.ts';

/** What an assignment builds on, for who works on it. */
export type Material = Pick<DocumentRow, 'id' | 'kind' | 'title' | 'version'> & {
	/** They may open it as a document; else it is read here. */
	mayOpen: boolean;
};

/**
 * What a run builds on, of what who takes part may read: what they may view, and what every werkplaats reads, which
 * in a workshop somebody without an account reads too.
 */
export async function listMaterials(
	context: Context,
	actor: Actor,
	runId: string
): Promise<Material[]> {
	return described(context, actor, await inReach(context, actor, runId));
}

async function described(
	context: Context,
	actor: Actor,
	found: ReadonlyMap<string, DocumentFacts>
): Promise<Material[]> {
	const rows = await findDocumentRows(context.db, [...found.keys()]);
	const byId = new Map(rows.map((row) => [row.id, row]));
	return [...found.values()].flatMap((document) => {
		const row = byId.get(document.id);
		if (!row) return [];
		const { id, kind, title, version } = row;
		return [{ id, kind, title, version, mayOpen: mayView(actor, document) }];
	});
}

/** The same with their texts, to be read in the workshop itself. */
export async function readMaterials(
	context: Context,
	actor: Actor,
	runId: string
): Promise<(Material & { content: Content })[]> {
	const found = await inReach(context, actor, runId);
	const read: (Material & { content: Content })[] = [];
	for (const material of await described(context, actor, found)) {
		const document = found.get(material.id);
		if (document) read.push({ ...material, content: await textForReader(context, document) });
	}
	return read;
}

/** In the order in which the assignment came to build on them. */
async function inReach(
	context: Context,
	actor: Actor,
	runId: string
): Promise<Map<string, DocumentFacts>> {
	const { run } = await enterRun(context, actor, runId);
	const relations = await relationsOf(context.db, [run.documentId]);
	const used = relations
		.filter(({ from, type }) => from === run.documentId && type === 'uses')
		.map(({ to }) => to);
	const facts = await findDocumentFacts(context.db, used, context.now());
	return new Map(
		used.flatMap((id) => {
			const document = facts.get(id);
			if (!document || document.deleted) return [];
			return mayView(actor, document) || isOfNetwork(document) ? [[id, document] as const] : [];
		})
	);
}

function mayView(actor: Actor, document: DocumentFacts): boolean {
	return can(actor, 'view', { type: 'document', document });
}
