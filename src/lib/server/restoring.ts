import * as Y from 'yjs';
import type { Transaction } from '#db/connection.ts';
import { noteChange } from '#db/queries/texts.ts';
import { loadLog, loadText, lockText } from '#db/queries/updates.ts';
import { undone } from '#domain/content/compared/undone.ts';
import { isMisplaced } from '#domain/content/merge/place.ts';
import { Rescue } from '#domain/content/merge/rescue.ts';
import { docOf } from '#domain/content/merge/read.ts';
import type { Content } from '#domain/content/schema.ts';
import { Conflict } from '#domain/errors.ts';
import type { Actor } from '#domain/facts.ts';
import { authorize } from '#domain/policy.ts';
import type { Context } from './context.ts';
import { historicPart, recordVersionEvent, versionOf } from './history.ts';
import { readOutOf } from './read-out.ts';
import { buildDoc } from './stored-text.ts';
import { refreshTextIn } from './texts.ts';
import { insertBefore, keepRead, keepVersion, type Keeping } from './versions.ts';
import { writeOver } from './writing.ts';

export type Restored = {
	/** The version that the text is now. */
	version: string;
	/** What to watch over: words that somebody typed before they saw it. */
	watch: RestoreWatch;
};

/** By then everybody who has a line has seen that an older version was put back. */
const LOOK_AGAIN_MS = [2_000, 10_000];

/**
 * Puts an older version of a text back, as an edit of who may write it: what stood there before is kept as a version,
 * and what others type meanwhile stays in the text.
 */
export async function restoreVersion(
	context: Context,
	actor: Actor,
	partId: string,
	versionId: string
): Promise<Restored> {
	const restored = await context.db.transaction(async (tx) => {
		const part = await historicPart(tx, context, actor, partId);
		authorize(actor, 'write', { type: 'part', part });
		const { content } = await versionOf(tx, partId, versionId);
		const reason = { reason: 'restored', by: actor.id } as const;
		const watch = await overwrite(tx, actor, partId, () => content, reason);
		const version = await keepVersion(tx, partId, { ...reason, restoredFrom: versionId });
		await noteChange(tx, partId, { by: actor.id, at: context.now() });
		await recordVersionEvent(tx, 'version.restored', actor, part, version);
		return { version, watch };
	});
	context.bus.ring({ kind: 'updates', part: partId });
	// What was acknowledged until it was stored is known now.
	await restored.watch.look(context);
	return restored;
}

/** The same, and looks again later at what came in from who had not seen it yet. */
export async function restoreAndWatch(
	context: Context,
	actor: Actor,
	partId: string,
	versionId: string
): Promise<string> {
	const { version, watch } = await restoreVersion(context, actor, partId, versionId);
	lookAgain(context, watch);
	return version;
}

function lookAgain(context: Context, watch: RestoreWatch): void {
	// A look that fails is for the next; what was typed is in the log whatever becomes of it.
	for (const wait of LOOK_AGAIN_MS) {
		setTimeout(() => void watch.look(context).catch(() => {}), wait).unref();
	}
}

/** What became otherwise since a version, and where: the hunks of one change, by their keys. */
export type ChangeMeant = { version: string; keys: readonly string[] };

/**
 * Makes one passage again as it was in an older version, as an edit of who may write the text; the text as it stood
 * before that is kept as a version. Refused where the passage is otherwise than who asks saw it.
 */
export async function putPassageBack(
	context: Context,
	actor: Actor,
	partId: string,
	{ version, keys }: ChangeMeant
): Promise<void> {
	const watch = await context.db.transaction(async (tx) => {
		const part = await historicPart(tx, context, actor, partId);
		authorize(actor, 'write', { type: 'part', part });
		const { content } = await versionOf(tx, partId, version);
		const becomes = (now: Content) => {
			const text = undone(content, now, keys);
			if (!text) throw new Conflict('text_changed');
			return text;
		};
		const kept = { reason: 'restored', by: actor.id } as const;
		const watching = await overwrite(tx, actor, partId, becomes, kept);
		await noteChange(tx, partId, { by: actor.id, at: context.now() });
		return watching;
	});
	context.bus.ring({ kind: 'updates', part: partId });
	await watch.look(context);
	lookAgain(context, watch);
}

/** What is written over and what is kept of it are one reading: no word can come between. */
async function overwrite(
	tx: Transaction,
	actor: Actor,
	partId: string,
	becomes: (now: Content) => Content,
	kept: Keeping
): Promise<RestoreWatch> {
	await lockText(tx, partId);
	const stored = await loadText(tx, partId);
	const doc = buildDoc(stored);
	const known = stored.updates.map(({ id }) => id);
	const before = Y.encodeStateAsUpdate(doc);
	const read = readOutOf(doc);
	const text = becomes(read.content);
	await keepRead(tx, partId, { stored, read }, kept);
	const edit = await writeOver(tx, doc, { part: partId, author: actor.id, text });
	doc.destroy();
	await refreshTextIn(tx, partId);
	return new RestoreWatch(partId, { before, known: [...known, edit] });
}

/**
 * Puts back what somebody typed, before they saw that an older version was put back, in a paragraph that went by
 * that. To Yjs such words are gone. What has no place in the text any more is kept as a version.
 */
export class RestoreWatch {
	readonly #part: string;
	readonly #before: Uint8Array;
	readonly #rescue: Rescue;
	readonly #known: Set<bigint>;
	readonly #heard: Uint8Array[] = [];

	constructor(part: string, { before, known }: { before: Uint8Array; known: bigint[] }) {
		this.#part = part;
		this.#before = before;
		this.#rescue = new Rescue([before]);
		this.#known = new Set(known);
	}

	/** Looks at what came in since it last looked; answers how many edits needed a place. */
	async look(context: Context): Promise<number> {
		const part = this.#part;
		const count = await context.db.transaction((tx) => this.#lookIn(tx));
		if (count > 0) context.bus.ring({ kind: 'updates', part });
		return count;
	}

	async #lookIn(tx: Transaction): Promise<number> {
		const part = this.#part;
		await lockText(tx, part);
		const news = (await loadLog(tx, part)).filter(({ id }) => !this.#known.has(id));
		if (news.length === 0) return 0;
		const doc = buildDoc(await loadText(tx, part));
		let [count, isLost] = [0, false];
		for (const { id, bytes, author } of news) {
			this.#known.add(id);
			if (isMisplaced(doc, bytes)) {
				count += 1;
				const wanted = this.#rescue.wanted(doc, bytes);
				// As words of who typed them.
				if (wanted)
					this.#known.add(await writeOver(tx, doc, { part, author, text: wanted.toJSON() }));
				else isLost = true;
			}
			this.#rescue.heard(bytes);
			this.#heard.push(bytes);
		}
		doc.destroy();
		if (isLost) await this.#keepLost(tx);
		if (count > 0) await refreshTextIn(tx, part);
		return count;
	}

	/** The text as it would be if nothing had been put back. */
	async #keepLost(tx: Transaction): Promise<void> {
		const doc = docOf(this.#before, ...this.#heard);
		await insertBefore(tx, this.#part, readOutOf(doc));
		doc.destroy();
	}
}
