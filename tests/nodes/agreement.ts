import * as Y from 'yjs';
import { readContent } from '#domain/content/yjs.ts';

/**
 * What is different between texts that should be one, in a sentence; null when nothing is. Clients must
 * have the same edits and the same deletes; what is stored may have tidied a format marker more.
 */
export function disagreement(clients: readonly Y.Doc[], stored: Y.Doc): string | null {
	const [first] = clients;
	if (!first) return null;
	for (const doc of [...clients, stored]) {
		if (doc.store.pendingStructs ?? doc.store.pendingDs)
			return 'something waits for something else';
	}
	const told = Y.snapshot(first);
	for (const doc of clients) {
		if (!Y.equalSnapshots(Y.snapshot(doc), told)) return 'clients have other edits';
	}
	if (!isSameClocks(Y.snapshot(stored).sv, told.sv)) return 'other edits are stored';
	if (!isTidied(first, stored)) return 'other deletes are stored';
	const shown = [...clients, stored].map((doc) => JSON.stringify(readContent(doc)));
	return new Set(shown).size === 1 ? null : 'they show different documents';
}

function isSameClocks(one: Map<number, number>, other: Map<number, number>): boolean {
	return (
		one.size === other.size && [...one].every(([client, clock]) => other.get(client) === clock)
	);
}

/** Whether what is deleted in the one but not in the other is format markers only. */
function isTidied(one: Y.Doc, other: Y.Doc): boolean {
	return isDeletedIn(one, other) && isDeletedIn(other, one);
}

function isDeletedIn(deleting: Y.Doc, other: Y.Doc): boolean {
	const gone = Y.snapshot(deleting).ds.clients;
	for (const [client, structs] of other.store.clients) {
		for (const struct of structs) {
			if (!(struct instanceof Y.Item) || struct.deleted) continue;
			if (struct.content instanceof Y.ContentFormat) continue;
			const { clock } = struct.id;
			const isGone = gone
				.get(client)
				?.some((range) => range.clock < clock + struct.length && clock < range.clock + range.len);
			if (isGone) return false;
		}
	}
	return true;
}
