import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type * as Y from 'yjs';
import { contentUpdate } from '#domain/content/yjs.ts';
import { CONTENT_SCHEMA } from '#domain/content/schema.ts';
import { Connection } from './connection.ts';
import type { Notice } from './notices.ts';
import { TwinServer } from './twin-server.ts';

const stored = contentUpdate({
	type: 'doc',
	content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Aanbellen' }] }]
});

let server: TwinServer;
let uninstall: () => void;
let open: Connection[];
let notices: Notice[];

beforeEach(() => {
	server = new TwinServer(stored);
	uninstall = server.install();
	open = [];
	notices = [];
});
afterEach(() => {
	for (const connection of open) void connection.close();
	uninstall();
	vi.useRealTimers();
});

function connect(): Connection {
	const connection = new Connection({
		partId: 'p1',
		address: 'ws://house/collab',
		onChange: () => {},
		onNotice: (notice) => notices.push(notice)
	});
	open.push(connection);
	return connection;
}

const textOf = (doc: Y.Doc) => doc.getXmlFragment('default').toString();

function write(connection: Connection, text: string): void {
	const paragraph = connection.doc.getXmlFragment('default').get(0) as Y.XmlElement;
	(paragraph.get(0) as Y.XmlText).insert(0, text);
}

test('it asks for acknowledgements and says which schema it knows', async () => {
	await connect().opened;
	expect(server.url?.pathname).toBe('/collab/p1');
	expect(Object.fromEntries(server.url?.searchParams ?? [])).toEqual({
		ack: '1',
		schema: String(CONTENT_SCHEMA)
	});
});

test('the text is here when it opens, and nothing counts as unsent', async () => {
	const connection = connect();
	expect(await connection.opened).toEqual({ state: 'open', synced: true });
	expect(textOf(connection.doc)).toContain('Aanbellen');
	expect(connection.unsent).toBe(false);
});

test('an edit is unsent until it is acknowledged', async () => {
	const connection = connect();
	await connection.opened;
	server.holdsAcks = true;
	write(connection, 'Eerst ');
	await vi.waitFor(() => expect(textOf(server.doc)).toContain('Eerst'));
	expect(connection.unsent).toBe(true);
	server.acknowledge();
	await vi.waitFor(() => expect(connection.unsent).toBe(false));
});

test('a failed commit is told at once, and what was unsent is sent again', async () => {
	const connection = connect();
	await connection.opened;
	server.holdsAcks = true;
	write(connection, 'Eerst ');
	server.closeAll(4503);
	await vi.waitFor(() => expect(connection.line.state).toBe('lost'), { timeout: 500 });
	expect(connection.unsent).toBe(true);
	server.holdsAcks = false;
	await vi.waitFor(() => expect(connection.unsent).toBe(false), { timeout: 5000 });
	expect(textOf(server.doc)).toContain('Eerst');
});

test('edits made without a line are unsent until they are there', async () => {
	const connection = connect();
	await connection.opened;
	server.refusesWith = 1013;
	server.closeAll(1012);
	await vi.waitFor(() => expect(connection.line.state).toBe('lost'));
	write(connection, 'Los ');
	expect(connection.unsent).toBe(true);
	server.refusesWith = null;
	await vi.waitFor(() => expect(textOf(server.doc)).toContain('Los'), { timeout: 5000 });
	await vi.waitFor(() => expect(connection.unsent).toBe(false));
});

const REFUSALS = [
	[4400, 'badFrame'],
	[4401, 'signIn'],
	[4403, 'noAccess'],
	[4404, 'gone'],
	[4409, 'rebuilt'],
	[4426, 'outdated']
] as const;
test.each(REFUSALS)('after %i it stays away and says why', async (code, reason) => {
	vi.useFakeTimers();
	server.refusesWith = code;
	const connection = connect();
	await vi.advanceTimersByTimeAsync(10);
	expect(connection.line).toEqual({ state: 'refused', reason });
	server.refusesWith = null;
	await vi.advanceTimersByTimeAsync(60_000);
	expect(server.sockets.size).toBe(0);
});

test('after a refusal the text and what was not sent are still there', async () => {
	const connection = connect();
	await connection.opened;
	server.holdsAcks = true;
	write(connection, 'Nog net ');
	server.closeAll(4403);
	await vi.waitFor(() => expect(connection.line.state).toBe('refused'));
	expect(connection.unsent).toBe(true);
	expect(textOf(connection.doc)).toContain('Nog net Aanbellen');
});

test('when writing ends who has nothing left to send goes on reading', async () => {
	const connection = connect();
	await connection.opened;
	vi.useFakeTimers();
	server.notify({ kind: 'write', may: false });
	await vi.advanceTimersByTimeAsync(10);
	expect(connection.line).toEqual({ state: 'open', synced: true, reads: true });
	await vi.advanceTimersByTimeAsync(5_000);
	expect(connection.line).toEqual({ state: 'open', synced: true, reads: true });
	expect(server.sockets.size).toBe(1);
});

