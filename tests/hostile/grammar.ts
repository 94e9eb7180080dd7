import fc from 'fast-check';
import * as encoding from 'lib0/encoding';

/** Frames made by the grammar of updates: mostly right, with everything in it that somebody could think of. */

/** Who is in a text, and how far: what an update can point at. */
export type Known = readonly (readonly [client: number, clock: number])[];

type Write = (encoder: encoding.Encoder) => void;
type Id = { who: number; clock: number };

const NAMES = [
	'paragraph',
	'heading',
	'tableCell',
	'listItem',
	'blockquote',
	'script',
	'__proto__',
	''
];
const KEYS = [
	'level',
	'moment',
	'guidance',
	'align',
	'colspan',
	'kind',
	'onclick',
	'__proto__',
	'constructor'
];
const MARKS = ['bold', 'link', 'italic', 'bold--AbCd0123', 'script', '__proto__'];
const ROOTS = ['default', 'default', 'default', 'default', 'default', 'other', ''];
const JSONS = [
	'null',
	'{}',
	'{"href":"https://x.nl"}',
	'{"href":"javascript:alert(1)"}',
	'{"href":"java\\tscript:alert(1)"}',
	'{"href":" https://x.nl"}',
	'{"__proto__":{"href":"https://x.nl"}}',
	'{"href":"https://x.nl","href":"javascript:0"}',
	'{ }',
	'true',
	'{"href":"\\ud800"}',
	'['.repeat(60) + ']'.repeat(60)
];
const TEXTS = ['a', 'woord', 'é', '😀', 'x'.repeat(30), ''];
const RAW_TEXTS = [
	[0xc0, 0x80],
	[0xed, 0xa0, 0x80],
	[0xf5, 0x80, 0x80, 0x80],
	[0xe2, 0x82],
	[0xef, 0xbf, 0xbd]
];
const VALUES: readonly unknown[] = [
	1,
	2,
	'left',
	'tip',
	'red;position:fixed',
	true,
	100,
	1e9,
	-1,
	null,
	undefined,
	[1, 2],
	{ a: 1 },
	['x'],
	1.5,
	new Uint8Array([1]),
	[[[[1]]]]
];

const id: fc.Arbitrary<Id> = fc.record({
	who: fc.nat(3),
	clock: fc.oneof({ weight: 4, arbitrary: fc.nat(12) }, { weight: 1, arbitrary: fc.nat(400) })
});

/** A number as lib0 writes it, or now and then in more bytes. */
const uint = (value: number, isLong = false): Write => {
	return (encoder) => {
		encoding.writeVarUint(encoder, value);
		if (!isLong) return;
		const last = encoder.cpos - 1;
		encoder.cbuf[last]! |= 0x80;
		encoding.write(encoder, 0);
	};
};
const rarely = fc.integer({ min: 0, max: 60 }).map((value) => value === 0);
const string =
	(text: string): Write =>
	(encoder) =>
		encoding.writeVarString(encoder, text);

const words = fc.oneof(
	{
		weight: 12,
		arbitrary: fc.constantFrom(...TEXTS).map((text): Write => string(text))
	},
	{
		weight: 1,
		arbitrary: fc.constantFrom(...RAW_TEXTS).map(
			(raw): Write =>
				(encoder) =>
					encoding.writeVarUint8Array(encoder, new Uint8Array(raw))
		)
	}
);

const floats: fc.Arbitrary<Write> = fc.constantFrom(1, 2.5, 7).map((value) => (encoder) => {
	encoding.write(encoder, 123);
	encoding.writeFloat64(encoder, value);
});
const value = fc.oneof(
	{
		weight: 9,
		arbitrary: fc.constantFrom(...VALUES).map(
			(any): Write =>
				(encoder) =>
					encoding.writeAny(encoder, any as never)
		)
	},
	{ weight: 1, arbitrary: floats }
);

/** The number of a kind of content, and its bytes. */
type Content = { kind: number; write: Write };

const many = (kind: number, each: fc.Arbitrary<Write>): fc.Arbitrary<Content> =>
	fc.array(each, { minLength: 0, maxLength: 2 }).map((values) => ({
		kind,
		write: (encoder) => {
			encoding.writeVarUint(encoder, values.length);
			for (const write of values) write(encoder);
		}
	}));

const format = fc
	.tuple(fc.constantFrom(...MARKS), fc.constantFrom(...JSONS))
	.map(([name, json]): Content => ({
		kind: 6,
		write: (encoder) => [name, json].forEach((text) => encoding.writeVarString(encoder, text))
	}));

const type = fc
	.tuple(fc.constantFrom(3, 3, 3, 6, 6, 6, 0, 1, 2, 4, 5, 7), fc.constantFrom(...NAMES), rarely)
	.map(([ref, name, isLong]): Content => ({
		kind: 7,
		write: (encoder) => {
			uint(ref, isLong)(encoder);
			if (ref === 3 || ref === 5) encoding.writeVarString(encoder, name);
		}
	}));

