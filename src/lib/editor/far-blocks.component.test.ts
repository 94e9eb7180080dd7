import type { Editor } from '@tiptap/core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import * as Y from 'yjs';
import { contentUpdate } from '#domain/content/yjs.ts';
import { leaveOutFar } from './far-blocks.ts';
import { closeEditors, openEditor } from './open-editors.ts';
import '../ui/tokens.css';
import '../ui/base.css';
import './content.css';

const BLOCKS = 200;
let editor: Editor;
let place: HTMLElement;
let stop = () => {};

beforeEach(async () => {
	await page.viewport(800, 600);
	const doc = new Y.Doc();
	const content = Array.from({ length: BLOCKS }, (_, nth) => ({
		type: 'paragraph',
		content: [
			{ type: 'text', text: `Alinea ${nth}. ${'Wie aanbelt, luistert. '.repeat(nth % 40)}` }
		]
	}));
	Y.applyUpdate(doc, contentUpdate({ type: 'doc', content }));
	editor = openEditor(doc);
	place = editor.view.dom.parentElement!;
});
afterEach(() => {
	stop();
	closeEditors();
});

const isOut = () => expect.poll(() => place.dataset['far']).toBe('out');
const heights = () => [...editor.view.dom.children].map((block) => block.clientHeight);

test('no block becomes higher or lower when those far from the window are left out', async () => {
	const before = heights();
	stop = leaveOutFar(place);
	await isOut();
	await expect.poll(heights).toEqual(before);
});

test('they are as high as they are in a text that became narrower', async () => {
	place.style.width = '400px';
	const narrow = heights();
	place.style.width = '';
	const wide = heights();
	expect(narrow).not.toEqual(wide);
	stop = leaveOutFar(place);
	await isOut();
	place.style.width = '400px';
	await expect.poll(heights).toEqual(narrow);
	// Also once they are left out again.
	await isOut();
	await expect.poll(heights).toEqual(narrow);
});

test('the last words are where a key goes to the end of the text', async () => {
	stop = leaveOutFar(place);
	await isOut();
	editor.view.focus();
	editor.commands.setTextSelection(1);
	await userEvent.keyboard('{Control>}{End}{/Control}');
	await userEvent.keyboard('!');
	expect(editor.state.doc.lastChild?.textContent.endsWith('!')).toBe(true);
});
