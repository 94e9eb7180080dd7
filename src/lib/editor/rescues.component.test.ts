import type { Editor } from '@tiptap/core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Content } from '#domain/content/schema.ts';
import { contentUpdate } from '#domain/content/yjs.ts';
import { Connection } from './connection.ts';
import { closeEditors, openEditor } from './open-editors.ts';
import { TwinServer } from './twin-server.ts';

let server: TwinServer;
let uninstall: () => void;
let open: Connection[] = [];

function serve(...lines: string[]): void {
	const content: Content[] = lines.map((text) => ({
		type: 'paragraph',
		content: [{ type: 'text', text }]
	}));
	server = new TwinServer(contentUpdate({ type: 'doc', content }));
	uninstall = server.install();
}
beforeEach(() => serve('Aanbellen', 'Wachten'));
afterEach(() => {
	closeEditors();
	for (const connection of open) void connection.close();
	open = [];
	uninstall();
});

/** Somebody with an editor and a line. What two of them do in one go, neither has seen of the other. */
async function come(): Promise<{ editor: Editor; connection: Connection }> {
	const connection = new Connection({
		partId: 'p1',
		address: 'ws://house/collab',
		onChange: () => {}
	});
	open.push(connection);
	await connection.opened;
	return { editor: openEditor(connection.doc), connection };
}

async function reads(text: string, ...editors: Editor[]): Promise<void> {
	for (const editor of editors) {
		await expect.poll(() => editor.state.doc.toString()).toBe(text);
	}
}

/** The edits that copy words. All are of the first paragraph, or of both. */
const COPIES: Record<string, { act: (editor: Editor) => void; text: string }> = {
	'makes it a quote': {
		act: (editor) => editor.chain().setTextSelection(3).toggleBlockquote().run(),
		text: 'doc(blockquote(paragraph("Aanbellen bij de buren")), paragraph("Wachten"))'
	},
	'makes it a heading': {
		act: (editor) => editor.chain().setTextSelection(3).toggleHeading({ level: 2 }).run(),
		text: 'doc(heading("Aanbellen bij de buren"), paragraph("Wachten"))'
	},
	'makes it a list': {
		act: (editor) => editor.chain().setTextSelection(3).toggleBulletList().run(),
		text: 'doc(bulletList(listItem(paragraph("Aanbellen bij de buren"))), paragraph("Wachten"))'
	}
};

for (const [what, { act, text }] of Object.entries(COPIES)) {
	test(`who types in a paragraph while somebody ${what} keeps the words`, async () => {
		const [me, them] = [await come(), await come()];
		act(me.editor);
		them.editor.commands.insertContentAt(10, ' bij de buren');
		await reads(text, me.editor, them.editor);
		await expect.poll(() => me.connection.unsent || them.connection.unsent).toBe(false);
		// What was put right was not done here: it isn't undone here either.
		expect(me.editor.commands.undo()).toBe(true);
		await expect.poll(() => them.editor.getText()).toContain('Aanbellen');
	});
}

test('and while somebody joins it to the one before', async () => {
	const [me, them] = [await come(), await come()];
	me.editor.chain().setTextSelection(12).joinBackward().run();
	them.editor.commands.insertContentAt(19, ' op antwoord');
	await reads('doc(paragraph("AanbellenWachten op antwoord"))', me.editor, them.editor);
});

test('what somebody deletes while another types in it is gone: nothing of it was copied', async () => {
	const [me, them] = [await come(), await come()];
	me.editor.commands.deleteRange({ from: 0, to: 11 });
	them.editor.commands.insertContentAt(10, ' bij de buren');
	await reads('doc(paragraph("Wachten"))', me.editor, them.editor);
});