const content: fc.Arbitrary<Content> = fc.oneof(
	{ weight: 6, arbitrary: words.map((write): Content => ({ kind: 4, write })) },
	{ weight: 6, arbitrary: type },
	{ weight: 4, arbitrary: many(8, value) },
	{ weight: 3, arbitrary: format },
	{
		weight: 2,
		arbitrary: fc
			.constantFrom(1, 3, 0, 2e6)
			.map((length): Content => ({ kind: 1, write: uint(length) }))
	},
	{ weight: 1, arbitrary: many(2, fc.constantFrom(...JSONS).map(string)) },
	{
		weight: 1,
		arbitrary: fc.constantFrom(...JSONS).map((json): Content => ({ kind: 5, write: string(json) }))
	},
	{
		weight: 1,
		arbitrary: fc.constant<Content>({
			kind: 3,
			write: (encoder) => encoding.writeVarUint8Array(encoder, new Uint8Array([1]))
		})
	},
	{
		weight: 1,
		arbitrary: fc.constant<Content>({
			kind: 9,
			write: (encoder) => {
				encoding.writeVarString(encoder, 'guid');
				encoding.writeAny(encoder, {});
			}
		})
	}
);

type Struct = (encoder: encoding.Encoder, at: (id: Id) => readonly [number, number]) => void;

const item: fc.Arbitrary<Struct> = fc
	.record({
		content,
		left: fc.option(id, { freq: 2 }),
		right: fc.option(id, { freq: 3 }),
		parent: fc.option(id, { freq: 4 }),
		root: fc.constantFrom(...ROOTS),
		key: fc.option(fc.constantFrom(...KEYS), { freq: 2 }),
		isLong: rarely
	})
	.map(({ content: inside, left, right, parent, root, key, isLong }) => (encoder, at) => {
		const info = inside.kind | (left ? 128 : 0) | (right ? 64 : 0) | (key === null ? 0 : 32);
		encoding.writeUint8(encoder, info);
		const write = (one: Id) => {
			const [client, clock] = at(one);
			uint(client)(encoder);
			uint(clock, isLong)(encoder);
		};
		if (left) write(left);
		if (right) write(right);
		if (!left && !right) {
			encoding.writeVarUint(encoder, parent ? 0 : 1);
			if (parent) write(parent);
			else encoding.writeVarString(encoder, root);
			if (key !== null) encoding.writeVarString(encoder, key);
		}
		inside.write(encoder);
	});

const empty: fc.Arbitrary<Struct> = fc
	.tuple(fc.constantFrom(0, 0, 10, 42), fc.constantFrom(1, 2, 5, 0, 3e6))
	.map(([info, length]) => (encoder) => {
		encoding.writeUint8(encoder, info);
		encoding.writeVarUint(encoder, length);
	});

const struct = fc.oneof({ weight: 12, arbitrary: item }, { weight: 1, arbitrary: empty });
const row = fc.record({
	who: fc.nat(3),
	/** How far before or behind what is known it begins. */
	shift: fc.constantFrom(0, 0, 0, 0, 0, 0, -1, -3, 2),
	structs: fc.array(struct, { minLength: 0, maxLength: 5 }),
	isLarge: rarely
});
const deletes = fc.array(
	fc.record({
		who: fc.nat(3),
		ranges: fc.array(fc.tuple(fc.nat(30), fc.nat(4)), { maxLength: 3 })
	}),
	{ maxLength: 2 }
);

export type Sketch = (known: Known) => Uint8Array;

/** A frame that can be written for any text. */
export const anyFrame: fc.Arbitrary<Sketch> = fc
	.record({
		rows: fc.array(row, { maxLength: 2 }),
		dels: deletes,
		tail: fc.constantFrom(...Array<number>(20).fill(0), 1)
	})
	.map(({ rows, dels, tail }) => (known) => {
		const who = (nth: number) => known[nth % Math.max(1, known.length)] ?? ([nth + 1, 0] as const);
		return encoding.encode((encoder) => {
			encoding.writeVarUint(encoder, rows.length);
			for (const { who: nth, shift, structs, isLarge } of rows) {
				const [client, clock] = who(nth);
				const at = (one: Id): readonly [number, number] => {
					const [other, end] = who(one.who);
					// Near the end, where the new structs are too.
					return [other, Math.max(0, end + 3 - one.clock)];
				};
				encoding.writeVarUint(encoder, structs.length);
				encoding.writeVarUint(encoder, isLarge ? client + 2 ** 33 : client);
				encoding.writeVarUint(encoder, isLarge ? 0 : Math.max(0, clock + shift));
				for (const write of structs) write(encoder, at);
			}
			encoding.writeVarUint(encoder, dels.length);
			for (const { who: nth, ranges } of dels) {
				encoding.writeVarUint(encoder, who(nth)[0]);
				encoding.writeVarUint(encoder, ranges.length);
				for (const pair of ranges) for (const part of pair) encoding.writeVarUint(encoder, part);
			}
			for (let left = tail; left > 0; left--) encoding.writeUint8(encoder, 0);
		});
	});
