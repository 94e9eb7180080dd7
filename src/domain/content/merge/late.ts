import type { Node } from '@tiptap/pm/model';
import * as Y from 'yjs';
import { hasPlace, holdersOf, wordsIn } from './place.ts';
import { docOf, isKnown, readDocument } from './read.ts';
import { putRight } from './rescue.ts';
import { deleting, without } from './without.ts';

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
 * seen it. Of several such edits each has its own. They never take the same words for theirs: words are of the edit that
 * took a node away in which they stand, and without which they have their place. If two took such nodes, the second began
 * from a text in which the words had no place any more.
 */
export class LateEdits {
	readonly #before: Uint8Array;
	readonly #edit: Uint8Array;
	readonly #taken: DeleteSet;
	#holders: Uint8Array | undefined;
	readonly #heard: Uint8Array[] = [];

	/** `before` is the text without the edit, and `edit` says nothing else than what was changed. */
	constructor(before: Uint8Array, edit: Uint8Array) {
		this.#before = before;
		this.#edit = edit;
		this.#taken = Y.decodeUpdate(edit).ds;
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
				const taken = base ? deletesIn(meant, update.bytes) : new Set();
				Y.applyUpdate(meant, this.#beside(update.bytes));
				const late = gone.filter((id) => this.#isOurs(meant, id));
				if (!base || late.length === 0) continue;
				const moves = movesWords(base, meant, update.bytes, taken);
				const wanted = moves ? null : putRight(base, readDocument(meant), live);
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

	/** Whether something stands in a node that this edit took away, and would be there without it. */
	#isOurs(meant: Y.Doc, id: Y.ID): boolean {
		if (!isKept(meant, id) || !hasPlace(meant, id)) return false;
		const item: unknown = Y.getItem(meant.store, id);
		return item instanceof Y.Item && holdersOf(item).some((holder) => this.#isTaken(holder));
	}

	#isTaken({ id }: Y.Item): boolean {
		return Y.isDeleted(this.#taken, id);
	}

	/**
	 * An update without the edit: who comes back tells all that was ever deleted, whoever did that. Nor does it delete what
	 * holds a node that the edit took away: another edit may, and knows nothing of that node.
	 */
	#beside(update: Uint8Array): Uint8Array {
		this.#holders ??= this.#deletionOfHolders();
		const own = deletesAllOf(update, this.#edit) ? [this.#edit] : [];
		return without(update, NOTHING, [...own, this.#holders]);
	}

	/** Would delete what the edit left that holds a node which it took away. */
	#deletionOfHolders(): Uint8Array {
		const doc = docOf(this.#before);
		const nodes = [...itemsOf(doc, this.#taken)].filter(
			(item) => item.content instanceof Y.ContentType
		);
		const holders = new Set(nodes.flatMap(holdersOf));
		const deletes = Y.createDeleteSet();
		for (const holder of holders) {
			if (this.#isTaken(holder)) continue;
			const { client, clock } = holder.id;
			const ranges = deletes.clients.get(client) ?? [];
			deletes.clients.set(client, [...ranges, { clock, len: 1 }]);
		}
		doc.destroy();
		return deleting(deletes);
	}
}

const NOTHING = Uint8Array.of(0, 0);

type DeleteSet = ReturnType<typeof Y.createDeleteSet>;

/** The items of a text that are in these ranges. */
function* itemsOf(doc: Y.Doc, { clients }: DeleteSet): Generator<Y.Item> {
	for (const [client, ranges] of clients) {
		const known = Y.getState(doc.store, client);
		for (const { clock, len } of ranges) {
			const end = Math.min(clock + len, known);
			for (let at = clock; at < end;) {
				const item: unknown = Y.getItem(doc.store, Y.createID(client, at));
				if (!(item instanceof Y.AbstractStruct)) break;
				if (item instanceof Y.Item) yield item;
				at = item.id.clock + item.length;
			}
		}
	}
}

/** Where an update writes words, and what it deletes, each by its first letter. */
function touchedBy(update: Uint8Array): Y.ID[] {
	const deleted = [...Y.decodeUpdate(update).ds.clients].flatMap(([client, ranges]) =>
		ranges.map(({ clock }) => Y.createID(client, clock))
	);
	return [...wordsIn(update).map(({ id }) => id), ...deleted];
}

/** So many letters that an update writes and that stood there already were not typed. */
const MOVED_LEAST = 8;

/**
 * Whether an update wrote words that were there, and deletes in another node than it writes in: who deletes over two
 * paragraphs joins them, and to Yjs the words of the second are gone there and written in the first.
 */
function movesWords(
	base: Node,
	doc: Y.Doc,
	update: Uint8Array,
	taken: ReadonlySet<unknown>
): boolean {
	const written = wordsIn(update);
	const places = new Set(written.map(({ id }) => nodeOf(Y.getItem(doc.store, id))));
	if (taken.size === 0 || places.union(taken).size === 1) return false;
	const words = written.map(({ content }) => content.str).join('');
	return shareStretch(words, base.textContent);
}

/** In which nodes an update, not yet in the text, deletes. */
function deletesIn(doc: Y.Doc, update: Uint8Array): Set<unknown> {
	return new Set([...itemsOf(doc, Y.decodeUpdate(update).ds)].map(nodeOf));
}

function nodeOf(item: unknown): unknown {
	return item instanceof Y.Item ? item.parent : null;
}

/** Whether some of the words, spaces left out, stand in a text. */
function shareStretch(words: string, text: string): boolean {
	const [short, long] = [words, text].map((one) => [...one.replace(/\s/gu, '')]);
	const stretches = new Set(stretchesOf(short ?? []));
	return stretchesOf(long ?? []).some((stretch) => stretches.has(stretch));
}

function stretchesOf(letters: readonly string[]): string[] {
	return letters
		.slice(0, Math.max(0, letters.length - MOVED_LEAST + 1))
		.map((_, at) => letters.slice(at, at + MOVED_LEAST).join(''));
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
