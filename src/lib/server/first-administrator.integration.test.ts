import { afterAll, expect, test } from 'vitest';
import { openTestHouse } from '#tests/integration/house.ts';
import { addWerkplaats } from '#tests/integration/builders.ts';
import { Conflict, Invalid } from '#domain/errors.ts';
import { whoAsks } from './credentials.ts';
import { makeFirstAdministrator } from './first-administrator.ts';
import { isEmpty } from './installation.ts';

const house = await openTestHouse();
const { context, db } = house;
afterAll(() => house.close());

const first = {
	name: 'Anne Klaver',
	email: 'anne@wisselwerking.example',
	password: 'a long road to the sea',
	language: 'nl' as const,
	werkplaats: null
};

test('of two visitors of an empty installation at the same moment one becomes its administrator', async () => {
	const place = await addWerkplaats(db, { slug: 'twente' });
	expect(await isEmpty(context)).toBe(true);
	const weak = { ...first, password: 'wachtwoord123' };
	await expect(makeFirstAdministrator(context, weak)).rejects.toBeInstanceOf(Invalid);

	const both = await Promise.allSettled([
		makeFirstAdministrator(context, { ...first, werkplaats: 'twente' }),
		makeFirstAdministrator(context, { ...first, werkplaats: place, email: 'b@a.example' })
	]);
	const made = both.filter((one) => one.status === 'fulfilled');
	const refused = both.filter((one) => one.status === 'rejected');
	expect(made).toHaveLength(1);
	expect(refused[0]?.reason).toEqual(new Conflict('already_begun'));
	expect(await house.sql`select id from person`).toHaveLength(1);

	const asker = await whoAsks(context, { session: made[0]!.value });
	expect(asker?.actor).toMatchObject({
		administrator: true,
		memberships: [{ werkplaats: place, function: 'coordinator' }]
	});
	expect(await isEmpty(context)).toBe(false);
	const third = { ...first, email: 'c@a.example' };
	await expect(makeFirstAdministrator(context, third)).rejects.toBeInstanceOf(Conflict);
});
