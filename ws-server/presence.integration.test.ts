import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type, type Client } from '#tests/live/client.ts';
import { openDoor, type TestDoor } from '#tests/live/door.ts';
import { openStage, type Stage } from '#tests/live/stage.ts';
import { presenceFrame } from './protocol.ts';

let stage: Stage;
let door: TestDoor;

beforeAll(async () => {
	stage = await openStage();
});

afterEach(() => door.close());

afterAll(() => stage.house.close());

const enter = async (part: string, person = stage.lector) => {
	const client = await door.enter(part, person);
	await expect.poll(() => client.provider.synced).toBe(true);
	return client;
};
/** What `client` sees of `other`. */
const seen = (client: Client, other: Client) =>
	client.provider.awareness.getStates().get(other.doc.clientID);

test('[S1] [S2] others see where somebody points, under the name of the session', async () => {
	door = await openDoor(stage.house.context);
	const { id, part } = await stage.addStudy();
	await stage.grant(id, stage.outsider, 'view');
	const [one, other] = [await enter(part), await enter(part, stage.outsider)];
	one.provider.awareness.setLocalState({
		cursor: 3,
		user: { name: 'The minister', color: 'url(x)' }
	});
	await expect
		.poll(() => seen(other, one))
		.toEqual({
			cursor: 3,
			user: {
				id: stage.lector,
				name: 'Lin',
				hue: expect.toBeOneOf([1, 2, 3, 4]),
				function: 'lector',
				organisation: null
			}
		});
	const late = await enter(part);
	await expect.poll(() => seen(late, one)).toMatchObject({ cursor: 3, user: { name: 'Lin' } });
	expect(one.provider.awareness.getLocalState()).toMatchObject({ user: { name: 'The minister' } });
});

test('[S1] nobody speaks for somebody else, or sends more than a cursor takes', async () => {
	door = await openDoor(stage.house.context);
	const { id, part } = await stage.addStudy();
	await stage.grant(id, stage.outsider, 'view');
	const one = await enter(part);
	one.provider.awareness.setLocalState({ cursor: 1 });
	const other = await enter(part, stage.outsider);
	await expect.poll(() => seen(other, one)).toMatchObject({ cursor: 1 });
	const clock = Date.now() * 2;
	const forged = [one.doc.clientID, 12345].map((client) => ({
		client,
		clock,
		state: '{"cursor":9}'
	}));
	const gone = { client: one.doc.clientID, clock, state: 'null' };
	const socket = other.provider.ws!;
	socket.send(presenceFrame([...forged, gone]) as Uint8Array<ArrayBuffer>);
	other.provider.awareness.setLocalState({ cursor: 'x'.repeat(20_000) });
	other.provider.awareness.setLocalState({ cursor: 2 });
	const witness = await enter(part);
	await expect.poll(() => seen(witness, other)).toMatchObject({ cursor: 2 });
	expect(seen(witness, one)).toMatchObject({ cursor: 1 });
	expect(witness.provider.awareness.getStates().has(12345)).toBe(false);
	expect(other.provider.wsconnected).toBe(true);
});

test('[S3] who leaves is gone for the others, and seen again at once when back', async () => {
	door = await openDoor(stage.house.context);
	const { part } = await stage.addStudy();
	const [one, other] = [await enter(part), await enter(part)];
	one.provider.awareness.setLocalState({ cursor: 1 });
	await expect.poll(() => seen(other, one)).toBeDefined();
	one.provider.ws?.close();
	await expect.poll(() => seen(other, one)).toBeUndefined();
	await expect.poll(() => seen(other, one)).toMatchObject({ cursor: 1 });
});

test('[S4] the house knows who has a part open and who writes, each person once', async () => {
	const { context, rings } = stage.house;
	door = await openDoor(context);
	const { part } = await stage.addStudy();
	expect(context.presence.in(part)).toEqual([]);
	const one = await enter(part);
	const tab = await enter(part);
	const lin = { person: stage.lector, name: 'Lin' };
	expect(context.presence.in(part)).toEqual([{ ...lin, writing: false }]);
	type(tab, 'word');
	await expect.poll(() => context.presence.in(part)).toEqual([{ ...lin, writing: true }]);
	const rung = () => rings.filter((ring) => ring.kind === 'presence' && ring.part === part).length;
	expect(rung()).toBe(2);
	one.close();
	tab.close();
	await expect.poll(() => context.presence.in(part)).toEqual([]);
	expect(rung()).toBe(3);
});

test('[S5] twenty messages a second reach the others, the last one always', async () => {
	door = await openDoor(stage.house.context);
	const { part } = await stage.addStudy();
	const [one, other] = [await enter(part), await enter(part)];
	await expect.poll(() => seen(other, one)).toBeDefined();
	let changes = 0;
	other.provider.awareness.on('update', () => changes++);
	for (let cursor = 0; cursor < 500; cursor++) one.provider.awareness.setLocalState({ cursor });
	await expect.poll(() => seen(other, one)).toMatchObject({ cursor: 499 });
	expect(changes).toBeLessThan(20);
});
