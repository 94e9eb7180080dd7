import type { Chance } from '#tests/live/chance.ts';

/** A frame with some of its bytes changed, left out, doubled, or taken from another. */
export function mutate(frame: Uint8Array, other: Uint8Array, chance: Chance): Uint8Array {
	let bytes: Uint8Array = frame.slice();
	for (let left = 1 + chance.below(3); left > 0; left--) {
		bytes = chance.of(CHANGES)(bytes, other, chance);
	}
	return bytes;
}

type Change = (bytes: Uint8Array, other: Uint8Array, chance: Chance) => Uint8Array;

const setByte: Change = (bytes, _, { below, of }) => {
	if (bytes.length > 0) bytes[below(bytes.length)] = below(of([4, 12, 136, 256]));
	return bytes;
};

const turnBit: Change = (bytes, _, { below }) => {
	if (bytes.length > 0) bytes[below(bytes.length)]! ^= 1 << below(8);
	return bytes;
};

const nudge: Change = (bytes, _, { below, of }) => {
	if (bytes.length > 0) bytes[below(bytes.length)]! += of([1, -1, 2, 128]);
	return bytes;
};

const splice: Change = (bytes, other, { below }) => {
	const at = below(bytes.length + 1);
	const from = below(other.length + 1);
	const piece = other.subarray(from, from + below(24));
	return joined(bytes.subarray(0, at), piece, bytes.subarray(at + below(3) * piece.length));
};

const leaveOut: Change = (bytes, _, { below }) => {
	const at = below(bytes.length + 1);
	return joined(bytes.subarray(0, at), bytes.subarray(at + 1 + below(4)));
};

const breakOff: Change = (bytes, _, { below }) => bytes.slice(0, below(bytes.length + 1));

const CHANGES: readonly Change[] = [
	setByte,
	setByte,
	setByte,
	turnBit,
	turnBit,
	nudge,
	nudge,
	splice,
	leaveOut,
	breakOff
];

function joined(...pieces: readonly Uint8Array[]): Uint8Array {
	return new Uint8Array(Buffer.concat(pieces));
}
