import type { Editor } from '@tiptap/core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import * as Y from 'yjs';
import type { Content } from '#domain/content/schema.ts';
import { contentUpdate } from '#domain/content/yjs.ts';
import { closeEditors, openEditor } from '../editor/open-editors.ts';
import { toContent } from './nodes.ts';
import { OwnMarks } from './own-marks.ts';
import { Review } from './review.svelte.ts';
import { aPerson, TwinApi } from './twin-api.ts';
import '../ui/tokens.css';
import '../ui/base.css';
import '../editor/content.css';

// A text of a hundred pages, with three hundred suggestions of three people in it.
const BLOCKS = 854;
const PEOPLE = ['Ahmet Demir', 'Els Bakker', 'Noor Visser'];
const SENTENCE =
	'Wie aanbelt zonder papier in de hand, hoort eerst wat er aan de keukentafel gezegd wordt en pas daarna wat er in het plan hoort te staan. ';
const LINE = SENTENCE.repeat(2).concat('Zo begon het in alinea ');

// How long a key takes is measured by `npm run measure:review`: here the machine does other things too.
const KEYS = 60;

let editor: Editor;
let stop = () => {};
let uninstall = () => {};

const plain = (lines: readonly string[]): Content => ({
	type: 'doc',
	content: lines.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] }))
});
const lines = Array.from({ length: BLOCKS }, (_, nth) => `${LINE}${nth}.`);
const suggestedBy = (who: number) =>
	plain(
		lines.map((line, nth) =>
			nth % 8 === who && nth < 800 ? line.replace('keukentafel', `tafel ${nth}`) : line
		)
	);

beforeEach(() => {
	const doc = new Y.Doc();
	Y.applyUpdate(doc, contentUpdate(plain(lines)));
	editor = openEditor(doc);
});
afterEach(() => {
	stop();
	uninstall();
	closeEditors();
});

/** Types where a caret can stand, and lets the page be laid out after each key. */
function type(at: number): void {
	editor.commands.setTextSelection(at);
	for (let key = 0; key < KEYS; key += 1) {
		editor.view.dispatch(editor.state.tr.insertText('a'));
		editor.view.dom.getBoundingClientRect();
	}
}

const inserted = () => editor.view.dom.querySelectorAll('ins').length;

test('three hundred suggestions in a hundred pages are drawn, and stay where they are while one types', async () => {
	const api = new TwinApi(toContent(editor.state.doc).toJSON());
	uninstall = api.install();
	for (const [who, name] of PEOPLE.entries()) {
		api.suggest(aPerson(name, name), suggestedBy(who));
	}
	const review = new Review('p1');
	stop = review.attach(editor);
	await expect.poll(() => review.all.length, { timeout: 30_000 }).toBeGreaterThanOrEqual(299);
	const drawn = inserted();
	expect(drawn).toBeGreaterThanOrEqual(290);
	type(300);
	expect(inserted()).toBe(drawn);
});

test('three hundred suggestions of one’s own are drawn, and one that is typed beside them', async () => {
	const base = toContent(editor.state.doc);
	editor.commands.setContent(
		plain(
			lines.map((line, nth) =>
				nth % 2 === 0 && nth < 600 ? line.replace('keukentafel', `tafel ${nth}`) : line
			)
		)
	);
	const marks = new OwnMarks(editor, () => base, { person: 'anne', class: 'by-1' });
	stop = () => marks.stop();
	const drawn = inserted();
	expect(drawn).toBeGreaterThanOrEqual(290);
	type(300);
	expect(editor.view.dom.textContent).toContain('a'.repeat(KEYS));
	expect(inserted()).toBeGreaterThanOrEqual(drawn);
});
