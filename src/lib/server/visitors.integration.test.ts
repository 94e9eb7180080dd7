import { afterAll, beforeAll, expect, test } from 'vitest';
import { NotFound } from '#domain/errors.ts';
import { addMember } from '#tests/integration/builders.ts';
import { type as typeIn } from '#tests/live/client.ts';
import { openDoor } from '#tests/live/door.ts';
import { openHall, type Gathering, type Hall, type Visitor } from '#tests/workshop/hall.ts';
import { binDocument, destroyDocument } from './bin.ts';
import { whoAsks } from './credentials.ts';
import { createDocument } from './documents.ts';
import { exportDocument } from './export.ts';
import { shareDocument } from './grants.ts';
import { presentInDocuments } from './live.ts';
import { listPeople, setAdministrator } from './people.ts';
import { addPerson, takeRole } from './run-groups.ts';
import { openRun } from './runs.ts';
import { SESSION_COOKIE } from './session.ts';
import { sweep } from './sweep.ts';
import { forgetMe, sweepVisitors, workshopOfVisitor } from './visitors.ts';
import { openBoard } from './workshop-board.ts';
import { openFloor } from './workshop-floor.ts';
import { harvest, openHarvest } from './workshop-harvest.ts';
import { beginRound, endWorkshop } from './workshop-rounds.ts';

let hall: Hall;
beforeAll(async () => {
	hall = await openHall();
});
afterAll(() => hall.house.close());

const DAY_MS = 24 * 60 * 60 * 1000;
const NAME = 'Annechien van Oudgaarden';
const WORDS = 'Wij zien een lege bank.';

/** Somebody without an account who wrote something with their group. */
async function write(gathering: Gathering): Promise<Visitor> {
	const { context, teacher } = hall;
	const { run, groups, visitor, partOf } = gathering;
	const who = await visitor(NAME, groups[0]);
	await beginRound(context, teacher, run, 1);
	const door = await openDoor(context);
	const headers = { cookie: `${SESSION_COOKIE(true)}=${who.session}` };
	const client = await door.enter(await partOf(who), undefined, { headers, params: { ack: '1' } });
	await expect.poll(() => client.provider.synced, { timeout: 5000 }).toBe(true);
	typeIn(client, WORDS);
	await expect.poll(client.acked).toBeGreaterThan(1);
	await door.close();
	return who;
}

/** Whether a name stands anywhere in the database. */
async function tablesWith(name: string): Promise<string[]> {
	const { sql } = hall.house;
	const tables = await sql`select table_name from information_schema.tables
		where table_schema = 'public' and table_type = 'BASE TABLE'`;
	const found = await Promise.all(
		tables.map(async ({ table_name }) => {
			const rows =
				await sql`select 1 from ${sql(table_name)} as row where row::text like ${`%${name}%`} limit 1`;
			return rows.length > 0 ? [String(table_name)] : [];
		})
	);
	return found.flat();
}

test('who asks to be forgotten is, at once and everywhere, and what the group wrote stays', async () => {
	const { context, teacher, house } = hall;
	const gathering = await hall.begin();
	const { run, groups, visitor } = gathering;
	const who = await write(gathering);
	const mate = await visitor('Bas', groups[0]);
	await takeRole(context, who.actor, run, 'scribe');
	expect(await tablesWith(NAME)).toEqual(['person']);
	expect(await workshopOfVisitor(context, who.actor)).toBe(run);
	house.rings.length = 0;
	await forgetMe(context, who.actor, run);
	expect(house.rings).toContainEqual(expect.objectContaining({ people: [who.actor.id] }));
	expect(await tablesWith(NAME)).toEqual([]);
	expect(await whoAsks(context, { session: who.session })).toBeNull();
	const floor = await openFloor(context, mate, run);
	expect(floor.group!.members.map(({ name, role }) => [name, role])).toEqual([
		['', null],
		['Bas', null]
	]);
	const seen = [
		floor,
		await openBoard(context, teacher, run),
		await openRun(context, teacher, run),
		await openHarvest(context, teacher, run),
		await exportDocument(context, teacher, hall.assignment, 'json'),
		await presentInDocuments(context, teacher, [hall.assignment])
	];
	expect(JSON.stringify(seen)).not.toContain(NAME);
	expect(JSON.stringify(await openHarvest(context, teacher, run))).toContain(WORDS);
	expect(await openFloor(context, mate, run)).toMatchObject({
		text: { content: { content: [{ content: [{ text: WORDS }] }] } }
	});
});

test('thirty days after the workshop the names of its visitors are gone, and no day before', async () => {
	const { context, teacher, house } = hall;
	const gathering = await hall.begin();
	await write(gathering);
	await endWorkshop(context, teacher, gathering.run);
	house.pass(30 * DAY_MS - 1000);
	await sweep(context);
	expect(await tablesWith(NAME)).toEqual(['person']);
	house.pass(2000);
	expect(await sweep(context)).toMatchObject({ visitors: 1 });
	expect(await tablesWith(NAME)).toEqual([]);
	expect(await sweepVisitors(context)).toBe(0);
	expect(JSON.stringify(await openHarvest(context, teacher, gathering.run))).toContain(WORDS);
});

