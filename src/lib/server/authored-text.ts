import type { Queryable } from '#db/connection.ts';
import { loadText } from '#db/queries/updates.ts';
import { findLatestVersion, findOwners } from '#db/queries/versions.ts';
import { authorsAfter } from '#domain/content/authors.ts';
import type { Side } from '#domain/content/compared/compared.ts';
import { contentSchema } from '#domain/content/schema.ts';
import type { AuthorRun } from '#domain/versions.ts';
import { readOut, type ReadOut } from './read-out.ts';

/** A text with everything that is durable at this moment, and who wrote which characters of it. */
export async function authoredText(db: Queryable, partId: string): Promise<Side> {
	const read = readOut(await loadText(db, partId));
	const last = await findLatestVersion(db, partId);
	return { content: read.content, authors: await authorsIn(db, partId, read, [last]) };
}

/**
 * Who wrote which characters of a text: as the client ids say, corrected by the texts that it came from, the nearest
 * last.
 */
export async function authorsIn(
	db: Queryable,
	partId: string,
	{ content, clients }: ReadOut,
	cameFrom: readonly (Side | undefined)[]
): Promise<AuthorRun[]> {
	// After the text: of each client in it the owner is there.
	const owners = await findOwners(db, partId);
	const after = contentSchema.nodeFromJSON(content);
	let authors = clients.map(({ client, length }): AuthorRun => {
		return { person: owners.get(client) ?? null, length };
	});
	for (const before of cameFrom) {
		if (!before) continue;
		const node = contentSchema.nodeFromJSON(before.content);
		authors = authorsAfter(node, before.authors, after, authors);
	}
	return authors;
}
