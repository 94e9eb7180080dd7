import * as encoding from 'lib0/encoding';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { openChance } from '#tests/live/chance.ts';
import { LIMITS } from './limits.ts';
import { BadFrame } from './protocol.ts';
import { assertStateVector, readShape, readStoredShape } from './shape.ts';

/** Everything that our editor makes, as the updates that it sends. */
function edits(): Uint8Array[] {
	const updates: Uint8Array[] = [];
	const doc = new Y.Doc();
	doc.on('update', (update) => updates.push(update));
	const text = doc.getXmlFragment('default');
	for (let nth = 0; nth < 6; nth++) {
		const line = new Y.XmlText();
		const paragraph = new Y.XmlElement('paragraph');
		text.push([paragraph]);
		paragraph.push([line]);
		line.insert(0, 'hallo wéreld 👩‍👩‍👧', nth % 2 ? { bold: {} } : {});
		paragraph.setAttribute('guidance', 'left');
		line.delete(2, 3);
		line.format(1, 4, { link: { href: 'https://x.nl' } });
		if (nth === 3) text.delete(1, 1);
	}
	return [...updates, Y.encodeStateAsUpdate(doc), Y.mergeUpdates(updates)];
}

const update = (...parts: (number | Uint8Array)[]) =>
	encoding.encode((encoder) => {
		for (const part of parts) {
			if (typeof part === 'number') encoding.writeVarUint(encoder, part);
			else encoding.writeUint8Array(encoder, part);
		}
	});

/** What Yjs makes of an update, in the same words. */
function asYjs(bytes: Uint8Array) {
	const { structs, ds } = Y.decodeUpdate(bytes);
	const ends = new Map<number, number>();
	for (const { id, length } of structs) ends.set(id.client, id.clock + length);
	const deletes = [...ds.clients].flatMap(([client, items]) =>
		items.map(({ clock, len }) => ({ client, from: clock, to: clock + len }))
	);
	return { ends, deletes };
}

function endsOf(bytes: Uint8Array) {
	const { structs, deletes } = readShape(bytes);
	return { ends: new Map(structs.map(({ client, to }) => [client, to])), deletes };
}

test('[P6] what people make is read as Yjs reads it', () => {
	for (const bytes of edits()) expect(endsOf(bytes)).toEqual(asYjs(bytes));
});

test(
	'[P6] an update with changed bytes is refused, or read as Yjs reads it',
	{ timeout: 30_000 },
	() => {
		const chance = openChance(7);
		const honest = edits();
		let accepted = 0;
		for (let nth = 0; nth < 20_000; nth++) {
			const bytes = chance.of(honest).slice();
			for (let left = 1 + chance.below(3); left > 0; left--) {
				bytes[chance.below(bytes.length)] = chance.below(chance.of([12, 256]));
			}
			let shape;
			try {
				shape = endsOf(bytes);
			} catch (error) {
				expect(error).toBeInstanceOf(BadFrame);
				continue;
			}
			const { ends, deletes } = asYjs(bytes);
			expect(shape.deletes).toEqual(deletes);
			for (const [client, end] of shape.ends) expect(ends.get(client)).toBeGreaterThanOrEqual(end);
			accepted++;
		}
		expect(accepted).toBeGreaterThan(1000);
	}
);

test('[P2] an update that breaks off is a bad frame', () => {
	for (const bytes of edits()) {
		for (let length = 0; length < bytes.length; length++) {
			expect(() => readShape(bytes.subarray(0, length)), `${length} bytes`).toThrow(BadFrame);
		}
	}
});

test('[P4] structs and deletes of nothing are a bad frame', () => {
	const nothings = {
		'a delete': update(0, 1, 7, 1, 0, 0),
		'a collected struct': update(1, 1, 7, 0, 0, 0, 0),
		'a deleted struct': update(1, 1, 7, 0, 1, 1, 1, 97, 0, 0),
		'a hole': update(1, 1, 7, 0, 10, 0, 0),
		'a string': update(1, 1, 7, 0, 4, 1, 1, 97, 0, 0),
		'a list': update(1, 1, 7, 0, 8, 1, 1, 97, 0, 0)
	};
	for (const [name, bytes] of Object.entries(nothings)) {
		expect(() => Y.decodeUpdate(bytes), name).not.toThrow();
		expect(() => readShape(bytes), name).toThrow(BadFrame);
	}
});

test('[P5] what is more work than its bytes is a bad frame, before it is any work', () => {
	const most = LIMITS.emptyClocks;
	const many = LIMITS.pieces + 1;
	const twoEach = new Uint8Array(2 * 6_000_000).map((_, nth) => nth % 2);
	let deep: unknown[] = [];
	for (let nth = 0; nth <= LIMITS.valueDepth; nth++) deep = [deep];
	const value = encoding.encode((encoder) => encoding.writeAny(encoder, deep as never));
	const heavy = {
		'millions of structs': update(1, 6_000_000, 7, 0, twoEach, 0),
		'more than it has': update(1, 2 ** 40, 7, 0),
		'as many deletes': update(0, 1, 7, many, new Uint8Array(2 * many).fill(1)),
		'clocks without text': update(1, 1, 7, 0, 0, most + 1, 0),
		'deleted clocks': update(1, 1, 7, 0, 1, 1, 1, 97, most + 1, 0),
		'both together': update(1, 2, 7, 0, 0, most, 1, 1, 1, 97, 1, 0),
		'as many clients': update(
			LIMITS.writersInFrame + 1,
			...Array.from({ length: LIMITS.writersInFrame + 1 }, (_, client) => [
				1,
				client,
				0,
				0,
				1
			]).flat(),
			0
		),
		'a deep value': update(1, 1, 7, 0, 8, 1, 1, 97, 1, value, 0)
	};
	const began = performance.now();
	for (const [name, bytes] of Object.entries(heavy)) {
		expect(() => readShape(bytes), name).toThrow(BadFrame);
	}
	expect(performance.now() - began).toBeLessThan(200);
});

