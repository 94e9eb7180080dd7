import * as encoding from 'lib0/encoding';
import { expect, test } from 'vitest';
import {
	ackFrame,
	BadFrame,
	presenceFrame,
	readMessage,
	step1Frame,
	step2Frame,
	updateFrame
} from './protocol.ts';

const bytes = new Uint8Array([1, 2, 3]);

test('[P1] sync messages are read back as they were written', () => {
	expect(readMessage(step1Frame(bytes))).toEqual({ kind: 'step 1', stateVector: bytes });
	expect(readMessage(step2Frame(bytes))).toEqual({ kind: 'step 2', update: bytes });
	expect(readMessage(updateFrame(bytes))).toEqual({ kind: 'update', update: bytes });
});

test('[P1] sync messages of any length are read back whole', () => {
	for (const length of [0, 127, 128, 16_383, 16_384, 3_000_000]) {
		const update = new Uint8Array(length).fill(7);
		expect(readMessage(updateFrame(update))).toEqual({ kind: 'update', update });
	}
});

test('[P1] presence is read back with the state as it was', () => {
	const entries = [{ client: 7, clock: 2 ** 41, state: '{"user":{"name":"Lin"}}' }];
	expect(readMessage(presenceFrame(entries))).toEqual({ kind: 'presence', entries });
	expect(readMessage(presenceFrame([]))).toEqual({ kind: 'presence', entries: [] });
});

test('[P2] what is no message of a client is a bad frame', () => {
	const unknown = encoding.encode((encoder) => encoding.writeVarUint(encoder, 42));
	const frames = {
		empty: new Uint8Array(),
		unknown,
		'an ack': ackFrame(1),
		'sync without a step': new Uint8Array([0]),
		'an unknown step': new Uint8Array([0, 9, 0]),
		'a length beyond the frame': new Uint8Array([0, 2, 200, 1]),
		'bytes after the message': new Uint8Array([...updateFrame(bytes), 0]),
		'more entries than there are': new Uint8Array([1, 1, 5])
	};
	for (const [name, frame] of Object.entries(frames)) {
		expect(() => readMessage(frame), name).toThrow(BadFrame);
	}
});

test('[P5] a frame of presence has no more states than a large meeting has people', () => {
	const states = (count: number) =>
		presenceFrame(Array.from({ length: count }, (_, client) => ({ client, clock: 1, state: '' })));
	expect(readMessage(states(1_000))).toHaveProperty('entries.length', 1_000);
	expect(() => readMessage(states(100_000))).toThrow(BadFrame);
});
