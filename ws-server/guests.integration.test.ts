import { eq } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Database } from '#db/connection.ts';
import { membership } from '#db/schema/people.ts';
import { actorOf } from '#server/credentials.ts';
import { shareDocument } from '#server/grants.ts';
import { endMembership } from '#server/memberships.ts';
import { makeToken, revokeToken } from '#server/tokens.ts';
import { addMember } from '#tests/integration/builders.ts';
import { type, type Client } from '#tests/live/client.ts';
import { openDoor, storedText, type TestDoor } from '#tests/live/door.ts';
import { openStage, type Stage } from '#tests/live/stage.ts';

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

/** Waits for the close; gives its code and how long it took. */
async function closing(client: Client, began: number): Promise<{ code?: number; took: number }> {
	await expect.poll(client.code, { timeout: 5000, interval: 10 }).toBeDefined();
	return { code: client.code(), took: performance.now() - began };
}

const enter = async (part: string, person: string) => {
	const client = await door!.enter(part, person);
	await expect.poll(() => client.provider.synced).toBe(true);
	return client;
};
const actor = (id: string) =>
	actorOf(
		stage.house.context,
		{ id, name: 'Lin', administrator: false },
		stage.house.context.now()
	);

test('[G1] when a membership ends its sockets are closed within two seconds, and nothing is stored after', async () => {
	const { context, db } = stage.house;
	door = await openDoor(context);
	const { part } = await stage.addStudy();
	const coordinator = await addMember(db, stage.werkplaatsId, 'coordinator');
	const member = await addMember(db, stage.werkplaatsId, 'lector');
	const client = await enter(part, member.id);
	const stays = await enter(part, stage.lector);
	type(client, 'before ');
	await expect.poll(stays.text).toBe('before ');
	const [row] = await db.select().from(membership).where(eq(membership.personId, member.id));
	await endMembership(context, coordinator, row!.id);
	const began = performance.now();
	type(client, 'after');
	const { code, took } = await closing(client, began);
	expect(code).toBe(4404);
	expect(took).toBeLessThan(2000);
	expect(await storedText(context, part)).toBe('before ');
	expect(stays.provider.wsconnected).toBe(true);
	expect(stays.text()).toBe('before ');
});

test('[G1] when a token is revoked its socket is closed', async () => {
	const { context } = stage.house;
	door = await openDoor(context);
	const { part } = await stage.addStudy();
	const lector = await actor(stage.lector);
	const { id, value } = await makeToken(context, lector, { name: 'export', days: 1 });
	const headers = { authorization: `Bearer ${value}` };
	const client = await door.enter(part, undefined, { headers });
	await expect.poll(() => client.provider.synced).toBe(true);
	await revokeToken(context, lector, id);
	expect(await closing(client, 0)).toMatchObject({ code: 4401 });
});

test('[G2] who may write from now on comes back, and then may', async () => {
	const { context } = stage.house;
	door = await openDoor(context);
	const { id, part } = await stage.addStudy();
	await stage.grant(id, stage.lector, 'owner');
	await stage.grant(id, stage.outsider, 'view');
	const client = await enter(part, stage.outsider);
	const stays = await enter(part, stage.lector);
	await shareDocument(context, await actor(stage.lector), id, {
		person: stage.outsider,
		level: 'edit',
		expiresAt: new Date(context.now().getTime() + 60_000)
	});
	expect(await closing(client, 0)).toMatchObject({ code: 4503 });
	await expect.poll(() => client.provider.synced, { timeout: 5000 }).toBe(true);
	type(client, 'mine too');
	await expect.poll(stays.text).toBe('mine too');
	expect(stays.code()).toBeUndefined();
});

test('[G3] who stays longer than allowed is found without anybody telling', async () => {
	const { context } = stage.house;
	door = await openDoor(context, { leaseMs: 100 });
	const { id, part } = await stage.addStudy();
	await stage.grant(id, stage.outsider, 'edit');
	const client = await enter(part, stage.outsider);
	const stays = await enter(part, stage.lector);
	await stage.house.sql`delete from "grant" where document_id = ${id}`;
	expect(await closing(client, 0)).toMatchObject({ code: 4404 });
	expect(stays.code()).toBeUndefined();
});

test('[G4] a ring that changes nothing for somebody costs them nothing', async () => {
	const { context } = stage.house;
	door = await openDoor(context);
	const { id, part } = await stage.addStudy();
	const client = await enter(part, stage.lector);
	for (let nth = 0; nth < 20; nth++) {
		type(client, `${nth} `);
		context.bus.ring({ kind: 'access', documents: [id] });
		context.bus.ring({ kind: 'access', everything: true });
	}
	await expect.poll(() => storedText(context, part)).toContain('19 ');
	expect(client.code()).toBeUndefined();
});

test('[G5] when nobody can decide twice whether somebody may stay, they are sent away', async () => {
	const { context } = stage.house;
	let broken = false;
	const db = new Proxy(context.db, {
		get: (target, name, receiver) => {
			if (broken && name === 'select') throw new Error('the database is gone');
			return Reflect.get(target, name, receiver);
		}
	}) as Database;
	door = await openDoor({ ...context, db }, { leaseMs: 100 });
	const { part } = await stage.addStudy();
	const client = await enter(part, stage.lector);
	broken = true;
	expect(await closing(client, 0)).toMatchObject({ code: 4503 });
	broken = false;
	await expect.poll(() => client.provider.synced, { timeout: 5000 }).toBe(true);
});
