import { once } from 'node:events';
import { createServer } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { encode, writeVarUint } from 'lib0/encoding';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import { loadText } from '#db/queries/updates.ts';
import { actorOf } from '#server/credentials.ts';
import { createDocument, openDocument } from '#server/documents.ts';
import { buildDoc } from '#server/stored-text.ts';
import { addMember } from '#tests/integration/builders.ts';
import { firstLine, openClient, type } from '#tests/live/client.ts';
import { cookieOf, openDoor, storedText, type TestDoor } from '#tests/live/door.ts';
import { openStage, type Stage } from '#tests/live/stage.ts';
import { attachLiveDoor } from './live-door.ts';
import { step1Frame, updateFrame } from './protocol.ts';

let stage: Stage;
let door: TestDoor;

beforeAll(async () => {
	stage = await openStage();
	door = await openDoor(stage.house.context);
});

afterAll(async () => {
	await door.close();
	expect(door.reports).toEqual([]);
	await stage.house.close();
});

const enter = async (part: string, person = stage.lector, params: Record<string, string> = {}) => {
	const client = await door.enter(part, person, { params });
	await expect.poll(() => client.provider.synced, { timeout: 5000 }).toBe(true);
	return client;
};
const rowsOf = async (part: string) => (await loadText(stage.house.db, part)).updates.length;

test('[T1] two stock clients type at once and end with the same text, in the database too', async () => {
	const { part } = await stage.addStudy();
	const one = await enter(part);
	const other = await enter(part);
	type(one, 'first ');
	await expect.poll(other.text).toBe('first ');
	for (let nth = 0; nth < 20; nth++) {
		type(one, `a${nth} `);
		type(other, `b${nth} `);
	}
	await expect.poll(() => one.text().includes('b19') && other.text().includes('a19')).toBe(true);
	expect(one.text()).toBe(other.text());
	expect(await storedText(stage.house.context, part)).toBe(one.text());
});

test('[T2] what a client wrote while it was away is there when it is back', async () => {
	const { part } = await stage.addStudy();
	const one = await enter(part);
	const other = await enter(part);
	type(one, 'together ');
	await expect.poll(other.text).toBe('together ');
	one.provider.disconnect();
	type(one, 'alone ');
	type(other, 'meanwhile ');
	await expect.poll(() => storedText(stage.house.context, part)).toContain('meanwhile');
	one.provider.connect();
	await expect.poll(() => one.text().includes('meanwhile')).toBe(true);
	await expect.poll(() => other.text().includes('alone')).toBe(true);
	expect(one.text()).toBe(other.text());
});

test('[W1] a reader sees every edit, and its own change nothing and are never acknowledged', async () => {
	const { id, part } = await stage.addStudy();
	await stage.grant(id, stage.outsider, 'comment');
	const writer = await enter(part);
	const reader = await enter(part, stage.outsider, { ack: '1' });
	type(writer, 'read this');
	await expect.poll(reader.text).toBe('read this');
	const rows = await rowsOf(part);
	type(reader, ' and this');
	type(writer, '.');
	await expect.poll(() => reader.text().includes('.')).toBe(true);
	expect(writer.text()).toBe('read this.');
	expect(await storedText(stage.house.context, part)).toBe('read this.');
	expect(await rowsOf(part)).toBe(rows + 1);
	expect(reader.acked()).toBe(0);
	expect(reader.provider.wsconnected).toBe(true);
});

test('[W2] the step 2 in which a reader says nothing new is fine', async () => {
	const { id, part } = await stage.addStudy();
	await stage.grant(id, stage.outsider, 'view');
	const writer = await enter(part, stage.lector, { ack: '1' });
	type(writer, 'text');
	await expect.poll(() => storedText(stage.house.context, part)).toBe('text');
	const reader = await enter(part, stage.outsider, { ack: '1' });
	const step2 = Y.encodeStateAsUpdate(reader.doc);
	const rows = await rowsOf(part);
	const frame = updateFrame(step2);
	frame[1] = 1;
	reader.provider.ws?.send(frame as Uint8Array<ArrayBuffer>);
	await expect.poll(reader.acked).toBe(1);
	expect(await rowsOf(part)).toBe(rows);
});