test(
	'[P5] somebody who pastes a book, or deletes one that was never sent, is welcome',
	{ timeout: 30_000 },
	() => {
		const doc = new Y.Doc();
		const text = doc.getXmlFragment('default');
		const paragraphs = Array.from({ length: 40_000 }, () => {
			const paragraph = new Y.XmlElement('paragraph');
			paragraph.insert(0, [new Y.XmlText('een alinea van een boek '.repeat(5))]);
			return paragraph;
		});
		text.insert(0, paragraphs);
		const pasted = Y.encodeStateAsUpdate(doc);
		expect(pasted.length).toBeGreaterThan(4_000_000);
		expect(readShape(pasted).structs).toHaveLength(1);
		const line = new Y.XmlText('x'.repeat(900_000));
		paragraphs[0]!.insert(0, [line]);
		line.delete(0, 900_000);
		expect(readShape(Y.encodeStateAsUpdate(doc)).structs).toHaveLength(1);
	}
);

test('[P6] what Yjs reads but no client writes is a bad frame', () => {
	const strange = {
		'a client twice': update(2, 1, 7, 0, 0, 1, 1, 7, 1, 0, 1, 0),
		'deletes of a client twice': update(0, 2, 7, 1, 0, 1, 7, 1, 1, 1),
		'deletes that overlap': update(0, 1, 7, 2, 0, 2, 1, 1),
		'deletes in disorder': update(0, 1, 7, 2, 5, 1, 0, 1),
		'bytes after the end': update(0, 0, 0)
	};
	for (const [name, bytes] of Object.entries(strange)) {
		expect(() => Y.decodeUpdate(bytes), name).not.toThrow();
		expect(() => readShape(bytes), name).toThrow(BadFrame);
	}
});

test('[P7] what the content schema does not have is refused, with the reason', () => {
	const made = (edit: (text: Y.XmlFragment, doc: Y.Doc) => void) => {
		const doc = new Y.Doc();
		edit(doc.getXmlFragment('default'), doc);
		return Y.encodeStateAsUpdate(doc);
	};
	const element = (name: string, attributes: Record<string, unknown> = {}) =>
		made((text) => {
			const node = new Y.XmlElement(name);
			// Yjs types attributes as texts, and writes whatever they are.
			const set: (key: string, value: never) => void = node.setAttribute.bind(node);
			for (const [key, value] of Object.entries(attributes)) set(key, value as never);
			text.insert(0, [node]);
		});
	const marked = (marks: Record<string, unknown>) =>
		made((text) => {
			const line = new Y.XmlText();
			const paragraph = new Y.XmlElement('paragraph');
			paragraph.insert(0, [line]);
			text.insert(0, [paragraph]);
			line.insert(0, 'words', marks);
		});
	const link = (href: string) => marked({ link: { href } });
	const refused: [string, Uint8Array][] = [
		['schema', element('script')],
		['schema', element('paragraph', { onclick: 'alert(1)' })],
		['schema', element('tableCell', { align: 'left;background:url(//x)' })],
		['schema', element('tableCell', { colspan: 1e9 })],
		['schema', element('heading', { level: { deep: 1 } })],
		['schema', marked({ script: {} })],
		['schema', marked({ bold: { style: 'x' } })],
		['schema', made((_, doc) => doc.getMap('other').set('a', 1))],
		['schema', made((text) => Y.Array.prototype.insert.call(text, 0, [new Y.Map()]))],
		['link', link('javascript:alert(1)')],
		['link', link('java\tscript:alert(1)')],
		['link', link(' https://x.nl')],
		['link', link('//x.nl')],
		['link', link('data:text/html,x')]
	];
	for (const [nth, [reason, bytes]] of refused.entries()) {
		expect(() => readShape(bytes), `${nth}`).toThrow(expect.objectContaining({ reason }));
	}
	expect(() => readShape(link('https://x.nl'))).not.toThrow();
});

test('[P6] a hole with nothing behind it is refused: its clocks would count, and nothing is there', () => {
	const doc = new Y.Doc();
	doc.getXmlFragment('default').insert(0, [new Y.XmlElement('paragraph')]);
	const honest = Y.encodeStateAsUpdate(doc);
	const { client, count, start, end } = readShape(honest).blocks[0]!;
	const struct = honest.subarray(start, end);
	const holed = update(1, count + 1, client, 0, struct, 10, 1000, 0);
	expect(() => readShape(holed)).toThrow(expect.objectContaining({ reason: 'structure' }));
	expect(readStoredShape(holed).blocks[0]).toMatchObject({ from: 0, to: 1 });
});

test('[P5] who has all of a text may say so, however many have written it', () => {
	const own = encoding.encode((encoder) => {
		encoding.writeVarUint(encoder, 200_000);
		for (let nth = 0; nth < 200_000; nth++) {
			encoding.writeVarUint(encoder, 0xf0000000 + nth);
			encoding.writeVarUint(encoder, 1);
		}
	});
	expect(() => assertStateVector(own, own.length)).not.toThrow();
	expect(() => assertStateVector(own, 0)).toThrow(BadFrame);
});
