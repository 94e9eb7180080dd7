import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type * as Y from 'yjs';
import { contentUpdate } from '#domain/content/yjs.ts';
import { Connection } from './connection.ts';
import { rememberWay } from './line-memory.ts';
import { TwinServer } from './twin-server.ts';

let server: TwinServer;
let uninstall: () => void;
let connection: Connection;
let states: string[];

beforeEach(async () => {
	const words = { type: 'text', text: 'Aanbellen' };
	const content = [{ type: 'paragraph', content: [words] }];
	server = new TwinServer(contentUpdate({ type: 'doc', content }));
	uninstall = server.install();
	states = [];
	connection = new Connection({
		partId: 'p1',
		address: 'ws://house/collab',
		onChange: () => states.push(connection.line.state)
	});
	await connection.opened;
});
afterEach(() => {
	vi.useRealTimers();
	vi.restoreAllMocks();
	sessionStorage.clear();
	void connection.close();
	uninstall();
});

async function look(visibility: DocumentVisibilityState): Promise<void> {
	vi.spyOn(document, 'visibilityState', 'get').mockReturnValue(visibility);
	vi.useFakeTimers();
	document.dispatchEvent(new Event('visibilitychange'));
	await vi.advanceTimersByTimeAsync(12_000);
	vi.useRealTimers();
}

function write(doc: Y.Doc, text: string): void {
	const paragraph = doc.getXmlFragment('default').get(0) as Y.XmlElement;
	(paragraph.get(0) as Y.XmlText).insert(0, text);
}

const read = (doc: Y.Doc) => doc.getXmlFragment('default').toString();

test('a line over HTTP rests while nobody sees the page, and comes back to what others wrote', async () => {
	rememberWay('http');
	await look('hidden');
	expect(server.sockets.size).toBe(0);
	write(server.doc, 'Niet ');
	// The twin has no HTTP to go over.
	rememberWay('websocket');
	await look('visible');
	await expect.poll(() => read(connection.doc)).toContain('Niet Aanbellen');
	expect(connection.line).toEqual({ state: 'open', synced: true });
	// Nobody was told of a line that was lost: it was not.
	expect(states).not.toContain('lost');
});

test('while words are not stored the line stays', async () => {
	rememberWay('http');
	server.holdsAcks = true;
	write(connection.doc, 'Eerst ');
	await expect.poll(() => read(server.doc)).toContain('Eerst');
	await look('hidden');
	expect(server.sockets.size).toBe(1);
	server.acknowledge();
	await expect.poll(() => connection.unsent).toBe(false);
	await look('hidden');
	expect(server.sockets.size).toBe(0);
});

test('a WebSocket stays', async () => {
	rememberWay('websocket');
	await look('hidden');
	expect(server.sockets.size).toBe(1);
});
