import { PgBoss } from 'pg-boss';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDatabase } from '#db/connection.ts';
import { notification } from '#db/schema/told.ts';
import type { Context } from '#server/context.ts';
import { setRhythm } from '#server/mail-preferences.ts';
import { addDocument, addGrant, addMember, addWerkplaats } from '#tests/integration/builders.ts';
import { openTestHouse, type TestHouse } from '#tests/integration/house.ts';
import { say } from '#tests/integration/said.ts';
import { openJobs, tellWhenRung } from './jobs.ts';
import { openLog } from './log.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const log = openLog('silent');

let house: TestHouse;
let other: { context: Context; close(): Promise<void> };

beforeAll(async () => {
	house = await openTestHouse();
	const { db, close } = openDatabase(house.url);
	other = { context: { ...house.context, db }, close };
});
afterAll(async () => {
	await other.close();
	await house.close();
});

/** A study with somebody who follows it, and what a third says in it. */
async function saidInAStudy() {
	const { db } = house;
	const here = await addWerkplaats(db);
	const owner = await addMember(db, here, 'coordinator');
	const reader = await addMember(db, here, 'researcher');
	const { id: document, part } = await addDocument(db, { werkplaatsId: here, createdBy: owner.id });
	const given = { documentId: document, grantedBy: owner.id, level: 'view' } as const;
	await addGrant(db, { ...given, personId: reader.id });
	await setRhythm(house.context, owner, 'never');
	await say(house, owner, 'Lees je mee?', { document, part });
	return { document, part };
}

test(
	'on two nodes a job that is due is done once, and both let go of the database when they close',
	{ timeout: 60_000 },
	async () => {
		const { document } = await saidInAStudy();
		const nodes = await Promise.all(
			[house.context, other.context].map((context) => openJobs(house.url, context, log))
		);
		const scheduled = await house.sql`select name, cron from pgboss.schedule order by name`;
		expect(scheduled).toEqual([
			{ name: 'letters', cron: '* * * * *' },
			{ name: 'mirrors', cron: '* * * * *' },
			{ name: 'tell', cron: '* * * * *' }
		]);
		const boss = new PgBoss({
			connectionString: house.url,
			schema: 'pgboss',
			max: 1,
			schedule: false,
			supervise: false
		});
		boss.on('error', () => {});
		await boss.start();
		await boss.send('tell');
		await expect
			.poll(() => house.db.select().from(notification), { timeout: 20_000 })
			.toMatchObject([{ documentId: document, name: 'thread.started' }]);
		house.pass(2 * DAY_MS);
		await Promise.all(Array.from({ length: 6 }, () => boss.send('letters')));
		await expect.poll(() => house.letters.length, { timeout: 20_000 }).toBe(1);
		const waiting = () => house.sql`
			select 1 from pgboss.job where name = 'letters' and state in ('created', 'active', 'retry')`;
		await expect.poll(async () => (await waiting()).length, { timeout: 30_000 }).toBe(0);
		expect(house.letters).toHaveLength(1);
		await boss.stop({ graceful: false });
		await Promise.all(nodes.map((node) => node.close()));
		const left = await house.sql`
			select 1 from pg_stat_activity where datname = current_database() and query like '%pgboss%'
				and pid <> pg_backend_pid()`;
		expect(left).toEqual([]);
	}
);

test('what happens is told as soon as its process rings, once for all that listen', async () => {
	const nodes = [house.context, other.context].map((context) => tellWhenRung(context, log));
	const { document, part } = await saidInAStudy();
	house.rings.length = 0;
	house.context.bus.ring({ kind: 'review', part });
	await expect.poll(() => house.rings.filter(({ kind }) => kind === 'told')).toHaveLength(1);
	const rows = await house.db.select().from(notification);
	expect(rows.filter(({ documentId }) => documentId === document)).toHaveLength(1);
	for (const close of nodes) await close();
});
