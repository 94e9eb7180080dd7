import { afterAll, expect, test } from 'vitest';
import { themeQuestion } from '#db/schema/network.ts';
import { NotFound } from '#domain/errors.ts';
import type { Actor } from '#domain/facts.ts';
import {
	addDocument,
	addGrant,
	addMember,
	addPerson,
	addTheme,
	addWerkplaats
} from '#tests/integration/builders.ts';
import { openTestHouse } from '#tests/integration/house.ts';
import {
	listBeginnings,
	listNetwork,
	listOwnWerkplaatsen,
	listThemesWithWork,
	openNetwork
} from './network.ts';
import { openTheme } from './theme.ts';
import { openWerkplaats } from './werkplaats.ts';

const house = await openTestHouse();
const { context, db } = house;
afterAll(() => house.close());

const here = await addWerkplaats(db, { slug: 'here', name: 'Here' });
const elsewhere = await addWerkplaats(db, { slug: 'elsewhere', name: 'Elsewhere' });
const theme = await addTheme(db, { slug: 'loneliness', nameNl: 'Eenzaamheid' });
for (const werkplaatsId of [here, elsewhere]) {
	const question = 'Who rings the bell here?';
	await db.insert(themeQuestion).values({ themeId: theme, werkplaatsId, question });
}
const member = await addMember(db, here, 'researcher');
const guest = await addMember(db, here, 'guest');
const left: Actor = { ...guest, id: await addPerson(db), memberships: [] };
const study = await addDocument(db, { werkplaatsId: here, createdBy: member.id, themes: [theme] });
await addDocument(db, { werkplaatsId: here, createdBy: member.id, themes: [theme] });
const grantedBy = member.id;
await addGrant(db, { documentId: study.id, personId: guest.id, level: 'view', grantedBy });

test('a member looks into every werkplaats, and reads what each asks itself', async () => {
	expect((await listNetwork(context, member)).werkplaatsen).toHaveLength(2);
	expect((await openNetwork(context, member)).werkplaatsen).toHaveLength(2);
	const { elsewhere: places, corners } = await openTheme(context, member, 'loneliness');
	expect(places.map((place) => place.question)).toEqual(Array(2).fill('Who rings the bell here?'));
	expect(corners).toEqual({ practice: 0, research: 2, education: 0 });
});

test.each([
	['a guest', guest, 1],
	['who left', left, 0]
] as const)(
	'%s sees no werkplaats, but the themes, with what was shared',
	async (_, actor, work) => {
		expect((await listNetwork(context, actor)).werkplaatsen).toEqual([]);
		const { werkplaatsen, themes, meter } = await openNetwork(context, actor);
		expect({ werkplaatsen, themes }).toEqual({ werkplaatsen: [], themes: [] });
		expect(meter.corners).toEqual({ practice: 0, research: work, education: 0 });
		expect(await listOwnWerkplaatsen(context, actor)).toEqual([]);
		expect(await listBeginnings(context, actor)).toEqual([]);
		await expect(openWerkplaats(context, actor, 'here')).rejects.toBeInstanceOf(NotFound);
		const corners = { practice: 0, research: work, education: 0 };
		expect(await openTheme(context, actor, 'loneliness')).toMatchObject({ elsewhere: [], corners });
		expect(await listThemesWithWork(context, actor)).toMatchObject([
			{ name: { nl: 'Eenzaamheid' }, corners, werkplaatsen: work }
		]);
	}
);
