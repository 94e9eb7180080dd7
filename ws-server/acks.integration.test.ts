import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import * as Y from 'yjs';
import { openClient, textOf, type } from '#tests/live/client.ts';
import { cookieOf, openDoor, storedText, type TestDoor } from '#tests/live/door.ts';
import { openStage, type Stage } from '#tests/live/stage.ts';
import { updateFrame } from './protocol.ts';
import { openUpdateLog, type UpdateLog } from './update-log.ts';

let stage: Stage;
let door: TestDoor | undefined;

beforeAll(async () => {
	stage = await openStage();
});

afterEach(async () => {
	await door?.close();
	door = undefined;
});

afterAll(() => stage.house.close());

/** The real log, of which appending can be stopped, and be made to fail. */
function openGate() {
	const real = openUpdateLog(stage.house.db);
	let gate = Promise.resolve();
	let open = () => {};
	const log: UpdateLog = { ...real, append: (rows) => gate.then(() => real.append(rows)) };
	return {
		log,
		shut: () => (gate = new Promise((resolve) => (open = resolve))),
		open: () => open(),
		fail: () => {
			gate = Promise.reject(new Error('the database is gone'));
			gate.catch(() => {});
		},
		mend: () => (gate = Promise.resolve())
	};
}

const enter = async (part: string, params: Record<string, string> = { ack: '1' }) => {
	const client = await door!.enter(part, stage.lector, { params });
	await expect.poll(() => client.provider.synced).toBe(true);
	return client;
};

test('[A1] each sync message is acknowledged once it is durable, step 2 included', async () => {
	door = await openDoor(stage.house.context);
	const { part } = await stage.addStudy();
	const client = await enter(part);
	await expect.poll(client.acked).toBe(1);
	for (let nth = 0; nth < 10; nth++) type(client, 'word ');
	await expect.poll(client.acked).toBe(11);
	expect(await storedText(stage.house.context, part)).toBe('word '.repeat(10));
});

test('[A2] who does not ask for acks gets none', async () => {
	door = await openDoor(stage.house.context);
	const { part } = await stage.addStudy();
	const stock = await enter(part, {});
	type(stock, 'word');
	await expect.poll(() => storedText(stage.house.context, part)).toBe('word');
	expect(stock.acked()).toBe(0);
});

test('[D1] before the commit nobody sees an edit and nothing is acknowledged', async () => {
	const gate = openGate();
	door = await openDoor(stage.house.context, { log: gate.log });
	const { part } = await stage.addStudy();
	const [one, other] = [await enter(part), await enter(part)];
	await expect.poll(() => one.acked() + other.acked()).toBe(2);
	gate.shut();
	type(one, 'waits');
	const late = await enter(part);
	expect(late.text() + other.text()).toBe('');
	expect(one.acked()).toBe(1);
	gate.open();
	await expect.poll(() => [late.text(), other.text(), one.acked()]).toEqual(['waits', 'waits', 2]);
});

test('[D3] when a commit fails nothing is shown or acknowledged, and everybody comes back', async () => {
	const gate = openGate();
	door = await openDoor(stage.house.context, { log: gate.log });
	const { part } = await stage.addStudy();
	const [one, other] = [await enter(part), await enter(part)];
	await expect.poll(() => one.acked() + other.acked()).toBe(2);
	const seen: string[] = [];
	other.doc.on('update', () => seen.push(other.text()));
	const codes: (number | undefined)[] = [];
	for (const client of [one, other]) {
		client.provider.on('connection-close', (event) => codes.push(event?.code));
	}
	gate.fail();
	type(one, 'kept');
	await expect.poll(() => codes.slice(0, 2)).toEqual([4503, 4503]);
	expect(one.acked()).toBe(0);
	expect(seen).toEqual([]);
	gate.mend();
	// The writer still has it, and sends it again.
	await expect.poll(other.text, { timeout: 5000 }).toBe('kept');
	await expect.poll(() => storedText(stage.house.context, part)).toBe('kept');
	expect(door.reports).toContain('a commit failed');
});

test('[A4] an edit that lacks what comes before it is not stored, but asked for', async () => {
	door = await openDoor(stage.house.context);
	const { part } = await stage.addStudy();
	const headers = await cookieOf(stage.house.context, stage.lector);
	const doc = new Y.Doc();
	type({ doc }, 'first ');
	let last: Uint8Array | undefined;
	doc.on('update', (update) => (last = update));
	type({ doc }, 'second');
	const client = openClient({ address: door.address, part, headers, params: { ack: '1' }, doc });
	// Before it has said what it has, it sends only the end.
	client.provider.on('status', ({ status }) => {
		if (status !== 'connected') return;
		client.provider.ws?.send(updateFrame(last!) as Uint8Array<ArrayBuffer>);
	});
	await expect.poll(client.acked).toBe(2);
	expect(await storedText(stage.house.context, part)).toBe('first second');
	client.close();
});

test('[A3] a step 2 that says nothing new is acknowledged and not stored', async () => {
	door = await openDoor(stage.house.context);
	const { part } = await stage.addStudy();
	const client = await enter(part);
	type(client, 'word');
	await expect.poll(client.acked).toBe(2);
	client.doc.transact(() => client.doc.getXmlFragment('default').delete(0, 1));
	await expect.poll(client.acked).toBe(3);
	const counted = async () =>
		Number(
			(await stage.house.sql`select count(*) from part_update where part_id = ${part}`)[0]?.count
		);
	const before = await counted();
	client.provider.disconnect();
	client.provider.connect();
	await expect.poll(client.acked).toBe(1);
	expect(await counted()).toBe(before);
	expect(textOf(client.doc)).toBe('');
});
