import { encode, writeVarUint } from 'lib0/encoding';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import * as Y from 'yjs';
import { appendUpdate, appendUpdates } from '#db/queries/updates.ts';
import { addMember } from '#tests/integration/builders.ts';
import { type, type Client } from '#tests/live/client.ts';
import { openDoor, storedText, type TestDoor } from '#tests/live/door.ts';
import { openStage, type Stage } from '#tests/live/stage.ts';
import { updateFrame } from './protocol.ts';

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
