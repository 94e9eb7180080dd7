import type { Node } from '@tiptap/pm/model';
import * as Y from 'yjs';
import { hasPlace } from './place.ts';
import { docOf, isKnown, readDocument } from './read.ts';
import { putRight } from './rescue.ts';
import { without } from './without.ts';

/** An edit that somebody made who had not seen ours, and of which words or deletions have no place by that. */
export type Late<Update> = {
	update: Update;
	/** As the text should read; null where nobody can tell. */
	wanted: Node | null;
	/** The text as it would be if ours had not been made, to keep what has no place. */
	meant: Y.Doc;
};

/**
 * What comes in late for an edit that the server made to a text: typed in a node that the edit took away, by who had not
 * seen it. Of several such edits each has its own. They never take the same words for theirs: words have their
 * place without an edit only if no other edit took their node away, for each hears what the others deleted.
 */
export class LateEdits {
	readonly #before: Uint8Array;
	readonly #edit: Uint8Array;
	readonly #heard: Uint8Array[] = [];

	/** `before` is the text without the edit, and `edit` says nothing else than what was changed. */
	constructor(before: Uint8Array, edit: Uint8Array) {
		this.#before = before;
		this.#edit = edit;
	}

	/**
	 * Looks at what came in, oldest first. `arrived` is the text without that, and becomes what it was as each came in: who
	 * deleted a node later had seen what was in it. `live` is the text with all; what is wanted is written there
	 * before the next is asked for.
	 */
	*among<Update extends { bytes: Uint8Array }>(
		news: readonly Update[],
		{ arrived, live }: { arrived: Y.Doc; live: Y.Doc }
	): Generator<Late<Update>> {
		const meant = docOf(this.#before, ...this.#heard);
		try {
			for (const update of news) {
				Y.applyUpdate(arrived, update.bytes);
				const gone = touchedBy(update.bytes).filter((id) => !hasPlace(arrived, id));
				const base = gone.length > 0 && isKnown(live) ? readDocument(meant) : null;
				Y.applyUpdate(meant, this.#beside(update.bytes));
				const late = gone.filter((id) => isKept(meant, id) && hasPlace(meant, id));
				if (!base || late.length === 0) continue;
				const wanted = putRight(base, readDocument(meant), live);
				// What only deletes has nothing to lose.
				if (wanted !== 'right' && (wanted || late.some((id) => !isDeleted(meant, id)))) {
					yield { update, wanted, meant };
				}
			}
		} finally {
			meant.destroy();
		}
	}

	/** These were looked at, for good. */
	heard(news: readonly { bytes: Uint8Array }[]): void {
		this.#heard.push(...news.map(({ bytes }) => this.#beside(bytes)));
	}

	/** An update without the edit: who comes back tells all that was ever deleted, whoever did that. */
	#beside(update: Uint8Array): Uint8Array {
		return deletesAllOf(update, this.#edit) ? without(update, NOTHING, [this.#edit]) : update;
	}
}

const NOTHING = Uint8Array.of(0, 0);

/** Where an update writes words, and what it deletes, each by its first letter. */
function touchedBy(update: Uint8Array): Y.ID[] {
	const { structs, ds } = Y.decodeUpdate(update);
	const written = structs.filter(
		(struct) => struct instanceof Y.Item && struct.content instanceof Y.ContentString
	);
	const deleted = [...ds.clients].flatMap(([client, ranges]) =>
		ranges.map(({ clock }) => Y.createID(client, clock))
	);
	return [...written.map(({ id }) => id), ...deleted];
}

/** Whether a text has this at all. */
function isKept(doc: Y.Doc, { client, clock }: Y.ID): boolean {
	return clock < Y.getState(doc.store, client);
}

function isDeleted(doc: Y.Doc, id: Y.ID): boolean {
	const item: unknown = Y.getItem(doc.store, id);
	return !(item instanceof Y.Item) || item.deleted;
}

function deletesAllOf(update: Uint8Array, edit: Uint8Array): boolean {
	const own = Y.decodeUpdate(edit).ds.clients;
	const deleted = Y.decodeUpdate(update).ds.clients;
	return (
		own.size > 0 &&
		[...own].every(([client, ranges]) =>
			ranges.every(({ clock, len }) =>
				deleted.get(client)?.some((one) => one.clock <= clock && one.clock + one.len >= clock + len)
			)
		)
	);
}
