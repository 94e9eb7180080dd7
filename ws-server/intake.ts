import { LIMITS } from './limits.ts';

/** A varUint of more bytes is beyond the limit of a frame. */
const LENGTH_BYTES = 4;

/** Makes frames of bytes that come in pieces: each frame is its length, as a varUint, and that many bytes. */
export class Intake {
	#length: number | null = null;
	#partial = 0;
	#digits = 0;
	#pieces: Buffer[] = [];
	#missing = 0;

	/**
	 * Takes bytes up to the end of a frame, and gives how many; `frame` when one is whole. After one that
	 * announces more than it may hold nothing can be taken any more.
	 */
	take(bytes: Buffer): { used: number; frame: Buffer | 'too long' | null } {
		let used = 0;
		while (this.#length === null) {
			const byte = bytes[used];
			if (byte === undefined) return { used, frame: null };
			used++;
			this.#readDigit(byte);
			if (this.#digits > LENGTH_BYTES || this.#partial > LIMITS.frameBytes) {
				return { used, frame: 'too long' };
			}
		}
		const piece = bytes.subarray(used, used + this.#missing);
		this.#missing -= piece.length;
		used += piece.length;
		// A copy: a small frame would otherwise keep the whole chunk that it came in.
		if (piece.length > 0) this.#pieces.push(Buffer.from(piece));
		return { used, frame: this.#missing === 0 ? this.#whole() : null };
	}

	#readDigit(byte: number): void {
		this.#partial += (byte & 127) * 128 ** this.#digits;
		this.#digits++;
		if (byte < 128) this.#length = this.#missing = this.#partial;
	}

	#whole(): Buffer {
		const [only, ...rest] = this.#pieces;
		const frame = only && rest.length === 0 ? only : Buffer.concat(this.#pieces);
		this.#length = null;
		this.#partial = this.#digits = 0;
		this.#pieces = [];
		return frame;
	}
}
