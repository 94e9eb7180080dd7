import { encode, writeVarUint } from 'lib0/encoding';

/** Well below what proxies let through; a frame may come in several bodies. */
const MOST_BYTES = 256 * 1024;

/**
 * What is still to go up a line over HTTP, as one row of bytes: each frame is its length and its bytes.
 * Nothing leaves it before the server has taken it, so that a lost answer costs nothing.
 */
export class LinePost {
	#pieces: Uint8Array<ArrayBuffer>[] = [];
	#from = 0;

	get isEmpty(): boolean {
		return this.#pieces.length === 0;
	}

	/** A copy: who sends may use its bytes for something else. */
	add(frame: Uint8Array): void {
		const bytes = new Uint8Array(frame);
		this.#pieces.push(encode((encoder) => writeVarUint(encoder, bytes.length)).slice());
		for (let at = 0; at < bytes.length; at += MOST_BYTES) {
			this.#pieces.push(bytes.subarray(at, at + MOST_BYTES));
		}
	}

	/** The next body and at which byte it begins; the same until `taken`, or longer. */
	next(): { from: number; body: Blob; taken: () => void } {
		let size = 0;
		let count = 0;
		for (const { length } of this.#pieces) {
			if (count > 0 && size + length > MOST_BYTES) break;
			size += length;
			count++;
		}
		const from = this.#from;
		const taken = () => {
			this.#pieces.splice(0, count);
			this.#from += size;
		};
		return { from, body: new Blob(this.#pieces.slice(0, count)), taken };
	}
}
