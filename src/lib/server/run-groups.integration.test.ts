import { afterAll, beforeAll, expect, test } from 'vitest';
import { Conflict, Invalid, NotAllowed, NotFound } from '#domain/errors.ts';
import type { Actor } from '#domain/facts.ts';
import { addMember, addWerkplaats } from '#tests/integration/builders.ts';
import { openTestHouse, type TestHouse } from '#tests/integration/house.ts';
import { createDocument } from './documents.ts';
import {
	addFunction,
	addGroup,
	addPerson,
	chooseGroup,
	formAtRandom,
	placePerson,
	removeGroup,
	renameGroup,
	takeRole
} from './run-groups.ts';
import { beginRun, openRun, type NewRun } from './runs.ts';
import { writeAs } from './writing.ts';

let house: TestHouse;
let here: string;
let teacher: Actor;
let students: Actor[];
let assignment: string;

beforeAll(async () => {
	house = await openTestHouse();
	here = await addWerkplaats(house.db);
	teacher = await addMember(house.db, here, 'teacher');
	students = [];
	for (let nth = 0; nth < 7; nth++) students.push(await addMember(house.db, here, 'student'));
	const input = { werkplaats: here, kind: 'assignment', title: 'Een huisbezoek' } as const;
	assignment = await createDocument(house.context, teacher, input);
});
afterAll(() => house.close());

const TERMS: NewRun = {
	...{ kind: 'class', title: 'Klas 2B', formation: 'by_hand', groupSize: 3, code: null },
	...{ dueAt: null, closesAt: null, reviews: 0, isAnonymous: false, isPrivate: false }
};
const asIs = <T>(items: readonly T[]): T[] => [...items];
const begin = async (given: Partial<NewRun> = {}) => {
	const run = await beginRun(house.context, teacher, assignment, { ...TERMS, ...given });
	await addFunction(house.context, teacher, run, 'student');
	return run;
};
const form = (run: string) =>
	formAtRandom(house.context, teacher, run, asIs, (nth) => `Groep ${nth}`);
const groupsOf = async (run: string) => (await openRun(house.context, teacher, run)).groups;

test('everybody with a function is let in once, and nobody else', async () => {
	const run = await begin();
	await addFunction(house.context, teacher, run, 'student');
	const { waiting } = await openRun(house.context, teacher, run);
	expect(waiting.map(({ person }) => person.id).sort()).toEqual(
		students.map(({ id }) => id).sort()
	);
	await expect(
		openRun(house.context, await addMember(house.db, here, 'professional'), run)
	).rejects.toThrow(NotFound);
});

test('chance makes groups of the size that was asked for, that differ by one at most', async () => {
	const run = await begin();
	await form(run);
	expect((await groupsOf(run)).map(({ name, size }) => [name, size])).toEqual([
		['Groep 1', 3],
		['Groep 2', 2],
		['Groep 3', 2]
	]);
	// Who comes later goes where there is least.
	const late = await addMember(house.db, here, 'professional');
	await addPerson(house.context, teacher, run, late.id);
	await form(run);
	expect((await groupsOf(run)).map(({ size }) => size)).toEqual([3, 3, 2]);
});

test('an address without an account is nobody', async () => {
	const run = await begin();
	await expect(
		addPerson(house.context, teacher, run, 'niemand@wisselwerking.example')
	).rejects.toEqual(new Invalid({ person: 'person_unknown' }));
});

test('who takes part sees their own group, and no other', async () => {
	const run = await begin();
	await form(run);
	const [first] = students as [Actor, ...Actor[]];
	const opened = await openRun(house.context, first, run);
	expect(opened.groups.map(({ id }) => id)).toEqual([opened.ownGroup]);
	expect(opened.waiting).toEqual([]);
	expect(opened.code).toBeNull();
});

test('where people choose, a full group takes nobody more, and two can’t take one place', async () => {
	const run = await begin({ formation: 'choose', groupSize: 2 });
	await addGroup(house.context, teacher, run, 'Groep 1');
	const [group] = await groupsOf(run);
	const tries = await Promise.allSettled(
		students.map((student) => chooseGroup(house.context, student, run, group!.id))
	);
	const refused = tries.flatMap((one) => (one.status === 'rejected' ? one.reason : []));
	expect(refused).toHaveLength(students.length - 2);
	expect(new Set(refused.map((error: Conflict) => error.code))).toEqual(new Set(['group_full']));
	expect((await groupsOf(run))[0]?.size).toBe(2);
});

test('a group that wrote something stays; one that did not goes, and who was in it waits', async () => {
	const run = await begin();
	await form(run);
	const [first, second] = await groupsOf(run);
	const [text] = first!.texts;
	const content = {
		type: 'doc',
		content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Wij' }] }]
	};
	await writeAs(house.context, teacher, text!.partId, content);
	await expect(removeGroup(house.context, teacher, run, first!.id)).rejects.toThrow(
		new Conflict('group_has_words')
	);
	await removeGroup(house.context, teacher, run, second!.id);
	const { waiting } = await openRun(house.context, teacher, run);
	expect(waiting).toHaveLength(2);
});

test('a group of another run is not there', async () => {
	const [one, other] = [await begin(), await begin()];
	await addGroup(house.context, teacher, other, 'Groep 1');
	const [foreign] = await groupsOf(other);
	const [student] = students as [Actor, ...Actor[]];
	const place = { person: student.id, group: foreign!.id };
	const rename = { group: foreign!.id, name: 'Anders' };
	await expect(placePerson(house.context, teacher, one, place)).rejects.toThrow(NotFound);
	await expect(renameGroup(house.context, teacher, one, rename)).rejects.toThrow(NotFound);
	await expect(removeGroup(house.context, teacher, one, foreign!.id)).rejects.toThrow(NotFound);
});

test('who takes part arranges nothing', async () => {
	const run = await begin();
	const [student] = students as [Actor, ...Actor[]];
	await expect(addGroup(house.context, student, run, 'Groep 1')).rejects.toThrow(NotAllowed);
	await expect(form(run)).resolves.toBeUndefined();
});

test('one of a group has a role, until another takes it', async () => {
	const run = await begin();
	await form(run);
	const [group] = await groupsOf(run);
	const [one, other] = group!.members;
	const actorOf = (id: string) => students.find((student) => student.id === id)!;
	await takeRole(house.context, actorOf(one!.person.id), run, 'scribe');
	await takeRole(house.context, actorOf(other!.person.id), run, 'scribe');
	const [now] = await groupsOf(run);
	const scribes = now!.members.filter(({ role }) => role === 'scribe');
	expect(scribes.map(({ person }) => person.id)).toEqual([other!.person.id]);
});

test('behind closed doors who leads does not let themselves in', async () => {
	const run = await begin({ isPrivate: true });
	await form(run);
	await addPerson(house.context, teacher, run, teacher.id);
	const [group] = await groupsOf(run);
	const place = { person: teacher.id, group: group!.id };
	await expect(placePerson(house.context, teacher, run, place)).rejects.toThrow(
		new Conflict('private_group')
	);
	expect(group!.texts).toEqual([]);
});
