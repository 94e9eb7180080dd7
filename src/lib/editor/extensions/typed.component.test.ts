import type { Editor } from '@tiptap/core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import * as Y from 'yjs';
import { contentUpdate } from '#domain/content/yjs.ts';
import { closeEditors, openEditor } from '../open-editors.ts';
import '../content.css';

let editor: Editor;

beforeEach(() => {
	const doc = new Y.Doc();
	const text = [{ type: 'text', text: 'Wie aanbelt' }];
	Y.applyUpdate(
		doc,
		contentUpdate({ type: 'doc', content: [{ type: 'paragraph', content: text }] })
	);
	editor = openEditor(doc);
});
afterEach(closeEditors);

/** Puts the caret at a place, and types there with the keys of the browser. */
async function type(place: number | { from: number; to: number }, keys: string): Promise<void> {
	// The command to focus waits for a frame, and the keys don't.
	editor.view.focus();
	editor.commands.setTextSelection(place);
	await userEvent.keyboard(keys);
}

test('what is typed stands where the caret is, and in place of what is selected', async () => {
	await type(12, ' één.');
	expect(editor.getText()).toBe('Wie aanbelt één.');
	await type({ from: 1, to: 4 }, 'Ieder die');
	expect(editor.getText()).toBe('Ieder die aanbelt één.');
});

test('it looks as what stands before it, or as was asked for', async () => {
	editor.chain().setTextSelection({ from: 1, to: 4 }).toggleBold().run();
	await type(4, 's');
	expect(editor.getHTML()).toContain('<strong>Wies</strong>');
	editor.commands.unsetBold();
	await userEvent.keyboard('!');
	expect(editor.getHTML()).toContain('<strong>Wies</strong>!');
});

test('signs that begin a list or a heading still do', async () => {
	await type(1, '- ');
	expect(editor.isActive('bulletList')).toBe(true);
	await userEvent.keyboard('{Enter}');
	expect(editor.state.doc.firstChild?.childCount).toBe(2);
});

test('it is taken back with undo', async () => {
	await type(12, ' eerst');
	editor.commands.undo();
	expect(editor.getText()).toBe('Wie aanbelt');
});
