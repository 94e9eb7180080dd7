import fc from 'fast-check';
import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import { anyFrame, type Known } from '#tests/hostile/grammar.ts';
import { mutate } from '#tests/hostile/mutate.ts';
import { openChance } from './chance.ts';
import { firstLine } from './client.ts';

/** Frames for a text with this state, of every kind that somebody could think of. */
export type Attack = (state: Uint8Array) => Uint8Array;

const asMessage = (update: Uint8Array, type: number, step: number) =>
	encoding.encode((encoder) => {
		encoding.writeVarUint(encoder, type);
		encoding.writeVarUint(encoder, step);
		encoding.writeVarUint8Array(encoder, update);
	});

/** An edit that any editor could make: whoever may write has it stored. */
function honestEdit(state: Uint8Array, words: string): Uint8Array {
	const doc = new Y.Doc();
	Y.applyUpdate(doc, state);
	const before = Y.encodeStateVector(doc);
	firstLine(doc).insert(0, words);
	return Y.encodeStateAsUpdate(doc, before);
}

const wrapped = fc.record({
	type: fc.constantFrom(0, 0, 0, 0, 0, 0, 1, 3, 100, 101, 77),
	step: fc.constantFrom(1, 2, 2, 2, 0, 3)
});
const honest = fc.string({ minLength: 1, maxLength: 8 });

/** What every editor sends. */
export const anyHonest: fc.Arbitrary<Attack> = honest.map(
	(words): Attack =>
		(state) =>
			asMessage(honestEdit(state, words), 0, 2)
);

/** Half of them would be stored if who sends them might write. */
export const anyAttack: fc.Arbitrary<Attack> = fc.oneof(
	{
		weight: 4,
		arbitrary: fc.tuple(honest, fc.constantFrom(1, 2)).map(
			([words, step]): Attack =>
				(state) =>
					asMessage(honestEdit(state, words), 0, step)
		)
	},
	{
		weight: 2,
		arbitrary: fc.tuple(anyFrame, wrapped).map(
			([sketch, { type, step }]): Attack =>
				(state) =>
					asMessage(sketch(knownIn(state)), type, step)
		)
	},
	{
		weight: 2,
		arbitrary: fc
			.tuple(honest, fc.integer(), wrapped)
			.map(([words, seed, { type, step }]): Attack => (state) => {
				const edit = honestEdit(state, words);
				return asMessage(mutate(edit, state, openChance(seed)), type, step);
			})
	},
	{
		weight: 1,
		arbitrary: fc.uint8Array({ maxLength: 60 }).map(
			(bytes): Attack =>
				() =>
					bytes
		)
	}
);

function knownIn(state: Uint8Array): Known {
	const doc = new Y.Doc();
	Y.applyUpdate(doc, state);
	return [...Y.decodeStateVector(Y.encodeStateVector(doc))];
}