test('[R4] the first content of a part is there once, however often it is opened', async () => {
	const { context } = stage.house;
	const lector = { id: stage.lector, name: 'Lin', administrator: false };
	const actor = await actorOf(context, lector, context.now());
	const made = await createDocument(context, actor, {
		werkplaats: stage.werkplaatsId,
		kind: 'study',
		title: 'A study',
		themes: []
	});
	const part = (await openDocument(context, actor, made)).parts[0]!.id;
	const before = await storedText(context, part);
	const [one, other] = [await enter(part), await enter(part)];
	const length = one.doc.getXmlFragment('default').length;
	expect(length).toBeGreaterThan(0);
	expect(one.text()).toBe(before);
	expect(other.doc.getXmlFragment('default').toString()).toBe(
		one.doc.getXmlFragment('default').toString()
	);
	expect(await rowsOf(part)).toBe(0);
});

test('[P2] a frame that no client sends closes its own connection only', async () => {
	const { part } = await stage.addStudy();
	const honest = await enter(part);
	const frames = ['text', new Uint8Array([0, 2, 3, 1, 1, 200]), new Uint8Array([77])];
	for (const frame of frames) {
		const other = await enter(part);
		other.provider.ws?.send(frame as string);
		await expect.poll(other.code).toBe(4400);
	}
	type(honest, 'still here');
	await expect.poll(() => storedText(stage.house.context, part)).toBe('still here');
});

test('[P4] a delete of nothing closes the connection of who sent it, and no other', async () => {
	const { part } = await stage.addStudy();
	const honest = await enter(part);
	type(honest, 'one');
	await expect.poll(() => storedText(stage.house.context, part)).toBe('one');
	const client = honest.doc.clientID;
	for (const clock of [0, Y.getState(honest.doc.store, client)]) {
		const other = await enter(part);
		other.provider.ws?.send(updateFrame(deletion(client, clock, 0)) as Uint8Array<ArrayBuffer>);
		await expect.poll(other.code).toBe(4400);
	}
	type(honest, ' two');
	await expect.poll(() => storedText(stage.house.context, part)).toBe('one two');
	expect(honest.code()).toBeUndefined();
});

test('[W1] what a reader sends is not read, so that it can break nothing', async () => {
	const { id, part } = await stage.addStudy();
	await stage.grant(id, stage.outsider, 'view');
	const writer = await enter(part, stage.lector);
	const reader = await enter(part, stage.outsider, { ack: '1' });
	for (const bytes of [deletion(writer.doc.clientID, 0, 0), new Uint8Array(2_000_000).fill(200)]) {
		for (const step of [1, 2]) {
			if (step === 1 && bytes.length < 1024) continue;
			const frame = updateFrame(bytes);
			frame[1] = step;
			reader.provider.ws?.send(frame as Uint8Array<ArrayBuffer>);
		}
	}
	type(writer, 'still here');
	await expect.poll(reader.text).toBe('still here');
	expect(reader.provider.wsconnected && writer.provider.wsconnected).toBe(true);
	expect(reader.acked()).toBe(0);
});

test('[L4] a person has twenty sockets, and who comes then is told to come back', async () => {
	const { part } = await stage.addStudy();
	const others = await stage.addStudy();
	const own = await openDoor(stage.house.context);
	for (let nth = 0; nth < 20; nth++) {
		const client = await own.enter(nth % 2 ? part : others.part, stage.lector);
		await expect.poll(() => client.provider.synced).toBe(true);
	}
	const late = await own.enter(part, stage.lector);
	await expect.poll(late.code).toBe(1013);
	expect(late.provider.synced).toBe(false);
	expect(late.provider.shouldConnect).toBe(true);
	const colleague = await addMember(stage.house.db, stage.werkplaatsId, 'lector');
	const client = await own.enter(part, colleague.id);
	await expect.poll(() => client.provider.synced).toBe(true);
	await own.close();
});

