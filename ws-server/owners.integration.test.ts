import { encode, writeVarUint } from 'lib0/encoding';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import * as Y from 'yjs';
import { appendUpdate, appendUpdates } from '#db/queries/updates.ts';
import { addMember } from '#tests/integration/builders.ts';
import { firstLine, type, type Client } from '#tests/live/client.ts';
import { openDoor, storedText, type TestDoor } from '#tests/live/door.ts';
import { openStage, type Stage } from '#tests/live/stage.ts';
import { LIMITS } from './limits.ts';
import { updateFrame } from './protocol.ts';
import { openUpdateLog, type UpdateLog } from './update-log.ts';

let stage: Stage;
let door: TestDoor;
let colleague: string;

beforeAll(async () => {
	stage = await openStage();
	colleague = (await addMember(stage.house.db, stage.werkplaatsId, 'lector')).id;
});

afterEach(() => door.close());

afterAll(() => stage.house.close());

const enter = async (part: string, person: string) => {
	const client = await door.enter(part, person, { params: { ack: '1' } });
	await expect.poll(() => client.provider.synced).toBe(true);
	return client;
};
const stored = (part: string) => storedText(stage.house.context, part);

/** An edit under any client id, of so many clocks in which nothing is. */
function claim(client: Client, id: number, clock: number): void {
	const bytes = encode((encoder) =>
		[1, 1, id, clock, 0, 1000, 0].forEach((n) => writeVarUint(encoder, n))
	);
	client.provider.ws?.send(updateFrame(bytes) as Uint8Array<ArrayBuffer>);
}

test('[B1] nobody can write under the client id of a colleague, so what they wrote alone arrives', async () => {
	door = await openDoor(stage.house.context, { unloadAfterMs: 1 });
	const { part } = await stage.addStudy();
	const victim = await enter(part, stage.lector);
	type(victim, 'together ');
	await expect.poll(() => stored(part)).toBe('together ');
	const id = victim.doc.clientID;
	victim.provider.disconnect();
	// The room is closed and opened again: whose an id is, is stored.
	await expect.poll(() => stage.house.context.presence.in(part)).toEqual([]);
	const thief = await enter(part, colleague);
	claim(thief, id, Y.getState(victim.doc.store, id));
	await expect.poll(thief.code).toBe(4400);
	type(victim, 'alone');
	victim.provider.connect();
	await expect.poll(() => stored(part)).toBe('together alone');
	const bound = await stage.house.sql`
		select client_id::float8 as id, person_id from part_client where part_id = ${part}`;
	expect([...bound]).toEqual([{ id, person_id: stage.lector }]);
});

test('[B1] nor under that of somebody who is there and has not written yet', async () => {
	door = await openDoor(stage.house.context);
	const { part } = await stage.addStudy();
	const victim = await enter(part, stage.lector);
	const thief = await enter(part, colleague);
	await expect.poll(() => thief.provider.awareness.getStates().has(victim.doc.clientID)).toBe(true);
	claim(thief, victim.doc.clientID, 0);
	await expect.poll(thief.code).toBe(4400);
	type(victim, 'first');
	await expect.poll(() => stored(part)).toBe('first');
});

const isGone = (client: Client, id: number) =>
	expect.poll(() => client.provider.awareness.getStates().has(id)).toBe(false);

test('[B2] nor under that of somebody whose line broke before their first edit was sent', async () => {
	door = await openDoor(stage.house.context);
	const { part } = await stage.addStudy();
	const victim = await enter(part, stage.lector);
	const thief = await enter(part, colleague);
	const id = victim.doc.clientID;
	await expect.poll(() => thief.provider.awareness.getStates().has(id)).toBe(true);
	victim.provider.disconnect();
	await isGone(thief, id);
	claim(thief, id, 0);
	await expect.poll(thief.code).toBe(4400);
	type(victim, 'first');
	victim.provider.connect();
	await expect.poll(() => stored(part)).toBe('first');
	expect(victim.code()).not.toBe(4400);
});

test('[B2] nor when everybody has left meanwhile', async () => {
	door = await openDoor(stage.house.context, { unloadAfterMs: 1 });
	const { part } = await stage.addStudy();
	const victim = await enter(part, stage.lector);
	await expect.poll(() => victim.provider.awareness.getStates().size).toBe(1);
	victim.provider.disconnect();
	await expect.poll(() => stage.house.context.presence.in(part)).toEqual([]);
	const thief = await enter(part, colleague);
	claim(thief, victim.doc.clientID, 0);
	await expect.poll(thief.code).toBe(4400);
	type(victim, 'first');
	victim.provider.connect();
	await expect.poll(() => stored(part)).toBe('first');
});

test('[B2] who only reads can not keep somebody from writing by naming their id', async () => {
	door = await openDoor(stage.house.context);
	const { id, part } = await stage.addStudy();
	await stage.grant(id, stage.outsider, 'view');
	const [doc, double] = [new Y.Doc(), new Y.Doc()];
	double.clientID = doc.clientID;
	const reader = await door.enter(part, stage.outsider, { doc: double });
	const other = await enter(part, colleague);
	await expect.poll(() => other.provider.awareness.getStates().has(doc.clientID)).toBe(true);
	reader.close();
	type({ doc }, 'mine');
	const victim = await door.enter(part, stage.lector, { doc });
	await expect.poll(() => stored(part)).toBe('mine');
	expect(victim.code()).toBeUndefined();
});

