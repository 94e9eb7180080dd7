import { fromBase64 } from 'lib0/buffer';

/** What comes down a line over HTTP, numbered from 1. */
export type LineEvent = { number: number } & (
	{ kind: 'frame'; frame: Uint8Array } | { kind: 'ping' } | { kind: 'close'; code: number }
);

const EVENT = /^id: (\d+)\n(?:event: (\w+)\n)?data: ?(.*)$/;

/** Reads an event stream that comes in pieces. What is no event of ours, such as a proxy's page, is left out. */
export class EventReader {
	#pieces: string[] = [];
	#end = '';

	read(piece: string): LineEvent[] {
		this.#pieces.push(piece);
		const seam = this.#end + piece;
		this.#end = seam.slice(-1);
		// A whole text is one event of many pieces: looked through once, not once for each piece.
		if (!seam.includes('\n\n')) return [];
		const blocks = this.#pieces.join('').split('\n\n');
		this.#pieces = [blocks.pop() ?? ''];
		return blocks.flatMap((block) => readEvent(block) ?? []);
	}
}

function readEvent(block: string): LineEvent | null {
	const [, id, event, data = ''] = EVENT.exec(block) ?? [];
	if (id === undefined) return null;
	const number = Number(id);
	if (event === undefined) return { number, kind: 'frame', frame: fromBase64(data) };
	if (event === 'ping') return { number, kind: 'ping' };
	if (event === 'close') return { number, kind: 'close', code: Number(data) };
	return null;
}
