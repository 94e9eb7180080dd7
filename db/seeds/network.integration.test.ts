import { afterAll, expect, test } from 'vitest';
import { openTestHouse } from '#tests/integration/house.ts';
import { loadNetwork } from './network.ts';

const { db, sql, close } = await openTestHouse();
afterAll(close);

test('the network is loaded once, also by nodes that start together', async () => {
	await Promise.all([loadNetwork(db), loadNetwork(db)]);
	await loadNetwork(db);
	const [count] = await sql`select (select count(*)::int from werkplaats) as werkplaatsen,
		(select count(*)::int from theme) as themes, (select count(*)::int from domain) as domains,
		(select count(*)::int from partner) as partners,
		(select count(*)::int from theme_question) as questions`;
	expect(count).toMatchObject({ werkplaatsen: 15, themes: 17, domains: 5, partners: 17 });
	expect(count!.questions).toBeGreaterThan(30);
});

test('a newer list renews what nobody touched, and leaves alone what an administrator changed', async () => {
	await sql`update vocabulary set version = 0`;
	await sql`update werkplaats set name = 'Onze streek', edited_at = now() where slug = 'twente'`;
	await sql`update werkplaats set name = 'An older name' where slug = 'zuyd'`;
	await sql`update theme set name_nl = 'Alleen zijn', edited_at = now() where slug = 'eenzaamheid'`;
	await sql`update theme set name_nl = 'An older name' where slug = 'mantelzorg'`;
	await loadNetwork(db);
	const names =
		await sql`select name from werkplaats where slug in ('twente', 'zuyd') order by slug`;
	expect(names.map(({ name }) => name)).toEqual(['Onze streek', 'Zuyd']);
	const themes = await sql`select name_nl from theme where slug in ('eenzaamheid', 'mantelzorg')
		order by slug`;
	expect(themes.map((row) => row.name_nl)).toEqual(['Alleen zijn', 'Mantelzorg']);
});

test('an organisation that got another name does not come back under its first', async () => {
	await sql`update vocabulary set version = 1`;
	await sql`update organisation set name = 'Saxion Hogeschool' where name = 'Saxion'`;
	await sql`update vocabulary set version = 1 where name = 'organisations'`;
	await loadNetwork(db);
	expect(await sql`select 1 from organisation where name = 'Saxion'`).toHaveLength(0);
});
