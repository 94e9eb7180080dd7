import type { Actor } from '#domain/facts.ts';
import type { RelationType } from '#domain/relations.ts';
import { listVersions } from '#server/case-versions.ts';
import type { Context } from '#server/context.ts';
import type { OpenedDocument } from '#server/documents.ts';
import { openVersion } from '#server/opened-version.ts';
import { listVariants, openVariant } from '#server/variants.ts';

/** What a document is a copy of, and which copies there are of it; as the asker may know it. */
export async function copiesOf(
	context: Context,
	actor: Actor,
	{ id, kind, version }: OpenedDocument
) {
	return {
		version: version && (await openVersion(context, actor, id)),
		variant: await openVariant(context, actor, id),
		variants: await listVariants(context, actor, id),
		/** Null where there can be none. */
		versions: kind === 'case' && !version ? await listVersions(context, actor, id) : null
	};
}

/** What a document hangs together with beside that: the page shows a lineage by itself. */
export function relationsBeside<Relation extends { type: RelationType; document: { id: string } }>(
	relations: readonly Relation[],
	{ variant, variants }: Awaited<ReturnType<typeof copiesOf>>
): Relation[] {
	const shown = new Set([variant?.origin?.id, ...variants.map((one) => one.id)]);
	return relations.filter(({ type, document }) => type !== 'variant_of' || !shown.has(document.id));
}
