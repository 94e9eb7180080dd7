import { LiveText } from './live-text.ts';
import type { UpdateLog } from './update-log.ts';
import type { Workshop } from './workshop.ts';

/** Throws when the next text must not take the place of what is stored; `unsound` is not in it. */
export type Accept = (next: LiveText, unsound: readonly bigint[]) => void;

/**
 * Replaces what is stored of a text by one snapshot of it, in a transaction that nobody else enters for
 * this part. What comes out is compared with what went in, by another reading than the one that made it.
 * Null: there was nothing in the log.
 */
export async function compactLog(
	{ log, workshop }: { log: UpdateLog; workshop: Workshop },
	part: string,
	report: (what: string) => void,
	accept: Accept = () => {}
): Promise<LiveText | null> {
	let next: LiveText | null = null;
	await log.compact(part, async (stored) => {
		if (stored.updates.length === 0) return null;
		const condensed = await workshop.condense(stored);
		const { snapshot, unsound, isShrunk } = condensed;
		const updates = stored.updates.filter(({ id }) => !unsound.includes(id));
		const text = new LiveText({ snapshot, updates: [] });
		const source = new LiveText({ ...stored, updates });
		if (!text.isAsFarAs(source) || !text.holds(source)) {
			throw new Error('a snapshot is not what it was made of');
		}
		// Before anybody goes on with it: what they add to it is in the log, and not in this snapshot.
		const { extent } = text;
		accept(text, unsound);
		if (isShrunk) report('hardly anything is left of a text; what it was is kept');
		next = text;
		return { ...condensed, extent };
	});
	return next;
}
