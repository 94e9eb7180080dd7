import { afterAll, beforeAll, expect, test } from 'vitest';
import { runMember, visitor } from '#db/schema/runs.ts';
import { plainText } from '#domain/content/text.ts';
import { NotFound } from '#domain/errors.ts';
import type { Actor } from '#domain/facts.ts';
import { addMember, addPerson, addWerkplaats } from '#tests/integration/builders.ts';
import { openTestHouse, type TestHouse } from '#tests/integration/house.ts';
import { createDocument } from './documents.ts';
import { relate } from './relations.ts';
import { addPerson as letTakePart } from './run-groups.ts';
import { listMaterials, readMaterials } from './run-materials.ts';
import { beginRun } from './runs.ts';

let house: TestHouse;
let here: string;
let teacher: Actor;
let student: Actor;
let outsider: Actor;
let run: string;
let open: string;
let own: string;

const words = (text: string) => ({
	type: 'doc',
	content: [{ type: 'paragraph', content: [{ type: 'text', text }] }]
});

async function aCase(title: string, sensitivity: 'open' | 'werkplaats' | 'restricted') {
	const input = { werkplaats: here, kind: 'case', title, template: 'lesson', sensitivity } as const;
	const id = await createDocument(house.context, teacher, { ...input, content: words(title) });
	await relate(house.context, teacher, assignment, { to: id, type: 'uses' });
	return id;
}
let assignment: string;

beforeAll(async () => {
	house = await openTestHouse();
	here = await addWerkplaats(house.db);
	teacher = await addMember(house.db, here, 'teacher');
	student = await addMember(house.db, here, 'student');
	outsider = await addMember(house.db, await addWerkplaats(house.db), 'student');
	assignment = await createDocument(house.context, teacher, {
		...{ werkplaats: here, kind: 'assignment', title: 'Een huisbezoek' }
	});
	open = await aCase('Voor iedereen', 'open');
	own = await aCase('Voor hier', 'werkplaats');
	await aCase('Voor wie het kreeg', 'restricted');
	run = await beginRun(house.context, teacher, assignment, {
		...{ kind: 'class', title: 'Klas 2B', formation: 'by_hand', groupSize: 4, code: null },
		...{ dueAt: null, closesAt: null, reviews: 0, isAnonymous: false, isPrivate: false }
	});
	for (const { id } of [student, outsider]) await letTakePart(house.context, teacher, run, id);
});
afterAll(() => house.close());

const idsFor = async (who: Actor) =>
	(await listMaterials(house.context, who, run)).map(({ id, mayOpen }) => ({ id, mayOpen }));

test('who takes part sees what they may read of what the assignment builds on, in its order', async () => {
	expect(await idsFor(student)).toEqual([
		{ id: open, mayOpen: true },
		{ id: own, mayOpen: true }
	]);
	expect(await idsFor(outsider)).toEqual([{ id: open, mayOpen: true }]);
});

test('who came without an account reads what everybody reads, here and not as a document', async () => {
	const id = await addPerson(house.db, { email: null, passwordHash: null, name: 'Fleur' });
	await house.db.insert(visitor).values({ personId: id, runId: run, consentedAt: new Date() });
	const guest: Actor = { id, name: 'Fleur', administrator: false, memberships: [] };
	await letIn(id);
	expect(await idsFor(guest)).toEqual([{ id: open, mayOpen: false }]);
	const [read, ...others] = await readMaterials(house.context, guest, run);
	expect(read && plainText(read.content)).toBe('Voor iedereen');
	expect(others).toEqual([]);
});

test('who does not take part sees nothing, also not of what they may read elsewhere', async () => {
	const other = await addMember(house.db, here, 'student');
	await expect(listMaterials(house.context, other, run)).rejects.toThrow(NotFound);
	await expect(readMaterials(house.context, other, run)).rejects.toThrow(NotFound);
});

async function letIn(personId: string): Promise<void> {
	await house.db.insert(runMember).values({ runId: run, personId, joinedAt: new Date() });
}
