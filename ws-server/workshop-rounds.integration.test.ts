import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import { listGroupTexts } from '#db/queries/run-groups.ts';
import { loadText } from '#db/queries/updates.ts';
import { SESSION_COOKIE } from '#server/session.ts';
import { takeRole } from '#server/run-groups.ts';
import { beginRound, closeRound, endWorkshop, reopenRound } from '#server/workshop-rounds.ts';
import { type, type Client } from '#tests/live/client.ts';
import { openDoor, storedText, type TestDoor } from '#tests/live/door.ts';
import { openHall, type Hall, type Visitor } from '#tests/workshop/hall.ts';
import { step1Frame, step2Frame, updateFrame } from './protocol.ts';

let hall: Hall;
let door: TestDoor;
beforeAll(async () => {
	hall = await openHall();
});
afterEach(() => door.close());
afterAll(() => hall.house.close());

const cookieOf = ({ session }: Pick<Visitor, 'session'>) => ({
	cookie: `${SESSION_COOKIE(true)}=${session}`
});

async function enter(part: string, who: Visitor, params: Record<string, string> = {}) {
	const client = await door.enter(part, undefined, { headers: cookieOf(who), params });
	await expect.poll(() => client.provider.synced, { timeout: 5000 }).toBe(true);
	return client;
}

/** What PostgreSQL has of a text, byte for byte. */
async function bytesOf(part: string): Promise<string> {
	const { snapshot, updates } = await loadText(hall.context.db, part);
	return Buffer.concat([snapshot ?? Buffer.of(), ...updates.map(({ bytes }) => bytes)]).toString(
		'hex'
	);
}

/** Sends frames on a socket of its own, as nobody's editor would; gives what the server closed it with, if it did. */
async function rawly(part: string, who: Visitor, frames: readonly Uint8Array[]) {
	const socket = new WebSocket(`${door.address}/${part}?ack=1`, { headers: cookieOf(who) });
	const heard: string[] = [];
	let code: number | undefined;
	socket.on('message', (frame: Buffer) => heard.push(frame.subarray(0, 2).join()));
	socket.on('close', (closed) => (code = closed));
	await expect.poll(() => heard.length > 0 || code !== undefined).toBe(true);
	for (const frame of frames) socket.send(frame);
	// A second question is answered a second after the first: by then all before it is stored, or never will be.
	const answers = () => heard.filter((frame) => frame === '0,1').length;
	for (let asked = 1; asked <= 2; asked++) {
		socket.send(step1Frame(Y.encodeStateVector(new Y.Doc())));
		await expect.poll(() => answers() >= asked || code !== undefined, { timeout: 5000 }).toBe(true);
	}
	socket.terminate();
	return { code, acked: heard.some((frame) => frame.startsWith('100,')) };
}

/** An edit on what stands in the text, under a client id of one's own. */
async function edit(part: string, words: string): Promise<Uint8Array> {
	const doc = new Y.Doc();
	const { snapshot, updates } = await loadText(hall.context.db, part);
	if (snapshot) Y.applyUpdate(doc, snapshot);
	for (const { bytes } of updates) Y.applyUpdate(doc, bytes);
	const before = Y.encodeStateVector(doc);
	type({ doc }, words);
	return Y.encodeStateAsUpdate(doc, before);
}

test('[G8] when a round is closed nothing is taken any more, of an honest client nor of a raw socket, and nothing is lost', async () => {
	const { context, teacher } = hall;
	door = await openDoor(context);
	const { run, groups, visitor, partOf } = await hall.begin();
	const [mieke, bas] = [await visitor('Mieke', groups[0]), await visitor('Bas', groups[0])];
	await beginRound(context, teacher, run, 1);
	const part = await partOf(mieke);
	const acks = { ack: '1' };
	const [one, other] = [await enter(part, mieke, acks), await enter(part, bas, acks)];
	type(one, 'op tijd. ');
	await expect.poll(one.acked).toBeGreaterThan(1);
	await expect.poll(other.text).toBe('op tijd. ');
	await closeRound(context, teacher, run);
	const before = await bytesOf(part);
	type(one, 'te laat');
	type(other, 'ook te laat');
	// They stay, and are told.
	await expect.poll(() => one.notices).toContain('{"kind":"write","may":false}');
	const acked = one.acked();
	const late = await edit(part, 'rauw');
	const raw = await rawly(part, mieke, [updateFrame(late), step2Frame(late)]);
	expect(raw).toEqual({ code: undefined, acked: false });
	expect(await bytesOf(part)).toBe(before);
	expect(await storedText(context, part)).toBe('op tijd. ');
	expect(one.acked()).toBe(acked);
	const cameLater = await enter(part, bas, acks);
	await expect.poll(() => cameLater.notices).toContain('{"kind":"write","may":false}');
	expect([one.code(), other.code()]).toEqual([undefined, undefined]);
	// What was typed meanwhile arrives when the round goes on: nobody has to type it again.
	await reopenRound(context, teacher, run);
	const typed = ['op tijd.', 'te laat', 'ook te laat'];
	const missing = async () => {
		const stored = await storedText(context, part);
		return typed.filter((words) => !stored.includes(words));
	};
	await expect.poll(missing, { timeout: 5000 }).toEqual([]);
});

