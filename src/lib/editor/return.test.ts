import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import { readDocument } from '#domain/content/merge/read.ts';
import { writeDocument } from '#domain/content/merge/write.ts';
import { contentSchema } from '#domain/content/schema.ts';
import type { Content } from '#domain/content/schema.ts';
import { contentUpdate } from '#domain/content/yjs.ts';
import { Connection } from './connection.ts';
import { TwinServer } from './twin-server.ts';

const paragraph = (words: string): Content => ({
	type: 'paragraph',
	content: words === '' ? undefined : [{ type: 'text', text: words }]
});
const quote = (words: string): Content => ({ type: 'blockquote', content: [paragraph(words)] });
const text = (...content: Content[]): Content => ({ type: 'doc', content });

let server: TwinServer;
let uninstall: () => void;
let open: Connection[];
let returns: Uint8Array[];

beforeEach(() => {
	server = new TwinServer(contentUpdate(text(paragraph('Aanbellen'), paragraph(''))));
	uninstall = server.install();
	open = [];
	returns = [];
});
afterEach(() => {
	for (const connection of open) void connection.close();
	uninstall();
});

async function connect(): Promise<Connection> {
	const connection = new Connection({
		partId: 'p1',
		address: 'ws://house/collab',
		onChange: () => {},
		onReturn: (update) => returns.push(update)
	});
	open.push(connection);
	await connection.opened;
	return connection;
}

/** Makes a text read so, as an editor would. */
function write(doc: Y.Doc, content: Content): void {
	writeDocument(doc, contentSchema.nodeFromJSON(content), 'editor');
}

const read = (doc: Y.Doc) => readDocument(doc).toString();

async function lost(connection: Connection): Promise<void> {
	server.refusesWith = 1013;
	server.closeAll(1012);
	await vi.waitFor(() => expect(connection.line.state).toBe('lost'));
}

async function back(connection: Connection): Promise<void> {
	server.refusesWith = null;
	await vi.waitFor(() => expect(connection.unsent).toBe(false), { timeout: 5000 });
	await vi.waitFor(() => expect(read(connection.doc)).toBe(read(server.doc)));
}

test('who put a paragraph in a quote while somebody typed in it comes back to both', async () => {
	const me = await connect();
	await lost(me);
	write(me.doc, text(quote('Aanbellen'), paragraph('')));
	write(server.doc, text(paragraph('Aanbellen bij de buren'), paragraph('')));
	await back(me);
	expect(read(server.doc)).toBe('doc(blockquote(paragraph("Aanbellen bij de buren")), paragraph)');
	expect(returns).toHaveLength(1);
});

test('both put it in a quote: it is there once', async () => {
	const me = await connect();
	await lost(me);
	write(me.doc, text(quote('Aanbellen, zei ik'), paragraph('')));
	write(server.doc, text(quote('Aanbellen'), paragraph('')));
	await back(me);
	expect(read(server.doc)).toBe('doc(blockquote(paragraph("Aanbellen, zei ik")), paragraph)');
});

test('after a second away, without others, the edits themselves are sent', async () => {
	const me = await connect();
	await lost(me);
	write(me.doc, text(paragraph('Aanbellen en wachten'), paragraph('')));
	const clocks = Y.decodeStateVector(Y.encodeStateVector(me.doc));
	await back(me);
	expect(Y.decodeStateVector(Y.encodeStateVector(server.doc))).toEqual(clocks);
});

test('what arrived although nobody heard of it is not done again, also where somebody undid it', async () => {
	const me = await connect();
	server.holdsAcks = true;
	write(me.doc, text(paragraph('Aanbellen en wachten'), paragraph('')));
	await vi.waitFor(() => expect(read(server.doc)).toContain('wachten'));
	await lost(me);
	server.holdsAcks = false;
	write(server.doc, text(paragraph('Aanbellen'), paragraph('')));
	write(me.doc, text(paragraph('Eerst Aanbellen en wachten'), paragraph('')));
	await back(me);
	expect(read(server.doc)).toBe('doc(paragraph("Eerst Aanbellen"), paragraph)');
});

test('who loses the line again before it is known to be stored comes back once', async () => {
	const me = await connect();
	await lost(me);
	write(me.doc, text(quote('Aanbellen'), paragraph('')));
	write(server.doc, text(paragraph('Aanbellen bij de buren'), paragraph('')));
	server.holdsAcks = true;
	server.refusesWith = null;
	await vi.waitFor(() => expect(read(server.doc)).toContain('blockquote'), { timeout: 5000 });
	await lost(me);
	server.holdsAcks = false;
	write(server.doc, text(quote('Aanbellen bij de buren'), paragraph('Op kantoor.')));
	write(me.doc, text(quote('Aanbellen bij de buren'), paragraph('In de trein.')));
	await back(me);
	const words = read(server.doc);
	for (const part of ['Aanbellen bij de buren', 'Op kantoor.', 'In de trein.']) {
		expect(words.split(part)).toHaveLength(2);
	}
});

test('nothing of it is sent before the server has said what it has, and nothing is drawn half', async () => {
	const me = await connect();
	await lost(me);
	write(me.doc, text(quote('Aanbellen'), paragraph('')));
	write(server.doc, text(paragraph('Aanbellen bij de buren'), paragraph('')));
	const seen: string[] = [];
	for (const doc of [me.doc, server.doc]) {
		doc.on('afterTransaction', () => seen.push(read(doc)));
	}
	await back(me);
	expect(new Set(seen)).toEqual(new Set([read(server.doc)]));
});
