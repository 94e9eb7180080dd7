import { count } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findPersonByEmail } from '#db/queries/people.ts';
import { event } from '#db/schema/around.ts';
import { document, part, partText, visit } from '#db/schema/documents.ts';
import { membership, person } from '#db/schema/people.ts';
import { DEMO_DOCUMENTS } from '#db/seeds/demo/documents.ts';
import { demoAddress, DEMO_PASSWORD, DEMO_PEOPLE, EVERYBODY } from '#db/seeds/demo/people.ts';
import { loadNetwork } from '#db/seeds/network.ts';
import { validContent } from '#domain/content/known.ts';
import { wordCount } from '#domain/content/text.ts';
import type { Actor } from '#domain/facts.ts';
import { listBin } from '#server/bin.ts';
import { actorOf } from '#server/credentials.ts';
import { findDocuments, findVisited } from '#server/documents.ts';
import { isPassword } from '#server/password.ts';
import { openTestHouse, type TestHouse } from '#tests/integration/house.ts';
import { plantDemo } from './demo.ts';

const { length: EVERYONE } = Object.keys(EVERYBODY);

let house: TestHouse;
let took: NodeJS.CpuUsage;

beforeAll(async () => {
	house = await openTestHouse();
	await loadNetwork(house.db);
	const start = process.cpuUsage();
	await plantDemo(house.context);
	took = process.cpuUsage(start);
});
afterAll(() => house.close());

async function actor(name: string): Promise<Actor> {
	const row = await findPersonByEmail(house.db, demoAddress(name));
	if (!row) throw new Error(`nobody is called ${name}`);
	return actorOf(house.context, row, house.context.now());
}

const titles = async (name: string, werkplaats?: string) => {
	const found = await findDocuments(house.context, await actor(name), { werkplaats, limit: 100 });
	return found.map(({ title }) => title);
};

async function counts() {
	const tables = [person, membership, document, part, partText, visit, event] as const;
	return Promise.all(
		tables.map(async (table) => (await house.db.select({ rows: count() }).from(table))[0]?.rows)
	);
}

test('planting is quick enough to wait for', () => {
	// Of the processor, not of the clock: other tests run at the same time.
	expect((took.user + took.system) / 1000).toBeLessThan(2500);
});

test('everybody and everything is there', async () => {
	const [people, , documents, parts, texts] = await counts();
	expect(people).toBe(EVERYONE);
	expect(documents).toBe(DEMO_DOCUMENTS.length);
	expect(parts).toBe(documents);
	expect(texts).toBe(documents);
});

test('planting a second time changes nothing', async () => {
	const before = await counts();
	await plantDemo(house.context);
	expect(await counts()).toEqual(before);
});

test('a demo that fails halfway leaves nothing behind', async () => {
	const empty = await openTestHouse();
	try {
		// Without the network there are no werkplaatsen to plant in.
		await expect(plantDemo(empty.context)).rejects.toThrow('does not exist');
		expect(await empty.db.select().from(person)).toHaveLength(0);
		await loadNetwork(empty.db);
		await plantDemo(empty.context);
		expect(await empty.db.select().from(person)).toHaveLength(EVERYONE);
	} finally {
		await empty.close();
	}
});

test('whoever is told of the demo can sign in with its password', async () => {
	expect(DEMO_PEOPLE).toHaveLength(11);
	for (const { email } of DEMO_PEOPLE) {
		const row = await findPersonByEmail(house.db, email);
		expect(await isPassword(row?.passwordHash, DEMO_PASSWORD)).toBe(true);
	}
});

test('every text is valid, as it was written, and long enough to read', async () => {
	const rows = await house.db.select().from(partText);
	for (const { content } of rows) expect(validContent(content)).toEqual(content);
	for (const { title, content } of DEMO_DOCUMENTS) {
		expect(content && validContent(content), title).not.toBeNull();
		expect(wordCount(content ?? {}), title).toBeGreaterThan(50);
	}
});

test('who is from elsewhere sees of Twente only what is open or published', async () => {
	const found = await findDocuments(house.context, await actor('buitenstaander'), {
		werkplaats: 'twente',
		limit: 100
	});
	expect(found.length).toBeGreaterThan(0);
	for (const { sensitivity, state } of found) {
		expect(sensitivity === 'open' || (sensitivity === 'werkplaats' && state === 'published')).toBe(
			true
		);
	}
});

test('the vault is for who owns it and who was let in by name', async () => {
	const vault = 'De achtste hulpverlener';
	expect(await titles('professional')).toContain(vault);
	expect(await titles('onderzoeker')).toContain(vault);
	for (const name of ['coordinator', 'lector', 'beleid', 'inwoner', 'student', 'landelijk']) {
		expect(await titles(name), name).not.toContain(vault);
	}
});

test('everybody who can sign in has something to continue with, from the past', async () => {
	const { context } = house;
	for (const { email } of DEMO_PEOPLE) {
		const name = email.split('@')[0] ?? '';
		const planned = DEMO_DOCUMENTS.filter((of) => of.visits?.some(({ by }) => by === name));
		// Nobody was where they may not be.
		const visited = await findVisited(context, await actor(name), 100);
		expect(visited.length, email).toBe(planned.length);
		expect(visited.length, email).toBeGreaterThan(1);
	}
	for (const { at } of await house.db.select().from(visit)) {
		expect(at.getTime()).toBeLessThan(context.now().getTime());
	}
	for (const { createdAt, changedAt } of await house.db.select().from(document)) {
		expect(createdAt.getTime()).toBeLessThan(changedAt.getTime());
		expect(changedAt.getTime()).toBeLessThan(context.now().getTime());
	}
});

test('in the bin lies something that can be put back', async () => {
	const [binned] = await listBin(house.context, await actor('onderzoeker'));
	expect(binned?.title).toBe('Vragenlijst eenzaamheid 65-plus (oude versie)');
	expect(binned?.goneOn.getTime()).toBeGreaterThan(house.context.now().getTime());
});

test('five werkplaatsen write about loneliness, each in their own way', async () => {
	const found = await findDocuments(house.context, await actor('landelijk'), {
		theme: 'eenzaamheid',
		limit: 100
	});
	const places = new Set(found.map(({ werkplaats }) => werkplaats.slug));
	expect([...places].sort()).toEqual(['friesland', 'rotterdam', 'twente', 'zuyd', 'zwolle']);
});
