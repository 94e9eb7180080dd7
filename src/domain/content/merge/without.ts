import * as Y from 'yjs';

type Range = { clock: number; len: number };
type DeleteSet = ReturnType<typeof Y.createDeleteSet>;

/**
 * What an update says beyond a text that one has, and beyond some updates that may have become part of it: what
 * these wrote is left out, and what they deleted, though others may have deleted it too. All are of format V1.
 */
export function without(
	update: Uint8Array,
	base: Uint8Array,
	known: readonly Uint8Array[]
): Uint8Array {
	const state = Y.decodeStateVector(Y.encodeStateVectorFromUpdate(base));
	for (const one of known) {
		for (const [client, clock] of Y.parseUpdateMeta(one).to) {
			state.set(client, Math.max(clock, state.get(client) ?? 0));
		}
	}
	const news = Y.diffUpdate(update, Y.encodeStateVector(state));
	const deleted = Y.decodeUpdate(news).ds;
	const theirs = Y.createDeleteSet();
	const own = known.map((one) => Y.decodeUpdate(one).ds.clients);
	for (const [client, ranges] of deleted.clients) {
		const taken = own.flatMap((clients) => clients.get(client) ?? []);
		const left = taken.reduce<Range[]>(cutOut, ranges);
		if (left.length > 0) theirs.clients.set(client, left);
	}
	// An update ends with its deletes.
	const written = news.subarray(0, news.length - deletesOf(deleted).length);
	return new Uint8Array([...written, ...deletesOf(theirs)]);
}

/** An update that deletes this, and says nothing else. */
export function deleting(deletes: DeleteSet): Uint8Array {
	return Uint8Array.of(0, ...deletesOf(deletes));
}

/** What is left of ranges without another. */
function cutOut(ranges: readonly Range[], { clock, len }: Range): Range[] {
	const end = clock + len;
	return ranges.flatMap((range) => {
		const rangeEnd = range.clock + range.len;
		return [
			{ clock: range.clock, len: Math.min(rangeEnd, clock) - range.clock },
			{ clock: Math.max(range.clock, end), len: rangeEnd - Math.max(range.clock, end) }
		].filter((part) => part.len > 0);
	});
}

/** The bytes of deletes, as an update ends with them. */
function deletesOf(deletes: DeleteSet): Uint8Array {
	// A snapshot is deletes and then a state, of which one that is empty is one byte.
	return Y.encodeSnapshot(Y.createSnapshot(deletes, new Map())).subarray(0, -1);
}
