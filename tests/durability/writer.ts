import { firstLine, openClient, type Client } from '#tests/live/client.ts';
import type { Chance } from '#tests/live/chance.ts';

/** An edit of one writer. Every token exists once in the world, so that it can be looked for. */
type Edit = { kind: 'insert' | 'delete'; token: string; isAcknowledged: boolean };

/** `frame` acknowledged means that the first `edits` edits are. */
type Cover = { frame: number; edits: number; at: number };

export type Writer = {
	part: string;
	edits: readonly Edit[];
	/** Milliseconds from sending an edit to its acknowledgement. */
	latencies: number[];
	client: Client;
	/** Types a token somewhere between others, or deletes one that was acknowledged. */
	write(): void;
	isAway(): boolean;
};

const STEP_2 = 1;
const UPDATE = 2;

/** Opens a stock client that keeps account of what the server said is stored. */
export function openWriter(
	name: string,
	chance: Chance,
	options: { address: string; part: string; headers: Record<string, string> }
): Writer {
	const edits: Edit[] = [];
	const latencies: number[] = [];
	// Of the current connection only: both sides count from nought.
	let covers: Cover[] = [];
	let frames = 0;
	let hasAnswered = false;
	const client = openClient({
		...options,
		params: { ack: '1' },
		onOpen: () => {
			covers = [];
			frames = 0;
			hasAnswered = false;
		},
		onSend: (frame) => {
			if (frame[0] !== 0 || (frame[1] !== STEP_2 && frame[1] !== UPDATE)) return;
			frames++;
			if (frame[1] === STEP_2) hasAnswered = true;
			// What earlier connections did not deliver is in the answer to the server's step 1.
			if (hasAnswered) covers.push({ frame: frames, edits: edits.length, at: performance.now() });
		},
		onAck: (count) => {
			while (covers[0] && covers[0].frame <= count) {
				const cover = covers.shift()!;
				latencies.push(performance.now() - cover.at);
				for (let nth = cover.edits - 1; nth >= 0 && !edits[nth]!.isAcknowledged; nth--) {
					edits[nth]!.isAcknowledged = true;
				}
			}
		}
	});
	let count = 0;
	const deletable = () => {
		const deleted = new Set(
			edits.filter((edit) => edit.kind === 'delete').map((edit) => edit.token)
		);
		return edits.filter((edit) => edit.isAcknowledged && !deleted.has(edit.token));
	};
	const write = () => {
		const known = chance.below(10) < 3 ? deletable() : [];
		if (known.length > 0) return remove(chance.of(known).token);
		insert(`<${name}.${count++}>`);
	};
	const insert = (token: string) => {
		edits.push({ kind: 'insert', token, isAcknowledged: false });
		client.doc.transact(() => {
			const line = firstLine(client.doc);
			const ends = [...line.toString().matchAll(/>/g)].map((end) => end.index + 1);
			line.insert(chance.of([0, ...ends]), token);
		});
	};
	const remove = (token: string) => {
		const line = firstLine(client.doc);
		const at = line.toString().indexOf(token);
		if (at === -1) return;
		edits.push({ kind: 'delete', token, isAcknowledged: false });
		line.delete(at, token.length);
	};
	return {
		part: options.part,
		edits,
		latencies,
		client,
		write,
		isAway: () => !client.provider.wsconnected
	};
}

export type Loss = { writer: string; token: string; is: 'lost' | 'back' };

/** What the server said is stored in this text, but is not: tokens that are gone, or back again. */
export function findLosses(writers: readonly Writer[], part: string, text: string): Loss[] {
	const losses: Loss[] = [];
	// Once for all: a search for each token takes as long as the text is.
	const there = new Set(text.match(/<[^<>]*>/g));
	for (const [nth, writer] of writers.entries()) {
		if (writer.part !== part) continue;
		const deletes = new Map(
			writer.edits.filter((edit) => edit.kind === 'delete').map((edit) => [edit.token, edit])
		);
		for (const { kind, token, isAcknowledged } of writer.edits) {
			if (kind === 'delete' || !isAcknowledged) continue;
			const deleted = deletes.get(token);
			const isThere = there.has(token);
			if (!deleted && !isThere) losses.push({ writer: String(nth), token, is: 'lost' });
			if (deleted?.isAcknowledged && isThere)
				losses.push({ writer: String(nth), token, is: 'back' });
		}
	}
	return losses;
}