test('[L4] a part has five hundred sockets, and who comes then is told to come back', async () => {
	const { part } = await stage.addStudy();
	const own = await openDoor(stage.house.context);
	const people = await Promise.all(
		Array.from({ length: 26 }, () => addMember(stage.house.db, stage.werkplaatsId, 'lector'))
	);
	const sockets: WebSocket[] = [];
	const codes: number[] = [];
	for (const { id } of people) {
		const headers = await cookieOf(stage.house.context, id);
		const opened = Array.from({ length: 20 }, () => {
			const socket = new WebSocket(`${own.address}/${part}`, { headers });
			socket.on('close', (code) => codes.push(code));
			sockets.push(socket);
			return once(socket, 'open');
		});
		await Promise.all(opened);
	}
	await expect.poll(() => codes).toEqual(Array.from({ length: 20 }, () => 1013));
	for (const socket of sockets) socket.terminate();
	await own.close();
});

test('[P2] a question that is no state vector closes the connection of who asked', async () => {
	const { part } = await stage.addStudy();
	for (const bytes of [[200], [1, 7], [0, 0], Array.from({ length: 1024 * 1024 + 1 }, () => 0)]) {
		const client = await enter(part);
		client.provider.ws?.send(step1Frame(new Uint8Array(bytes)) as Uint8Array<ArrayBuffer>);
		await expect.poll(client.code).toBe(4400);
	}
});

test('[D5] superfluous markers are tidied by who has the text, and everybody ends with the same', async () => {
	const { part } = await stage.addStudy();
	const [one, other] = [await enter(part), await enter(part)];
	type(one, 'some words to make bold');
	await expect.poll(other.text).toBe('some words to make bold');
	// Both give the same words the same mark: one of the markers is superfluous.
	const marks = [one, other].map((client) => {
		client.provider.disconnect();
		const before = Y.encodeStateVector(client.doc);
		firstLine(client.doc).format(0, 10, { bold: {} });
		return Y.encodeStateAsUpdate(client.doc, before);
	});
	// Brought by a third, who does not look at them.
	const messenger = await enter(part);
	for (const mark of marks) {
		messenger.provider.ws?.send(updateFrame(mark) as Uint8Array<ArrayBuffer>);
	}
	one.provider.connect();
	other.provider.connect();
	const html = (doc: Y.Doc) => doc.getXmlFragment('default').toString();
	await expect.poll(() => one.provider.synced && other.provider.synced).toBe(true);
	const stored = async () => buildDoc(await loadText(stage.house.db, part));
	await expect
		.poll(async () => {
			const texts = [Y.snapshot(one.doc), Y.snapshot(other.doc), Y.snapshot(await stored())];
			return texts.every((text) => Y.equalSnapshots(text, texts[0]!));
		})
		.toBe(true);
	expect(html(one.doc)).toContain('<bold>');
	const byServer = await stage.house.sql`
		select id from part_update where part_id = ${part} and author_id is null`;
	expect(byServer).toHaveLength(0);
});

test('[P3] a frame of more than 16 MiB is never read, and its sender stays away', async () => {
	const { part } = await stage.addStudy();
	const client = await enter(part);
	client.provider.ws?.send(new Uint8Array(16 * 1024 * 1024 + 1));
	await expect.poll(client.code, { timeout: 5000 }).toBe(4400);
	expect(client.provider.shouldConnect).toBe(false);
});

/** An update that deletes one range. */
const deletion = (client: number, clock: number, length: number) =>
	encode((encoder) => [0, 1, client, 1, clock, length].forEach((n) => writeVarUint(encoder, n)));

/** Asks for an upgrade as somebody who is no browser; gives the socket and what was answered on it. */
async function knock(port: number, path: string) {
	const socket = connect({ port, host: '127.0.0.1' });
	socket.on('error', () => {});
	await once(socket, 'connect');
	const chunks: Buffer[] = [];
	socket.on('data', (chunk: Buffer) => chunks.push(chunk));
	socket.write(
		`GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n`
	);
	return { socket, answer: () => Buffer.concat(chunks).toString() };
}

test('[E6] an upgrade for anything else gets 404, and its socket is closed', async () => {
	for (const path of ['/', '/hot/reload', '/collab', '/collab/', '/collab/a/b', '//']) {
		const { socket, answer } = await knock(door.port, path);
		await once(socket, 'end');
		expect(answer(), path).toMatch(/^HTTP\/1.1 404/);
		socket.destroy();
	}
});