test('when writing ends who has words that are not stored two seconds later hears so, and keeps them', async () => {
	const connection = connect();
	await connection.opened;
	server.holdsAcks = true;
	write(connection, 'Te laat ');
	vi.useFakeTimers();
	server.notify({ kind: 'write', may: false });
	await vi.advanceTimersByTimeAsync(1_900);
	expect(connection.line).toMatchObject({ state: 'open', reads: true });
	await vi.advanceTimersByTimeAsync(200);
	expect(connection.line).toEqual({ state: 'refused', reason: 'closed' });
	expect(connection.unsent).toBe(true);
	expect(textOf(connection.doc)).toContain('Te laat');
	await vi.advanceTimersByTimeAsync(60_000);
	expect(server.sockets.size).toBe(0);
});

test('who comes back to a text that nobody writes in any more hears that their words came too late', async () => {
	const connection = connect();
	await connection.opened;
	server.refusesWith = 1013;
	server.closeAll(1012);
	await vi.waitFor(() => expect(connection.line.state).toBe('lost'));
	write(connection, 'Te laat ');
	server.holdsAcks = true;
	server.reads = true;
	server.refusesWith = null;
	const closed = { state: 'refused', reason: 'closed' };
	await vi.waitFor(() => expect(connection.line).toEqual(closed), { timeout: 8000 });
	expect(connection.unsent).toBe(true);
});

test('who only reads is told nothing of words that they did not write', async () => {
	server.reads = true;
	const connection = connect();
	await connection.opened;
	expect(connection.line).toEqual({ state: 'open', synced: true, reads: true });
	server.holdsAcks = true;
	vi.useFakeTimers();
	write(connection, 'Opgeruimd');
	await vi.advanceTimersByTimeAsync(10_000);
	expect(connection.line).toMatchObject({ state: 'open', reads: true });
});

test('what was under way when writing ended is saved when it is acknowledged', async () => {
	const connection = connect();
	await connection.opened;
	server.holdsAcks = true;
	write(connection, 'Op tijd ');
	await vi.waitFor(() => expect(textOf(server.doc)).toContain('Op tijd'));
	vi.useFakeTimers();
	server.notify({ kind: 'write', may: false });
	await vi.advanceTimersByTimeAsync(500);
	server.acknowledge();
	await vi.advanceTimersByTimeAsync(3_000);
	expect(connection.unsent).toBe(false);
	expect(connection.line).toEqual({ state: 'open', synced: true, reads: true });
});

test('notices are passed on, and what is none is ignored', async () => {
	await connect().opened;
	server.notify({ kind: 'title', title: 'Nieuw' });
	server.notify('x');
	server.notify({ title: 'zonder soort' });
	await vi.waitFor(() => {
		expect(notices).toEqual([
			{ kind: 'keep', may: false },
			{ kind: 'title', title: 'Nieuw' }
		]);
	});
});

test('who leaves words that nothing keeps stays until they are delivered, however long that takes', async () => {
	const connection = connect();
	await connection.opened;
	server.holdsAcks = true;
	write(connection, 'Vlug ');
	await vi.waitFor(() => expect(textOf(server.doc)).toContain('Vlug'));
	vi.useFakeTimers();
	let isKept = false;
	let hasLeft = false;
	void connection.close(() => isKept).then(() => (hasLeft = true));
	await vi.advanceTimersByTimeAsync(25_000);
	expect(hasLeft).toBe(false);
	isKept = true;
	server.acknowledge();
	await vi.advanceTimersByTimeAsync(100);
	expect(hasLeft).toBe(true);
});

test('who leaves words that are kept waits for a while, and no longer', async () => {
	const connection = connect();
	await connection.opened;
	server.holdsAcks = true;
	write(connection, 'Vlug ');
	vi.useFakeTimers();
	let hasLeft = false;
	void connection.close(() => true).then(() => (hasLeft = true));
	await vi.advanceTimersByTimeAsync(10_000);
	expect(hasLeft).toBe(false);
	await vi.advanceTimersByTimeAsync(6_000);
	expect(hasLeft).toBe(true);
});

test('who leaves first delivers the last words', async () => {
	const connection = connect();
	await connection.opened;
	server.holdsAcks = true;
	write(connection, 'Vlug ');
	void connection.close();
	await vi.waitFor(() => expect(textOf(server.doc)).toContain('Vlug'));
	expect(server.sockets.size).toBe(1);
	server.acknowledge();
	await vi.waitFor(() => expect(server.sockets.size).toBe(0));
});
