import type { Queryable } from '#db/connection.ts';
import { findDocumentFacts, findFactsOfParts } from '#db/queries/facts.ts';
import { listMembersOfRuns } from '#db/queries/telling.ts';
import type { ToldPlace } from '#domain/telling.ts';

/** Where something happened that is told. */
export type About = { documentId: string; partId: string | null; runId: string | null };

/** What the policy needs of all these places, looked up together. */
export async function placesOf(
	db: Queryable,
	abouts: readonly About[],
	now: Date
): Promise<(about: About) => ToldPlace> {
	const each = (ids: (string | null)[]) => [...new Set(ids.flatMap((id) => id ?? []))];
	const documents = await findDocumentFacts(db, each(abouts.map((a) => a.documentId)), now);
	const facts = await findFactsOfParts(db, each(abouts.map((a) => a.partId)), now);
	const parts = new Map(facts.map((part) => [part.id, part]));
	const members = await listMembersOfRuns(db, each(abouts.map((a) => a.runId)));
	return ({ documentId, partId, runId }) => ({
		document: documents.get(documentId) ?? null,
		part: partId === null ? undefined : (parts.get(partId) ?? null),
		members: runId === null ? undefined : (members.get(runId) ?? null)
	});
}
