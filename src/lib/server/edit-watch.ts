import * as Y from 'yjs';
import type { Transaction } from '#db/connection.ts';
import { loadLog, loadText, lockText, type StoredText } from '#db/queries/updates.ts';
import { LateEdits } from '#domain/content/merge/late.ts';
import type { Context } from './context.ts';
import { readOutOf } from './read-out.ts';
import { buildDoc } from './stored-text.ts';
import { refreshTextIn } from './texts.ts';
import { insertBefore } from './versions.ts';
import { writeOver, type Written } from './writing.ts';

/** By then everybody who has a line has seen an edit. */
const LOOK_AGAIN_MS = [2_000, 10_000];

/**
 * Looks after edits that the server made in a text that people may have open: now, for what was acknowledged until they were
 * stored, and later, for what came in from who had not seen them yet.
 */
export async function keepLooking(context: Context, watches: readonly EditWatch[]): Promise<void> {
	// A look that fails is for the next; what was typed is in the log whatever becomes of it.
	const look = async () => {
		for (const watch of watches) await watch.look(context).catch(() => {});
	};
	await look();
	for (const wait of LOOK_AGAIN_MS) setTimeout(() => void look(), wait).unref();
}

/** Makes a text that was loaded read so, as `writeOver`; answers the watch over that. */
export async function writeWatched(
	tx: Transaction,
	{ stored, doc }: { stored: StoredText; doc: Y.Doc },
	written: Written
): Promise<EditWatch> {
	const before = Y.encodeStateAsUpdate(doc);
	const { id, bytes } = await writeOver(tx, doc, written);
	const known = [...stored.updates.map((update) => update.id), id];
	return new EditWatch(written.part, new LateEdits(before, bytes), known);
}

/**
 * Puts back what somebody typed, before they saw an edit of the server, in a paragraph that went by that. To Yjs such words
 * are gone. What has no place in the text any more is kept as a version.
 */
export class EditWatch {
	readonly #part: string;
	readonly #late: LateEdits;
	readonly #known: Set<bigint>;

	constructor(part: string, late: LateEdits, known: readonly bigint[]) {
		this.#part = part;
		this.#late = late;
		this.#known = new Set(known);
	}

	/** Looks at what came in since it last looked; answers how many edits needed a place. */
	async look({ db, bus }: Pick<Context, 'db' | 'bus'>): Promise<number> {
		const part = this.#part;
		const { news, own, count, moved } = await db.transaction((tx) => this.#lookIn(tx));
		// Not before it is stored: what fails is looked at again.
		this.#late.heard(news);
		for (const id of [...news.map((update) => update.id), ...own]) this.#known.add(id);
		if (count > 0) bus.ring({ kind: 'updates', part });
		if (moved) bus.ring({ kind: 'review', part });
		return count;
	}

	async #lookIn(tx: Transaction): Promise<Looked> {
		const part = this.#part;
		await lockText(tx, part);
		const news = (await loadLog(tx, part)).filter(({ id }) => !this.#known.has(id));
		const own: bigint[] = [];
		if (news.length === 0) return { news, own, count: 0, moved: false };
		const { snapshot, updates } = await loadText(tx, part);
		const isNew = new Set(news.map(({ id }) => id));
		const arrived = buildDoc({ snapshot, updates: updates.filter(({ id }) => !isNew.has(id)) });
		const live = buildDoc({ snapshot, updates });
		let count = 0;
		for (const { update, wanted, meant } of this.#late.among(news, { arrived, live })) {
			count += 1;
			// As words of who typed them.
			const { author } = update;
			if (!wanted) await insertBefore(tx, part, readOutOf(meant));
			else own.push((await writeOver(tx, live, { part, author, text: wanted.toJSON() })).id);
		}
		for (const doc of [arrived, live]) doc.destroy();
		const reading = count > 0 ? await refreshTextIn(tx, part) : null;
		return { news, own, count, moved: reading?.movedSuggestions ?? false };
	}
}

type Looked = {
	news: { id: bigint; bytes: Uint8Array }[];
	/** What it wrote itself. */
	own: bigint[];
	count: number;
	/** Whether what people suggest reads otherwise by that. */
	moved: boolean;
};