test('[E6] beside somebody else upgrades that are not below the door are theirs', async () => {
	const server = createServer();
	const attached = attachLiveDoor(server, stage.house.context, {
		allowedOrigins: [],
		sharesUpgrades: true
	});
	server.on('upgrade', ({ url }, socket) => {
		if (url === '/hot') socket.end('HTTP/1.1 418 Mine\r\n\r\n');
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const { port } = server.address() as AddressInfo;
	for (const [path, status] of [
		['/hot', '418'],
		['/collab/a/b', '404']
	] as const) {
		const { socket, answer } = await knock(port, path);
		await once(socket, 'end');
		expect(answer()).toContain(status);
		socket.destroy();
	}
	await attached.close();
	server.close();
});

test('[E7] sockets that are reset while they ask for an upgrade end nothing but themselves', async () => {
	const { part } = await stage.addStudy();
	for (const path of ['/', '/collab/a/b', `/collab/${part}`]) {
		for (let nth = 0; nth < 20; nth++) {
			const { socket } = await knock(door.port, path);
			// Before, while and after it is answered.
			for (let turn = 0; turn < nth % 4; turn++) await new Promise(setImmediate);
			socket.resetAndDestroy();
		}
	}
	const client = await enter(part);
	type(client, 'still here');
	await expect.poll(() => storedText(stage.house.context, part)).toBe('still here');
});

test('[N1] a new title reaches who asked for acks, in every part of the document', async () => {
	const { id, part } = await stage.addStudy();
	const page = await enter(part, stage.lector, { ack: '1' });
	const stock = await enter(part);
	stage.house.context.bus.ring({ kind: 'document', document: id, title: 'Other' });
	await expect.poll(() => page.notices.at(-1)).toBe('{"kind":"title","title":"Other"}');
	expect(stock.notices).toEqual([]);
});

test('[N2] a client is told whether it may keep edits on its device, and when that changes', async () => {
	const { context } = stage.house;
	const { id, part } = await stage.addStudy();
	const page = await enter(part, stage.lector, { ack: '1' });
	await expect.poll(() => page.notices).toEqual(['{"kind":"keep","may":true}']);
	await stage.grant(id, stage.lector, 'edit');
	await stage.house.sql`update document set sensitivity = 'vault' where id = ${id}`;
	context.bus.ring({ kind: 'access', documents: [id] });
	await expect.poll(() => page.notices.at(-1)).toBe('{"kind":"keep","may":false}');
	const again = await enter(part, stage.lector, { ack: '1' });
	await expect.poll(() => again.notices).toEqual(['{"kind":"keep","may":false}']);
});

test('[N4] that something beside a text changed reaches who has that part open', async () => {
	const study = await stage.addStudy();
	const other = await stage.addStudy();
	for (const { id } of [study, other]) await stage.grant(id, stage.outsider, 'comment');
	const page = await enter(study.part, stage.outsider, { ack: '1' });
	const elsewhere = await enter(other.part, stage.outsider, { ack: '1' });
	stage.house.context.bus.ring({ kind: 'review', part: study.part });
	await expect.poll(() => page.notices.at(-1)).toBe('{"kind":"review"}');
	expect(elsewhere.notices).not.toContain('{"kind":"review"}');
});

test('[Z1] a door that closes stores and acknowledges what it has, and then sends everybody away', async () => {
	const { context } = stage.house;
	const { part } = await stage.addStudy();
	const own = await openDoor(context);
	const headers = await cookieOf(context, stage.lector);
	const client = openClient({ address: own.address, part, headers, params: { ack: '1' } });
	await expect.poll(() => client.provider.synced && client.acked()).toBe(1);
	let acked = 0;
	const acknowledge = client.provider.messageHandlers[100]!;
	client.provider.messageHandlers[100] = (...given) => {
		acknowledge(...given);
		acked = client.acked();
	};
	for (let nth = 0; nth < 50; nth++) type(client, `${nth} `);
	await expect.poll(() => acked).toBeGreaterThan(1);
	await own.close();
	await expect.poll(client.code).toBe(1012);
	const words = (await storedText(context, part)).split(' ').length - 1;
	expect(words).toBeGreaterThanOrEqual(acked - 1);
	client.close();
});
