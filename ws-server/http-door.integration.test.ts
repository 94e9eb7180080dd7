import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { CONTENT_SCHEMA } from '#domain/content/schema.ts';
import { actorOf } from '#server/credentials.ts';
import { makeToken } from '#server/tokens.ts';
import { TRANSPORTS, type } from '#tests/live/client.ts';
import { cookieOf, openDoor, storedText, type TestDoor } from '#tests/live/door.ts';
import { openStage, type Stage } from '#tests/live/stage.ts';

let stage: Stage;
let door: TestDoor;
let part: string;

beforeAll(async () => {
	stage = await openStage();
	door = await openDoor(stage.house.context);
});

afterAll(async () => {
	await door.close();
	expect(door.reports).toEqual([]);
	await stage.house.close();
});

describe.each(TRANSPORTS)('over %s', (over) => {
	test('[H1] who may enter, and why not, is the same', async () => {
		({ part } = await stage.addStudy());
		const { context } = stage.house;
		const lector = { id: stage.lector, name: 'Lin', administrator: false };
		const actor = await actorOf(context, lector, context.now());
		const { value } = await makeToken(context, actor, { name: 'export', days: 1 });
		const current = { schema: String(CONTENT_SCHEMA) };
		const older = { schema: String(CONTENT_SCHEMA - 1) };
		const refused = [
			[await door.enter(part, undefined, { over }), 4401],
			[await door.enter(part, undefined, { over, params: { token: value } }), 4401],
			[await door.enter(part, undefined, { over, headers: { authorization: 'Bearer a.b' } }), 4401],
			[await door.enter(part, stage.outsider, { over }), 4404],
			[await door.enter('nonsense', stage.outsider, { over }), 4404],
			[await door.enter(part, stage.lector, { over, params: older }), 4426]
		] as const;
		for (const [client, code] of refused) {
			await expect.poll(client.code).toBe(code);
			expect(client.provider.shouldConnect).toBe(false);
		}
		const headers = { authorization: `Bearer ${value}` };
		const welcome = [
			await door.enter(part, stage.lector, { over, params: current }),
			await door.enter(part, undefined, { over, headers })
		];
		for (const client of welcome) await expect.poll(() => client.provider.synced).toBe(true);
	});

	test('[T1] two type at once and end with the same text', async () => {
		({ part } = await stage.addStudy());
		const one = await door.enter(part, stage.lector, { over, params: { ack: '1' } });
		const other = await door.enter(part, stage.lector);
		await expect.poll(() => one.provider.synced && other.provider.synced).toBe(true);
		for (let nth = 0; nth < 20; nth++) {
			type(one, `a${nth} `);
			type(other, `b${nth} `);
		}
		await expect.poll(() => one.text().includes('b19') && other.text().includes('a19')).toBe(true);
		expect(one.text()).toBe(other.text());
		await expect.poll(one.acked).toBe(21);
		expect(await storedText(stage.house.context, part)).toBe(one.text());
	});
});
