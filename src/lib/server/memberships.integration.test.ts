import { afterAll, expect, test } from 'vitest';
import {
	addMember,
	addMembership,
	addOrganisation,
	addPerson,
	addWerkplaats
} from '#tests/integration/builders.ts';
import { openTestHouse } from '#tests/integration/house.ts';
import { Conflict, Invalid, NotAllowed, NotFound } from '#domain/errors.ts';
import { actorOf } from './credentials.ts';
import { changeMembership, endMembership, listMembers } from './memberships.ts';

const house = await openTestHouse();
const { context, db } = house;
afterAll(() => house.close());

async function place() {
	const id = await addWerkplaats(db);
	return { id, coordinator: await addMember(db, id, 'coordinator') };
}

const seatOf = async (personId: string): Promise<string> =>
	(await house.sql`select id from membership where person_id = ${personId}`)[0]!.id;

test('a membership that ends takes its rights along at once, and rings for it', async () => {
	const { id, coordinator } = await place();
	const student = await addMember(db, id, 'student');
	await endMembership(context, coordinator, await seatOf(student.id));
	expect((await actorOf(context, student, context.now())).memberships).toEqual([]);
	expect(house.rings.at(-1)).toEqual({ kind: 'access', people: [student.id] });
	const { members } = await listMembers(context, coordinator, id);
	expect(members.map((member) => member.person.id)).toEqual([coordinator.id]);
});

test('the last coordinator stays, also when two leave at the same moment', async () => {
	const { id, coordinator } = await place();
	const own = await seatOf(coordinator.id);
	const last = new Conflict('last_coordinator');
	await expect(endMembership(context, coordinator, own)).rejects.toEqual(last);
	const asLector = { id: own, function: 'lector' as const, organisation: null, until: null };
	await expect(changeMembership(context, coordinator, asLector)).rejects.toEqual(last);

	const other = await addMember(db, id, 'coordinator');
	const otherSeat = await seatOf(other.id);
	const both = await Promise.allSettled([
		endMembership(context, coordinator, own),
		endMembership(context, other, otherSeat)
	]);
	expect(both.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected']);
});

test('an administrator can end the last coordinator', async () => {
	const { coordinator } = await place();
	const administrator = await addMember(db, null, 'national', { administrator: true });
	await endMembership(context, administrator, await seatOf(coordinator.id));
});

test('a change of function, organisation and end is what the list shows', async () => {
	const { id, coordinator } = await place();
	const student = await addMember(db, id, 'student');
	const organisation = await addOrganisation(db, { name: 'Saxion' });
	const until = new Date(context.now().getTime() + 1000);
	const change = { id: await seatOf(student.id), function: 'researcher' as const };
	await changeMembership(context, coordinator, { ...change, organisation, until });
	const { members } = await listMembers(context, coordinator, id);
	expect(members.find((member) => member.person.id === student.id)).toMatchObject({
		function: 'researcher',
		organisation: { name: 'Saxion' },
		until
	});
	const nowhere = { ...change, organisation: crypto.randomUUID(), until: null };
	await expect(changeMembership(context, coordinator, nowhere)).rejects.toBeInstanceOf(Invalid);
});

test('members see each other, but addresses are for who manages them', async () => {
	const { id, coordinator } = await place();
	const student = await addMember(db, id, 'student');
	const seen = await listMembers(context, student, id);
	expect(seen.members).toHaveLength(2);
	expect(seen.members.every((member) => member.email === null)).toBe(true);
	const managed = await listMembers(context, coordinator, id);
	expect(managed.members.every((member) => member.email !== null)).toBe(true);
});

test('guests, members elsewhere and members without the right change nothing', async () => {
	const { id, coordinator } = await place();
	const seat = await seatOf(coordinator.id);
	const elsewhere = (await place()).coordinator;
	const lector = await addMember(db, id, 'lector');
	const guest = await addMember(db, id, 'guest');
	// As for an id that names nothing: no answer tells that somebody is a member.
	for (const other of [lector, elsewhere, guest]) {
		await expect(endMembership(context, other, seat)).rejects.toBeInstanceOf(NotFound);
	}
	await expect(listMembers(context, guest, id)).rejects.toBeInstanceOf(NotFound);
	await expect(listMembers(context, elsewhere, id)).rejects.toBeInstanceOf(NotAllowed);
});

test('who begins tomorrow is in the list, has no rights yet, and can still be stopped', async () => {
	const { id, coordinator } = await place();
	const personId = await addPerson(db);
	const from = new Date(context.now().getTime() + 24 * 60 * 60 * 1000);
	const later = await addMembership(db, { personId, werkplaatsId: id, function: 'student', from });
	const person = { id: personId, name: 'Later', administrator: false };
	expect((await actorOf(context, person, context.now())).memberships).toEqual([]);
	expect((await listMembers(context, coordinator, id)).members).toHaveLength(2);
	await endMembership(context, coordinator, later);
	expect((await listMembers(context, coordinator, id)).members).toHaveLength(1);
	await expect(endMembership(context, coordinator, later)).rejects.toBeInstanceOf(NotFound);
});
