import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Ring } from './bus.ts';
import { readFrame, readRing, writeFrame, writeRing } from './bus-frames.ts';

const place = fc.record({ node: fc.string(), opening: fc.nat(), number: fc.nat() });

test('a frame is read as it was written', () => {
	fc.assert(
		fc.property(place, fc.uint8Array(), fc.nat(), (at, message, time) => {
			const frames = [
				{ kind: 'said', ...at, message },
				{ kind: 'lost', ...at },
				{ kind: 'beat', ...at, at: time }
			] as const;
			for (const frame of frames) expect(readFrame(writeFrame(frame))).toEqual(frame);
		})
	);
});

test('whatever bytes come, reading them throws nothing', () => {
	fc.assert(
		fc.property(fc.uint8Array(), (bytes) => {
			readFrame(bytes);
			readRing(bytes);
		})
	);
});

test.each<Ring>([
	{ kind: 'access', people: ['a'], documents: ['b'], sessions: ['c'], tokens: ['d'] },
	{ kind: 'access', everything: true },
	{ kind: 'updates', part: 'p' },
	{ kind: 'review', part: 'p' },
	{ kind: 'told', people: ['a', 'b'] },
	{ kind: 'document', document: 'd', title: 'Één titel 🙂' },
	{ kind: 'document', document: 'd' },
	{ kind: 'run', run: 'r' },
	{ kind: 'run', run: 'r', leads: true },
	{ kind: 'work', document: 'd' }
])('the ring %j is read as it was written', (ring) => {
	expect(readRing(writeRing(ring))).toEqual(ring);
});

test('a ring that is not one of ours is none', () => {
	const rings = [
		'{"kind":"presence","part":"p"}',
		'{"kind":"access","everything":false}',
		'[]',
		''
	];
	for (const ring of rings) expect(readRing(new TextEncoder().encode(ring))).toBeNull();
});