test('[B3] who brings in too many client ids comes back later, and has lost nothing', async () => {
	door = await openDoor(stage.house.context);
	const { part } = await stage.addStudy();
	const [greedy, other] = [await enter(part, colleague), await enter(part, stage.lector)];
	const bring = (first: number) => {
		const doc = new Y.Doc();
		for (let nth = 0; nth < 200; nth++) {
			doc.clientID = first + nth;
			doc.getXmlFragment('default').push([new Y.XmlElement('paragraph')]);
		}
		return Y.encodeStateAsUpdate(doc);
	};
	for (const first of [10_000, 20_000]) Y.applyUpdate(greedy.doc, bring(first));
	const bound = async () =>
		(await stage.house.sql`select 1 from part_client where part_id = ${part}`).length;
	await expect.poll(bound).toBeGreaterThan(300);
	const most = await bound();
	type(greedy, 'kept');
	await expect.poll(greedy.code).toBe(1013);
	expect(await bound()).toBe(most);
	expect(greedy.text()).toContain('kept');
	type(other, 'goes on');
	await expect.poll(() => stored(part)).toContain('goes on');
	expect(other.code()).toBeUndefined();
});

test('[P9] who made others look through too much comes back later, and has lost nothing', async () => {
	door = await openDoor(stage.house.context);
	const { part } = await stage.addStudy();
	const [busy, other] = [await enter(part, colleague), await enter(part, stage.lector)];
	type(other, 'a');
	await expect.poll(busy.text).toContain('a');
	const base = Y.encodeStateAsUpdate(busy.doc);
	other.doc.transact(() => {
		const line = firstLine(other.doc);
		line.insert(1, 'x'.repeat(4_000));
		for (let nth = 0; nth < 2_000; nth++) line.insert(2 + 3 * nth, 'w');
	});
	await expect.poll(() => busy.text().length).toBe(6_001);
	/** Of so many who were away, and wrote at the end of what was one letter: Yjs goes on past lower client ids. */
	const bring = (nth: number) => {
		const first = other.doc.clientID + 1 + 100 * nth;
		const before = Y.encodeStateVectorFromUpdate(base);
		const updates = Array.from({ length: 20 }, (_, more) => {
			const doc = new Y.Doc();
			Y.applyUpdate(doc, base);
			doc.clientID = first + more;
			firstLine(doc).insert(1, 'z');
			return Y.encodeStateAsUpdate(doc, before);
		});
		return Y.mergeUpdates(updates);
	};
	const count = async () => (await stored(part)).split('z').length - 1;
	for (let nth = 0; nth < 3; nth++) {
		Y.applyUpdate(busy.doc, bring(nth));
		await expect.poll(count).toBe(20 * (nth + 1));
	}
	Y.applyUpdate(busy.doc, bring(3));
	await expect.poll(busy.code).toBe(1013);
	expect(busy.text().split('z').length - 1).toBe(80);
	type(other, 'goes on');
	await expect.poll(() => stored(part)).toContain('goes on');
	expect(other.code()).toBeUndefined();
});

test('[B1] nor under that of the server', async () => {
	door = await openDoor(stage.house.context);
	const { part } = await stage.addStudy();
	const doc = new Y.Doc();
	type({ doc }, 'by the server');
	const bytes = Y.encodeStateAsUpdate(doc);
	await appendUpdate(stage.house.db, { part, bytes, author: null });
	const thief = await enter(part, colleague);
	claim(thief, doc.clientID, Y.getState(doc.store, doc.clientID));
	await expect.poll(thief.code).toBe(4400);
	expect(await stored(part)).toBe('by the server');
});

test('[B1] whose an id is, is read with the text when something else stored it', async () => {
	door = await openDoor(stage.house.context);
	const { part } = await stage.addStudy();
	const other = await enter(part, colleague);
	const client = await enter(part, stage.lector);
	client.provider.disconnect();
	type(client, 'elsewhere ');
	// What another node stores, and does not get to tell.
	const bytes = Y.encodeStateAsUpdate(client.doc, Y.encodeStateVector(other.doc));
	const clients = [client.doc.clientID];
	await appendUpdates(stage.house.db, [{ part, bytes, author: stage.lector, clients }]);
	stage.house.context.bus.ring({ kind: 'updates', part });
	await expect.poll(() => Y.getState(other.doc.store, client.doc.clientID)).toBeGreaterThan(0);
	type(client, 'and here ');
	client.provider.connect();
	await expect.poll(() => stored(part)).toContain('and here');
});

test('[L5] the log is not read again and again for who writes under the id of somebody else', async () => {
	const real = openUpdateLog(stage.house.db);
	let loads = 0;
	const log: UpdateLog = { ...real, load: (id) => (loads++, real.load(id)) };
	door = await openDoor(stage.house.context, { log });
	const { part } = await stage.addStudy();
	const victim = await enter(part, stage.lector);
	type(victim, 'mine');
	await expect.poll(() => stored(part)).toBe('mine');
	const id = victim.doc.clientID;
	const before = loads;
	for (let nth = 0; nth < LIMITS.looksOfPerson.burst; nth++) {
		const thief = await enter(part, colleague);
		claim(thief, id, Y.getState(victim.doc.store, id));
		await expect.poll(thief.code).toBe(4400);
		thief.close();
	}
	expect(loads - before).toBe(LIMITS.looksOfPerson.burst);
	const thief = await enter(part, colleague);
	claim(thief, id, Y.getState(victim.doc.store, id));
	type(victim, ' goes on ');
	await expect.poll(() => stored(part)).toContain('goes on');
	expect(loads - before).toBe(LIMITS.looksOfPerson.burst);
	expect(thief.code()).toBeUndefined();
});
