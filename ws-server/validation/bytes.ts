import { BadFrame } from '../protocol.ts';

/** A number of more bytes is larger than what numbers count exactly. */
const VAR_UINT_BYTES = 8;

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Reads lib0's encodings as its decoders do, and refuses what some of those read otherwise than others. */
export class Bytes {
	at = 0;
	readonly #bytes: Uint8Array;
	readonly #isCanonical: boolean;

	constructor(bytes: Uint8Array, isCanonical: boolean) {
		this.#bytes = bytes;
		this.#isCanonical = isCanonical;
	}

	/** How many are left. */
	get left(): number {
		return this.#bytes.length - this.at;
	}

	byte(): number {
		if (this.at >= this.#bytes.length) throw new BadFrame('it breaks off', 'structure');
		return this.#bytes[this.at++]!;
	}

	varUint(): number {
		const first = this.#bytes[this.at++];
		// Most numbers are small.
		if (first !== undefined && first < 0x80) return first;
		this.at--;
		let value = 0;
		let factor = 1;
		for (let nth = 0; nth < VAR_UINT_BYTES; nth++) {
			const byte = this.byte();
			value += (byte & 0x7f) * factor;
			factor *= 0x80;
			if (byte >= 0x80) continue;
			if (byte === 0 && this.#isCanonical) throw new BadFrame('a long number', 'structure');
			if (!Number.isSafeInteger(value)) break;
			return value;
		}
		throw new BadFrame('a number beyond numbers', 'structure');
	}

	/** Steps over so many. */
	skip(count: number): void {
		if (count > this.left) throw new BadFrame('it breaks off', 'structure');
		this.at += count;
	}

	/**
	 * Steps over a text that is valid UTF-8, half a surrogate pair among what is not; gives its length as
	 * JavaScript counts it. It makes no string of it: most bytes of most updates are text.
	 */
	text(): number {
		const size = this.varUint();
		if (size > this.left) throw new BadFrame('it breaks off', 'structure');
		const bytes = this.#bytes;
		const end = this.at + size;
		let at = this.at;
		// UTF-16 has a unit for each character, two for those of four bytes.
		let length = 0;
		while (at < end) {
			const byte = bytes[at++]!;
			length++;
			if (byte < 0x80) continue;
			const more = byte < 0xe0 ? 1 : byte < 0xf0 ? 2 : 3;
			if (byte < 0xc2 || byte > 0xf4 || at + more > end || !isTail(bytes, byte, at, more)) {
				throw new BadFrame('text that is no text', 'structure');
			}
			if (more === 3) length++;
			at += more;
		}
		this.at = end;
		return length;
	}

	/** A text as a string: for names and values. */
	string(): string {
		const size = this.varUint();
		if (size > this.left) throw new BadFrame('it breaks off', 'structure');
		const from = this.at;
		this.at += size;
		let text = '';
		if (size <= NAME_BYTES) {
			for (let at = from; at < this.at; at++) {
				const byte = this.#bytes[at]!;
				if (byte >= 0x80) return this.#decode(from);
				text += String.fromCharCode(byte);
			}
			return text;
		}
		return this.#decode(from);
	}

	float32(): number {
		return this.#view(4).getFloat32(0);
	}

	float64(): number {
		return this.#view(8).getFloat64(0);
	}

	/** As lib0 writes whole numbers of 31 bits: the sign is in the first byte. */
	varInt(): number {
		const first = this.byte();
		let value = first & 0x3f;
		let factor = 0x40;
		let byte = first;
		for (let nth = 1; byte >= 0x80; nth++) {
			if (nth === VAR_UINT_BYTES) throw new BadFrame('a number beyond numbers', 'structure');
			byte = this.byte();
			value += (byte & 0x7f) * factor;
			factor *= 0x80;
			if (byte === 0 && this.#isCanonical) throw new BadFrame('a long number', 'structure');
		}
		if (!Number.isSafeInteger(value)) throw new BadFrame('a number beyond numbers', 'structure');
		return first & 0x40 ? -value : value;
	}

	#view(size: number): DataView {
		const { buffer, byteOffset } = this.#bytes;
		const from = this.at;
		this.skip(size);
		return new DataView(buffer, byteOffset + from, size);
	}

	#decode(from: number): string {
		try {
			return decoder.decode(this.#bytes.subarray(from, this.at));
		} catch (cause) {
			throw new BadFrame('text that is no text', 'structure', { cause });
		}
	}
}

/** Shorter than this making a string byte by byte is faster than decoding. */
const NAME_BYTES = 24;

/** Whether these bytes complete a character: not one in more bytes than it needs, no half pair, none above all. */
function isTail(bytes: Uint8Array, first: number, at: number, more: number): boolean {
	for (let nth = 0; nth < more; nth++) if ((bytes[at + nth]! & 0xc0) !== 0x80) return false;
	const next = bytes[at]!;
	if (first === 0xe0) return next >= 0xa0;
	if (first === 0xed) return next < 0xa0;
	if (first === 0xf0) return next >= 0x90;
	if (first === 0xf4) return next < 0x90;
	return true;
}
