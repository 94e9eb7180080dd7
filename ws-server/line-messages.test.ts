import fc from 'fast-check';
import { expect, test } from 'vitest';
import { HUES } from '#domain/hue.ts';
import { lineMessage, readLineMessage, type LineMessage } from './line-messages.ts';

const row = fc.record({
	bytes: fc.uint8Array(),
	author: fc.option(fc.uuid()),
	clients: fc.array(fc.nat())
});
const seat = fc.record({
	client: fc.nat(),
	person: fc.uuid(),
	mayWrite: fc.boolean(),
	hue: fc.constantFrom(...HUES),
	since: fc.nat(),
	state: fc.json()
});
const message: fc.Arbitrary<LineMessage> = fc.oneof(
	fc.record({ kind: fc.constant('updates' as const), rows: fc.array(row) }),
	fc.record({
		kind: fc.constant('presence' as const),
		isWhole: fc.boolean(),
		seats: fc.array(seat)
	}),
	fc.constantFrom({ kind: 'hello' as const }, { kind: 'bye' as const })
);

test('what nodes say to each other is read as it was written', () => {
	fc.assert(
		fc.property(message, (said) => {
			expect(readLineMessage(lineMessage(said))).toEqual(said);
		})
	);
});

test('bytes that break off, go on, or are something else are no message', () => {
	fc.assert(
		fc.property(message, fc.nat(), (said, at) => {
			const bytes = lineMessage(said);
			expect(readLineMessage(Uint8Array.of(...bytes, 0))).toBeNull();
			expect(readLineMessage(bytes.subarray(0, at % bytes.length))).toBeNull();
		})
	);
	fc.assert(fc.property(fc.uint8Array(), (bytes) => void readLineMessage(bytes)));
});

test('a count of millions without the bytes for it costs nothing', () => {
	const rows = Uint8Array.of(1, 255, 255, 255, 255, 15);
	expect(readLineMessage(rows)).toBeNull();
});
