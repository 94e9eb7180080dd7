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
	vi.unstubAllGlobals();
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

test('what was sent on a line that died, and did not arrive, is merged as what was written after', async () => {
	const me = await connect();
	write(me.doc, text(quote('Aanbellen'), paragraph('')));
	// In the same task: what is on its way goes down with the line.
	await lost(me);
	expect(read(server.doc)).toBe('doc(paragraph("Aanbellen"), paragraph)');
	write(server.doc, text(paragraph('Aanbellen bij de buren'), paragraph('')));
	await back(me);
	expect(read(server.doc)).toBe('doc(blockquote(paragraph("Aanbellen bij de buren")), paragraph)');
});

test('what arrived on it meets what another wrote before they saw it, and no word is lost', async () => {
	const [me, them] = [await connect(), await connect()];
	let arrived = 0;
	server.doc.on('update', () => {
		arrived += 1;
		if (arrived !== 2) return;
		// Before the acknowledgement, and before what the other wrote comes through.
		server.refusesWith = 1013;
		server.close(1012, 0);
	});
	write(me.doc, text(quote('Aanbellen'), paragraph('')));
	write(them.doc, text(paragraph('Aanbellen bij de buren'), paragraph('')));
	await vi.waitFor(() => expect(me.line.state).toBe('lost'));
	// Yjs has no place for their words.
	expect(read(server.doc)).toBe('doc(blockquote(paragraph("Aanbellen")), paragraph)');
	await back(me);
	for (const doc of [server.doc, them.doc]) {
		await vi.waitFor(() => {
			expect(read(doc)).toBe('doc(blockquote(paragraph("Aanbellen bij de buren")), paragraph)');
		});
	}
});

test('what another types in the original before they see what came back is not lost', async () => {
	const [me, them] = [await connect(), await connect()];
	server.refusesWith = 1013;
	server.close(1012, 0);
	await vi.waitFor(() => expect(me.line.state).toBe('lost'));
	write(me.doc, text(quote('Aanbellen'), paragraph('')));
	// When the return is here, but not yet with the other.
	server.doc.once('update', () => write(them.doc, text(paragraph('Aanbellen!'), paragraph(''))));
	await back(me);
	for (const doc of [server.doc, them.doc]) {
		await vi.waitFor(() => {
			expect(read(doc)).toBe('doc(blockquote(paragraph("Aanbellen!")), paragraph)');
		});
	}
});

/** Somebody writes without a line where others write meanwhile, and comes back. */
async function bothWrite(me: Connection): Promise<void> {
	await lost(me);
	firstWords(me.doc).insert(9, ' bij de buren');
	firstWords(server.doc).insert(0, 'Eerst ');
	server.refusesWith = null;
	await vi.waitFor(() => expect(me.unsent).toBe(false), { timeout: 5000 });
	for (const doc of [me.doc, server.doc]) {
		expect(firstWords(doc).toString()).toContain('Eerst Aanbellen bij de buren');
	}
}

test('where a merge fails Yjs does it: all that was typed is there, and it is reported', async () => {
	const reported = vi.fn();
	vi.stubGlobal('reportError', reported);
	const me = await connect();
	// A browser that can't tell signs apart. The text has one of several parts.
	firstWords(server.doc).insert(9, ' 👍🏽');
	await vi.waitFor(() => expect(read(me.doc)).toContain('👍🏽'));
	const segment = vi.spyOn(Intl.Segmenter.prototype, 'segment').mockImplementation(() => {
		throw new RangeError('no such signs');
	});
	await bothWrite(me);
	expect(reported).toHaveBeenCalledOnce();
	expect(returns).toEqual([]);
	segment.mockRestore();
	// And it goes on as ever.
	firstWords(me.doc).insert(0, 'Niet ');
	await vi.waitFor(() => expect(firstWords(server.doc).toString()).toContain('Niet Eerst'));
});

test('where a text has what this page does not know Yjs does it too', async () => {
	const me = await connect();
	server.doc.getXmlFragment('default').push([new Y.XmlElement('footnotes')]);
	await vi.waitFor(() => expect(me.doc.getXmlFragment('default').length).toBe(3));
	await bothWrite(me);
	for (const doc of [me.doc, server.doc]) {
		expect(doc.getXmlFragment('default').toString()).toContain('footnotes');
	}
});

function firstWords(doc: Y.Doc): Y.XmlText {
	const first = doc.getXmlFragment('default').get(0);
	return (first as Y.XmlElement).get(0) as Y.XmlText;
}
