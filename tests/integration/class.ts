import { listGroups, listGroupTexts } from '#db/queries/run-groups.ts';
import { putDesign } from '#db/queries/assignments.ts';
import { NO_DESIGN, type AssignmentDesign } from '#domain/assignments.ts';
import type { Content } from '#domain/content/schema.ts';
import type { Actor } from '#domain/facts.ts';
import { createDocument } from '#server/documents.ts';
import { addGroup, addPerson, placePerson } from '#server/run-groups.ts';
import { beginRun, type NewRun } from '#server/runs.ts';
import { writeAs } from '#server/writing.ts';
import { addMember, addWerkplaats } from './builders.ts';
import { openTestHouse, type TestHouse } from './house.ts';

const DESIGN: AssignmentDesign = {
	...NO_DESIGN,
	rubric: [
		{ title: 'Perspectieven', levels: ['onvoldoende', 'voldoende', 'goed'] },
		{ title: 'Onderbouwing', levels: ['onvoldoende', 'goed'] }
	],
	questions: ['Wat is sterk?', 'Wat mist er?']
};

export type ClassGroup = { id: string; name: string; part: string; members: Actor[] };

/** An assignment that a teacher gave to a class, and the groups that work on it. */
export type Class = {
	house: TestHouse;
	werkplaats: string;
	teacher: Actor;
	document: string;
	run: string;
	groups: ClassGroup[];
	/** Somebody writes, in the place of what their group had. */
	write(by: Actor, group: ClassGroup, ...lines: string[]): Promise<void>;
};

/** A place where assignments are given. */
export async function openSchool(): Promise<Pick<Class, 'house' | 'werkplaats' | 'teacher'>> {
	const house = await openTestHouse();
	const slug = 'school';
	const werkplaats = await addWerkplaats(house.db, { slug });
	const teacher = await addMember(house.db, werkplaats, 'teacher', { name: 'Docent Dijkstra' });
	return { house, werkplaats, teacher };
}

/** Gives an assignment anew; what the test does not name is a class without deadlines. */
export async function openClass(
	{ house, werkplaats, teacher }: Pick<Class, 'house' | 'werkplaats' | 'teacher'>,
	{
		groups: sizes,
		design = DESIGN,
		...terms
	}: Partial<NewRun> & { groups: number[]; design?: AssignmentDesign }
): Promise<Class> {
	const { context, db } = house;
	const title = 'Vier perspectieven';
	const document = await createDocument(context, teacher, {
		werkplaats: 'school',
		kind: 'assignment',
		title
	});
	await putDesign(db, document, design);
	const run = await beginRun(context, teacher, document, {
		...{ kind: 'class', title, formation: 'by_hand', groupSize: 4, reviews: 0 },
		...{ dueAt: null, closesAt: null, isAnonymous: false, isPrivate: false, code: null },
		...terms
	});
	const groups: ClassGroup[] = [];
	for (const [nth, size] of sizes.entries()) {
		const name = `Groep ${nth + 1}`;
		await addGroup(context, teacher, run, name);
		const row = (await listGroups(db, run)).at(-1);
		const [text] = row ? await listGroupTexts(db, [row.id]) : [];
		if (!row || !text) throw new Error('a group without a text');
		const members: Actor[] = [];
		for (let one = 1; one <= size; one += 1) {
			const student = await addMember(db, werkplaats, 'student', {
				name: `Student ${nth + 1}.${one}`
			});
			await addPerson(context, teacher, run, student.id);
			await placePerson(context, teacher, run, { person: student.id, group: row.id });
			members.push(student);
		}
		groups.push({ id: row.id, name, part: text.partId, members });
	}
	const write = (by: Actor, { part }: ClassGroup, ...lines: string[]) =>
		writeAs(context, by, part, textOf(lines));
	return { house, werkplaats, teacher, document, run, groups, write };
}

function textOf(lines: readonly string[]): Content {
	const content = lines.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] }));
	return { type: 'doc', content };
}
