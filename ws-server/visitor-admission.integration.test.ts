import { afterAll, beforeAll, expect, test } from 'vitest';
import { part } from '#db/schema/documents.ts';
import { createDocument } from '#server/documents.ts';
import { SESSION_COOKIE } from '#server/session.ts';
import { beginRound, endWorkshop } from '#server/workshop-rounds.ts';
import { addMember } from '#tests/integration/builders.ts';
import { TRANSPORTS, type Transport } from '#tests/live/client.ts';
import { openDoor, type TestDoor } from '#tests/live/door.ts';
import { openHall, type Gathering, type Hall, type Visitor } from '#tests/workshop/hall.ts';

let hall: Hall;
let door: TestDoor;
let gathering: Gathering;
let visitor: Visitor;
/** What their own group writes. */
let own: string;
beforeAll(async () => {
	hall = await openHall();
	const { context, house, teacher, werkplaats } = hall;
	door = await openDoor(context);
	const lector = await addMember(house.db, werkplaats, 'lector');
	for (const kind of ['study', 'case', 'assignment', 'question'] as const) {
		const given = { werkplaats, kind, title: `Een ${kind}`, sensitivity: 'open' } as const;
		await createDocument(context, lector, given);
	}
	gathering = await hall.begin();
	const other = await hall.begin();
	visitor = await gathering.visitor('Mieke', gathering.groups[0]);
	for (const { run } of [gathering, other]) await beginRound(context, teacher, run, 1);
	own = await gathering.partOf(visitor);
});
afterAll(async () => {
	await door.close();
	await hall.house.close();
});

const enter = (id: string, over: Transport) => {
	const headers = { cookie: `${SESSION_COOKIE(true)}=${visitor.session}` };
	return door.enter(id, undefined, { headers, over });
};

test.each(TRANSPORTS)(
	'over %s a visitor is let into no text but that of their own group',
	async (over) => {
		const parts = await hall.house.db.select({ id: part.id, kind: part.kind }).from(part);
		// Of every kind: shared texts and lessons, voices, the sheet of who guides, and what other groups write.
		const kinds = new Set(parts.map(({ kind }) => kind));
		expect([...kinds].sort()).toEqual(['guide', 'lessons', 'text', 'voice', 'work']);
		for (const { id } of parts) {
			const client = await enter(id, over);
			if (id === own) {
				await expect.poll(() => client.provider.synced, { timeout: 5000 }).toBe(true);
			} else {
				await expect.poll(client.code, { timeout: 5000 }).toBe(4404);
				expect(client.text()).toBe('');
			}
			client.close();
		}
	}
);

test('when the visit is over nobody is let in any more', async () => {
	const { context, house, teacher } = hall;
	await endWorkshop(context, teacher, gathering.run);
	const reads = await enter(own, 'websocket');
	await expect.poll(() => reads.provider.synced, { timeout: 5000 }).toBe(true);
	house.pass(25 * 60 * 60 * 1000);
	// Another node, that knows nothing of them.
	const other = await openDoor(context);
	const headers = { cookie: `${SESSION_COOKIE(true)}=${visitor.session}` };
	const late = await other.enter(own, undefined, { headers });
	await expect.poll(late.code, { timeout: 5000 }).toBe(4401);
	await other.close();
});
