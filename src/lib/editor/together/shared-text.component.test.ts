import type { Editor } from '@tiptap/core';
import { ySyncPluginKey } from '@tiptap/y-tiptap';
import fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import * as Y from 'yjs';
import { EMPTY_CONTENT, TEXT_FRAGMENT } from '#domain/content/schema.ts';
import type { Content } from '#domain/content/schema.ts';
import { contentUpdate, readContent } from '#domain/content/yjs.ts';
import { closeEditors, openEditor } from '../open-editors.ts';

afterEach(closeEditors);

/** People with one text, whose edits wait until they are passed on. */
class Table {
	readonly docs: Y.Doc[];
	readonly people: Editor[];
	readonly #waiting: (() => void)[] = [];

	constructor(content: Content, ids: readonly number[]) {
		const state = contentUpdate(content);
		this.docs = ids.map((id) => {
			const doc = new Y.Doc();
			doc.clientID = id;
			Y.applyUpdate(doc, state);
			return doc;
		});
		for (const doc of this.docs) {
			doc.on('update', (update: Uint8Array, origin: unknown) => {
				if (origin === 'net') return;
				for (const other of this.docs) {
					if (other !== doc) this.#waiting.push(() => Y.applyUpdate(other, update, 'net'));
				}
			});
		}
		this.people = this.docs.map(openEditor);
	}

	/** What waits arrives; what comes of that waits in turn. */
	round(): void {
		for (const arrive of this.#waiting.splice(0)) arrive();
	}

	pass(): void {
		while (this.#waiting.length > 0) this.round();
	}

	/** Something that is no edit happens in every editor, as a click does. */
	stir(): void {
		for (const person of this.people) person.commands.setTextSelection(1);
		for (const person of this.people) person.commands.setTextSelection(2);
	}

	get texts(): string[] {
		return this.people.map(({ state }) => state.doc.textBetween(0, state.doc.content.size, '|'));
	}
}

const count = (text: string, words: string) => text.split(words).length - 1;

/** An empty paragraph in which two have begun before they saw each other, and then did. */
function begunByTwo(ids: number[]): Table {
	const table = new Table(EMPTY_CONTENT, ids);
	const [one, two] = table.people;
	one!.commands.insertContentAt(1, 'In de trein.');
	two!.commands.insertContentAt(1, 'Op kantoor.');
	table.round();
	table.stir();
	table.pass();
	return table;
}

for (const ids of [
	[1, 2],
	[2, 1]
]) {
	test(`two who begin in one empty paragraph have each their words once (${ids.join(' before ')})`, () => {
		const table = begunByTwo(ids);
		const [one, two] = table.people;
		one!.commands.insertContentAt(1, 'A');
		two!.commands.insertContentAt(1, 'B');
		table.pass();
		table.stir();
		table.pass();
		expect(new Set(table.texts).size).toBe(1);
		for (const text of [...table.texts, JSON.stringify(table.docs.map(readContent)[0])]) {
			expect(count(text, 'In de trein.')).toBe(1);
			expect(count(text, 'Op kantoor.')).toBe(1);
		}
	});
}

test('words of others side by side stay theirs', () => {
	// A third who only reads, as who comes back with what another page of theirs wrote.
	const table = begunByTwo([1, 2, 3, 4]);
	for (const text of table.texts) expect(text).toHaveLength('In de trein.Op kantoor.'.length);
});

test('divided words can be split, made bold, emptied and taken back like others', () => {
	const table = new Table(EMPTY_CONTENT, [1, 2]);
	const [one, two] = table.people;
	one!.commands.insertContentAt(1, 'trein');
	two!.commands.insertContentAt(1, 'kantoor');
	table.pass();
	one!.chain().setTextSelection({ from: 3, to: 9 }).toggleBold().run();
	table.pass();
	expect(readContent(table.docs[1]!)).toEqual(readContent(table.docs[0]!));
	expect(two!.getJSON()).toEqual(one!.getJSON());
	two!.chain().setTextSelection(8).splitBlock().run();
	table.pass();
	table.stir();
	table.pass();
	const [text] = table.texts;
	expect(text!.replace('|', '')).toHaveLength('treinkantoor'.length);
	// All that the second did, in one go: none of it is a second old.
	two!.commands.undo();
	table.pass();
	expect(table.texts).toEqual(['trein', 'trein']);
	two!.commands.redo();
	two!.commands.selectAll();
	two!.commands.deleteSelection();
	table.pass();
	expect(table.texts).toEqual(['', '']);
});

test('whatever two do in empty paragraphs before they see each other, all their words are there once', () => {
	const act = fc.record({
		who: fc.nat(1),
		what: fc.constantFrom('type', 'type', 'type', 'round', 'stir', 'enter'),
		at: fc.nat(40)
	});
	fc.assert(
		fc.property(fc.array(act, { minLength: 6, maxLength: 16 }), (acts) => {
			const table = new Table({ type: 'doc', content: [EMPTY, EMPTY] }, [1, 2]);
			let words = 0;
			for (const { who, what, at } of acts) {
				const person = table.people[who]!;
				const size = person.state.doc.content.size;
				if (what === 'round') table.round();
				if (what === 'stir') table.stir();
				if (what === 'type') {
					const place = person.state.doc.resolve(Math.min(at, size));
					person.commands.insertContentAt(place.parent.isTextblock ? place.pos : 1, `<${words++}>`);
				}
				if (what === 'enter') {
					table.pass();
					person
						.chain()
						.setTextSelection(Math.min(Math.max(at, 1), size - 1))
						.splitBlock()
						.run();
					table.pass();
				}
			}
			table.pass();
			table.stir();
			table.pass();
			expect(new Set(table.texts).size).toBe(1);
			for (const sign of '<>') expect(count(table.texts[0]!, sign)).toBe(words);
			for (const person of table.people) person.destroy();
		}),
		{ numRuns: 30 }
	);
});

const EMPTY: Content = { type: 'paragraph' };

test('an editor begins with the text, and the binding knows its nodes', () => {
	const lines = ['Een', 'Twee'].map((text) => ({ ...EMPTY, content: [{ type: 'text', text }] }));
	const { docs, people } = new Table({ type: 'doc', content: lines }, [1]);
	const { state } = people[0]!;
	const { mapping } = ySyncPluginKey.getState(state).binding;
	const blocks = docs[0]!.getXmlFragment(TEXT_FRAGMENT).toArray();
	expect(blocks).toHaveLength(2);
	// The same, and not others with the same words: those would all be compared at the first key.
	for (const [nth, block] of blocks.entries())
		expect(mapping.get(block)).toBe(state.doc.child(nth));
});