test('so are those of a workshop that nobody ended, or that was destroyed', async () => {
	const { context, teacher, house } = hall;
	const { visitor } = await hall.begin();
	await visitor('Zonder Einde');
	house.pass(37 * DAY_MS - 1000);
	await sweepVisitors(context);
	expect(await tablesWith('Zonder Einde')).toEqual(['person']);
	house.pass(2000);
	await sweepVisitors(context);
	expect(await tablesWith('Zonder Einde')).toEqual([]);
	const own = await openHall();
	const gone = await own.begin();
	await gone.visitor('Met Alles Weg');
	await binDocument(own.context, own.teacher, own.assignment);
	await destroyDocument(own.context, own.teacher, own.assignment);
	await sweep(own.context);
	expect(await own.house.sql`select name from person where email is null`).toEqual([{ name: '' }]);
	await own.house.close();
	expect(teacher.id).toBeDefined();
});

test('only a visitor is forgotten, and only in their own workshop', async () => {
	const { context, house, werkplaats } = hall;
	const [one, other] = [await hall.begin(), await hall.begin()];
	const who = await one.visitor('Blijft');
	await expect(forgetMe(context, who.actor, other.run)).rejects.toThrow(NotFound);
	const student = await addMember(house.db, werkplaats, 'student', { name: 'Sam' });
	await addPerson(context, hall.teacher, one.run, student.id);
	await expect(forgetMe(context, student, one.run)).rejects.toThrow(NotFound);
	expect(await workshopOfVisitor(context, student)).toBeNull();
	expect(await whoAsks(context, { session: who.session })).toMatchObject({
		actor: { name: 'Blijft' }
	});
});

test('outside their workshop a visitor is nobody: not to be found, shared with, let in or made anything', async () => {
	const { context, house, teacher, werkplaats } = hall;
	const { visitor } = await hall.begin();
	const { actor } = await visitor('Nergens Anders');
	const administrator = await addMember(house.db, werkplaats, 'lector', { administrator: true });
	const people = await listPeople(context, administrator);
	expect(people.map(({ id }) => id)).not.toContain(actor.id);
	const made = setAdministrator(context, administrator, { id: actor.id, administrator: true });
	await expect(made).rejects.toThrow(NotFound);
	const study = await createDocument(context, administrator, {
		...{ werkplaats, kind: 'study', title: 'Een onderzoek' }
	});
	const shared = shareDocument(context, administrator, study, { person: actor.id, level: 'view' });
	await expect(shared).rejects.toMatchObject({ fields: { person: 'unknown' } });
	const { run } = await hall.begin();
	const added = addPerson(context, teacher, run, actor.id);
	await expect(added).rejects.toMatchObject({ fields: { person: 'person_unknown' } });
});

test('what groups wrote becomes one document, which comes from the assignment and names nobody', async () => {
	const { context, teacher, house } = hall;
	const gathering = await hall.begin();
	await write(gathering);
	await expect(harvest(context, teacher, (await hall.begin()).run)).rejects.toMatchObject({
		code: 'nothing_to_harvest'
	});
	const id = await harvest(context, teacher, gathering.run);
	expect(await harvest(context, teacher, gathering.run)).toBe(id);
	const { body } = await exportDocument(context, teacher, id, 'md');
	expect(body).toContain('# Wat zie je?');
	expect(body).toContain('## Groep 1');
	expect(body).toContain(WORDS);
	expect(body).not.toContain('Groep 2');
	expect(body).not.toContain(NAME);
	const [document] =
		await house.sql`select kind, sensitivity, title from document where id = ${id}`;
	expect(document).toEqual({ kind: 'case', sensitivity: 'restricted', title: 'Donderdagmiddag' });
	const relations = await house.sql`select to_id, type from relation where from_id = ${id}`;
	expect(relations).toEqual([{ to_id: hall.assignment, type: 'comes_from' }]);
	expect(await openBoard(context, teacher, gathering.run)).toMatchObject({ harvestId: id });
});

test('behind closed doors who leads learns only how far the groups are', async () => {
	const { context, teacher } = hall;
	const gathering = await hall.begin({ isPrivate: true });
	await write(gathering);
	const board = await openBoard(context, teacher, gathering.run);
	expect(board.texts[0]).toMatchObject({ html: null });
	expect(JSON.stringify(board)).not.toContain('bank');
	for (const open of [openHarvest, harvest]) {
		await expect(open(context, teacher, gathering.run)).rejects.toMatchObject({
			code: 'private_is_not_harvested'
		});
	}
});