test('whose turn it is not is refused on the socket itself, whoever they are', async () => {
	const { context, teacher } = hall;
	door = await openDoor(context);
	const { run, groups, visitor, partOf } = await hall.begin();
	const [mieke, bas] = [await visitor('Mieke', groups[0]), await visitor('Bas', groups[0])];
	const other = await visitor('Iemand anders', groups[1]);
	const nowhere = await visitor('Nog nergens');
	await takeRole(context, mieke.actor, run, 'presenter');
	await beginRound(context, teacher, run, 3);
	const part = await partOf(mieke);
	const before = await bytesOf(part);
	const words = await edit(part, 'van mij');
	const frames = [updateFrame(words), step2Frame(words)];
	// Who brought the question in listens in this round.
	expect(await rawly(part, mieke, frames)).toEqual({ code: undefined, acked: false });
	for (const stranger of [other, nowhere]) {
		expect(await rawly(part, stranger, frames)).toEqual({ code: 4404, acked: false });
	}
	expect(await bytesOf(part)).toBe(before);
	// Whose turn it is may.
	expect(await rawly(part, bas, frames)).toEqual({ code: undefined, acked: true });
	expect(await storedText(context, part)).toBe('van mij');
	// And in the next round only who writes for the group.
	await takeRole(context, bas.actor, run, 'scribe');
	await beginRound(context, teacher, run, 4);
	const next = await partOf(bas);
	const empty = await bytesOf(next);
	const more = await edit(next, 'nee');
	expect(await rawly(next, mieke, [step2Frame(more)])).toMatchObject({ acked: false });
	expect(await bytesOf(next)).toBe(empty);
	expect(await rawly(next, bas, [step2Frame(more)])).toMatchObject({ acked: true });
});

test('a role that somebody else takes is theirs at once', async () => {
	const { context, teacher } = hall;
	door = await openDoor(context);
	const { run, groups, visitor, partOf } = await hall.begin();
	const [mieke, bas] = [await visitor('Mieke', groups[0]), await visitor('Bas', groups[0])];
	await takeRole(context, mieke.actor, run, 'scribe');
	await beginRound(context, teacher, run, 4);
	const part = await partOf(mieke);
	const [one, two] = [await enter(part, mieke), await enter(part, bas)];
	await takeRole(context, bas.actor, run, 'scribe');
	type(one, 'niet meer');
	await expect.poll(two.code, { timeout: 5000 }).toBe(4503);
	await expect.poll(() => two.provider.synced, { timeout: 5000 }).toBe(true);
	type(two, 'nu ik');
	await expect.poll(() => storedText(context, part)).toBe('nu ik');
});

test('who leads a workshop behind closed doors is let into no text of it', async () => {
	const { context, teacher } = hall;
	door = await openDoor(context);
	const { run, groups, visitor, partOf } = await hall.begin({ isPrivate: true });
	const mieke = await visitor('Mieke', groups[0]);
	await beginRound(context, teacher, run, 1);
	const client = await door.enter(await partOf(mieke), teacher.id);
	await expect.poll(client.code).toBe(4404);
});

test('[N3] two hundred and forty people in thirty groups become readers together, stay, and are told so', async () => {
	const { context, teacher } = hall;
	door = await openDoor(context);
	const { run, groups, fill } = await hall.begin({ groups: 30, groupSize: 8 });
	const people = await fill(8);
	await beginRound(context, teacher, run, 1);
	const texts = await listGroupTexts(context.db, groups);
	const parts = texts.map(({ partId }) => partId);
	const clients = await Promise.all(
		people.map(({ group, session }) => {
			const { partId } = texts.find(({ groupId }) => groupId === group)!;
			const headers = cookieOf({ session });
			return door.enter(partId, undefined, { headers, params: { ack: '1' } });
		})
	);
	await expect
		.poll(() => clients.every(({ provider }) => provider.synced), { timeout: 30_000 })
		.toBe(true);
	let typed = 0;
	const typing = setInterval(() => {
		for (const client of clients.filter((_, at) => at % 20 === typed % 20)) type(client, 'a');
		typed++;
	}, 25);
	const more = async (times: number) => {
		const until = typed + times;
		await expect.poll(() => typed, { timeout: 30_000 }).toBeGreaterThan(until);
	};
	await more(60);
	await closeRound(context, teacher, run);
	const closed = performance.now();
	const hasHeard = ({ notices }: Client) => notices.includes('{"kind":"write","may":false}');
	await expect.poll(() => clients.every(hasHeard), { timeout: 20_000, interval: 10 }).toBe(true);
	const took = Math.round(performance.now() - closed);
	process.stdout.write(`all were told that they read after ${took} ms\n`);
	// What was under way to the log by then is there.
	await more(20);
	const after = await Promise.all(parts.map(bytesOf));
	await more(60);
	clearInterval(typing);
	expect(await Promise.all(parts.map(bytesOf))).toEqual(after);
	expect(clients.every(({ code }) => code() === undefined)).toBe(true);
	await endWorkshop(context, teacher, run);
}, 120_000);
