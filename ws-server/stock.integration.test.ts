import { afterAll, beforeAll, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import { TEXT_FRAGMENT } from '#domain/content/schema.ts';
import { openChance } from '#tests/live/chance.ts';
import { firstLine, textOf, type, type Client } from '#tests/live/client.ts';
import { cookieOf, openDoor, type TestDoor } from '#tests/live/door.ts';
import { openStage, type Stage } from '#tests/live/stage.ts';
import { readMessage, step1Frame } from './protocol.ts';

// What the READMEs of Yjs and y-protocols promise, held against this server with what they ship.

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

async function enter(part: string, onHear?: (frame: Uint8Array) => void): Promise<Client> {
	const client = await door.enter(part, stage.lector, { onHear });
	await expect.poll(() => client.provider.synced).toBe(true);
	return client;
}

/** Two in one text of which both have these words. */
async function enterTwo(words: string) {
	const { part } = await stage.addStudy();
	const [one, other] = [await enter(part), await enter(part)];
	type(one, words);
	await expect.poll(other.text).toBe(words);
	return { part, one, other };
}

/** What the server answers to a state vector: all frames up to the step 2. */
async function ask(part: string, stateVector: Uint8Array): Promise<Uint8Array[]> {
	const headers = await cookieOf(stage.house.context, stage.lector);
	const socket = new WebSocket(`${door.address}/${part}`, { headers });
	const updates: Uint8Array[] = [];
	socket.on('open', () => socket.send(step1Frame(stateVector)));
	await new Promise<void>((resolve, reject) => {
		socket.on('close', (code) => reject(new Error(`sent away with ${code}`)));
		socket.on('message', (frame: Buffer) => {
			const message = readMessage(frame);
			if (message.kind !== 'step 2' && message.kind !== 'update') return;
			updates.push(message.update.slice());
			if (message.kind === 'step 2') resolve();
		});
	});
	socket.terminate();
	return updates;
}

// yjs/README.md: "By specifying `trackedOrigins` you can selectively specify which changes should be tracked
// by `UndoManager`."
test('[T6] somebody undoes and redoes their own edits only, while another types between them', async () => {
	const { one, other } = await enterTwo('0');
	const line = firstLine(one.doc);
	const undo = new Y.UndoManager(line, { trackedOrigins: new Set(['mine']) });
	const insert = (at: number, text: string) =>
		one.doc.transact(() => line.insert(at, text), 'mine');
	insert(1, 'mine');
	await expect.poll(other.text).toBe('0mine');
	// In the middle of what is undone, before it, and after it.
	firstLine(other.doc).insert(3, 'X');
	firstLine(other.doc).insert(0, 'Y');
	type(other, 'Z');
	await expect.poll(one.text).toBe('Y0miXneZ');
	undo.undo();
	await expect.poll(other.text).toBe('Y0XZ');
	type(other, '!');
	await expect.poll(one.text).toBe('Y0XZ!');
	undo.redo();
	await expect.poll(other.text).toBe(one.text());
	for (const own of ['mi', 'ne', 'X', 'Y', 'Z', '!']) expect(one.text()).toContain(own);
	undo.undo();
	// The stack is empty: what came from the server was never on it.
	undo.undo();
	await expect.poll(other.text).toBe('Y0XZ!');
	undo.destroy();
});

// yjs/README.md: "A relative position is fixated to an element in the shared document and is not affected by
// remote changes."
test('[T7] a relative position stays at its character, whatever others write and delete, and after coming back', async () => {
	const { part, one, other } = await enterTwo('abcdefgh');
	const at = Y.createRelativePositionFromTypeIndex(firstLine(one.doc), 4);
	const sent = Y.encodeRelativePosition(at);
	const end = Y.createRelativePositionFromTypeIndex(firstLine(one.doc), 8);
	firstLine(other.doc).insert(4, '👩‍👩‍👧');
	firstLine(other.doc).delete(0, 2);
	firstLine(other.doc).insert(0, 'before ');
	type(other, ' after');
	await expect.poll(one.text).toBe('before cd👩‍👩‍👧efgh after');
	const late = await enter(part);
	for (const client of [one, other, late]) {
		const place = Y.createAbsolutePositionFromRelativePosition(
			Y.decodeRelativePosition(sent),
			client.doc
		);
		expect(place?.type).toBe(firstLine(client.doc));
		expect(client.text()[place!.index]).toBe('e');
		const last = Y.createAbsolutePositionFromRelativePosition(end, client.doc);
		expect(last?.index).toBe(client.text().length);
	}
});

// yjs/README.md: "Document updates are *commutative* and *idempotent*. This means that they can be applied in
// any order and multiple times."
test('[T8] what the server answers can be taken twice and in any order, beside what others hold', async () => {
	const { part, one, other } = await enterTwo('start ');
	const chance = openChance(8);
	const clocks = [Y.encodeStateVector(new Y.Doc())];
	for (let nth = 0; nth < 12; nth++) {
		const { doc } = chance.of([one, other]);
		const line = firstLine(doc);
		line.insert(chance.below(line.length + 1), `${nth} `);
		if (nth % 3 === 2) line.delete(chance.below(line.length - 2), 2);
		await expect.poll(() => one.text() === other.text()).toBe(true);
		clocks.push(Y.encodeStateVector(doc));
	}
	const answers = (await Promise.all(clocks.map((clock) => ask(part, clock)))).flat();
	const away = new Y.Doc();
	Y.applyUpdate(away, Y.encodeStateAsUpdate(one.doc));
	firstLine(away).insert(0, 'away ');
	const all = [...answers, Y.encodeStateAsUpdate(away)];
	const texts = Array.from({ length: 20 }, () => {
		const doc = new Y.Doc();
		const shuffled = [...all, ...all]
			.map((update) => ({ update, key: chance.below(2 ** 30) }))
			.sort((a, b) => a.key - b.key);
		for (const { update } of shuffled) Y.applyUpdate(doc, update);
		expect(doc.store.pendingStructs).toBeNull();
		return textOf(doc);
	});
	expect(new Set(texts)).toEqual(new Set([textOf(away)]));
});

// yjs/README.md: "This example shows how to sync two clients with the minimal amount of exchanged data by
// computing only the differences using the state vector of the remote client."
test('[T9] who comes back gets the difference and no more, however long the text is', async () => {
	const { part } = await stage.addStudy();
	let heard = 0;
	const one = await enter(part, (frame) => void (heard += frame.length));
	const [other, witness] = [await enter(part), await enter(part)];
	type(one, 'Samen leren. '.repeat(5_000));
	await expect.poll(other.text).toBe(one.text());
	one.provider.disconnect();
	const comeBack = async (words: string) => {
		type(other, words);
		// Who comes in before an edit is passed on gets it once more.
		await expect.poll(witness.text).toBe(other.text());
		heard = 0;
		one.provider.connect();
		await expect.poll(() => one.provider.synced && one.text() === other.text()).toBe(true);
		one.provider.disconnect();
		return heard;
	};
	// Some of what is heard is a question and who is there.
	const nothing = await comeBack('');
	const few = await comeBack('x'.repeat(1_000));
	const whole = Y.encodeStateAsUpdate(other.doc).length;
	expect(whole).toBeGreaterThan(60_000);
	expect(nothing).toBeLessThan(500);
	expect(few - nothing).toBeGreaterThanOrEqual(1_000);
	expect(few - nothing).toBeLessThan(1_100);
});

// y-protocols/README.md: "If a client doesn't receive updates from a remote peer for 30 seconds, it marks the
// remote client as offline. Hence each client must broadcast its own awareness state in a regular interval".
test('[T10] who renews their presence stays, who does not is gone after 30 seconds, though the socket is open', async () => {
	const { one, other } = await enterTwo('here');
	one.provider.awareness.setLocalState({ cursor: 1 });
	const { awareness } = other.provider;
	const metaOf = () => awareness.meta.get(one.doc.clientID);
	const isSeen = () => awareness.getStates().has(one.doc.clientID);
	await expect.poll(() => awareness.getStates().get(one.doc.clientID)?.cursor).toBe(1);
	// As if it were 16 seconds later for who speaks: its own timer renews, and that arrives as news.
	const before = metaOf()!.clock;
	one.provider.awareness.meta.get(one.doc.clientID)!.lastUpdated -= 16_000;
	await expect.poll(() => metaOf()!.clock).toBeGreaterThan(before);
	// As if it were 31 seconds later for who listens: the server's signs of life are not news of anybody.
	metaOf()!.lastUpdated -= 31_000;
	await expect.poll(isSeen).toBe(false);
	expect(one.provider.wsconnected).toBe(true);
	one.provider.awareness.setLocalState({ cursor: 2 });
	await expect.poll(isSeen).toBe(true);
});

// y-protocols/README.md: "If the state is `null`, the client is marked as offline."
test('[T11] who says that they are gone, and who loses their line, is gone for the others at once', async () => {
	const { part, one, other } = await enterTwo('here');
	const third = await enter(part);
	const seenBy = (client: Client) => [...client.provider.awareness.getStates().keys()].sort();
	const ids = (...clients: Client[]) => clients.map(({ doc }) => doc.clientID).sort();
	await expect.poll(() => seenBy(other)).toEqual(ids(one, other, third));
	one.provider.awareness.setLocalState(null);
	await expect.poll(() => seenBy(other)).toEqual(ids(other, third));
	one.provider.awareness.setLocalState({ cursor: 1 });
	await expect.poll(() => seenBy(other)).toEqual(ids(one, other, third));
	third.provider.disconnect();
	await expect.poll(() => seenBy(other)).toEqual(ids(one, other));
});

// yjs/README.md: "It is possible to sync clients and compute delta updates without loading the Yjs document to
// memory. Yjs exposes an API to compute the differences directly on the binary document updates."
test('[T12] what the server answers can be merged and cut as bytes, and is the answer that Yjs gives', async () => {
	const { part, one, other } = await enterTwo('words ');
	const early = Y.encodeStateVector(one.doc);
	type(other, 'more words');
	firstLine(other.doc).delete(1, 3);
	await expect.poll(one.text).toBe('ws more words');
	const whole = Y.mergeUpdates(await ask(part, Y.encodeStateVector(new Y.Doc())));
	expect(Y.encodeStateVectorFromUpdate(whole)).toEqual(Y.encodeStateVector(one.doc));
	const cut = Y.diffUpdate(whole, early);
	const answered = Y.mergeUpdates(await ask(part, early));
	const had = new Y.Doc();
	Y.applyUpdate(had, whole);
	const own = Y.encodeStateAsUpdate(had, early);
	const reached = [cut, answered, own].map((update) => Y.decodeUpdate(update));
	for (const { structs } of reached) {
		expect(structs.map(({ id, length }) => [id, length])).toEqual(
			reached[0]!.structs.map(({ id, length }) => [id, length])
		);
	}
	const merged = new Y.Doc();
	Y.applyUpdate(merged, Y.mergeUpdates([whole, cut, answered]));
	expect(Y.equalSnapshots(Y.snapshot(merged), Y.snapshot(one.doc))).toBe(true);
	expect(merged.getXmlFragment(TEXT_FRAGMENT).toString()).toBe(
		one.doc.getXmlFragment(TEXT_FRAGMENT).toString()
	);
});
