import type { Transaction } from '#db/connection.ts';
import { noteChange } from '#db/queries/texts.ts';
import { loadText, lockText } from '#db/queries/updates.ts';
import { undone } from '#domain/content/compared/undone.ts';
import type { Content } from '#domain/content/schema.ts';
import { Conflict } from '#domain/errors.ts';
import type { Actor } from '#domain/facts.ts';
import { authorize } from '#domain/policy.ts';
import type { Context } from './context.ts';
import { keepLooking, writeWatched, type EditWatch } from './edit-watch.ts';
import { historicPart, recordVersionEvent, versionOf } from './history.ts';
import { readOutOf } from './read-out.ts';
import { buildDoc } from './stored-text.ts';
import { refreshTextIn } from './texts.ts';
import { keepRead, keepVersion, type Keeping } from './versions.ts';

export type Restored = {
	/** The version that the text is now. */
	version: string;
	/** What to watch over: words that somebody typed before they saw it. */
	watch: EditWatch;
};

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
	return restored;
}

/** The same, and looks after what comes in from who had not seen it yet. */
export async function restoreAndWatch(
	context: Context,
	actor: Actor,
	partId: string,
	versionId: string
): Promise<string> {
	const { version, watch } = await restoreVersion(context, actor, partId, versionId);
	await keepLooking(context, [watch]);
	return version;
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
	await keepLooking(context, [watch]);
}

/** What is written over and what is kept of it are one reading: no word can come between. */
async function overwrite(
	tx: Transaction,
	actor: Actor,
	partId: string,
	becomes: (now: Content) => Content,
	kept: Keeping
): Promise<EditWatch> {
	await lockText(tx, partId);
	const stored = await loadText(tx, partId);
	const doc = buildDoc(stored);
	const read = readOutOf(doc);
	const text = becomes(read.content);
	await keepRead(tx, partId, { stored, read }, kept);
	const written = { part: partId, author: actor.id, text };
	const watch = await writeWatched(tx, { stored, doc }, written);
	doc.destroy();
	await refreshTextIn(tx, partId);
	return watch;
}
