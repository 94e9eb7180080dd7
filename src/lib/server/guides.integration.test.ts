import { afterAll, beforeAll, expect, test } from 'vitest';
import { plainText } from '#domain/content/text.ts';
import type { Content } from '#domain/content/schema.ts';
import { NotAllowed, NotFound } from '#domain/errors.ts';
import type { Actor } from '#domain/facts.ts';
import type { PartKind } from '#domain/kinds.ts';
import { addGrant, addMember, addWerkplaats } from '#tests/integration/builders.ts';
import { openTestHouse, type TestHouse } from '#tests/integration/house.ts';
import { openDesign, replaceDesign } from './assignments.ts';
import { changeDocument } from './document-changes.ts';
import { createDocument, findDocuments, openDocument } from './documents.ts';
import { EXPORT_FORMATS, exportDocument } from './export.ts';
import { beginGuide } from './guides.ts';
import { presentInDocuments } from './live.ts';
import { admitToPart, organisationNames, partsToAdmit, readTexts } from './parts.ts';
import { readableParts } from './passages.ts';
import { previewTemplate } from './templates.ts';
import { openVariant, takeOver } from './variants.ts';
import { writeAs } from './writing.ts';

const SECRET = 'kastanjeboomgaard';
let house: TestHouse;
let here: string;
let there: string;
let teacher: Actor;
let lector: Actor;
/** Whoever may read the assignment, and is not who guides it. */
let readers: Record<string, Actor>;
let id: string;
let guide: string;

const doc = (words: string): Content => ({
	type: 'doc',
	content: [{ type: 'paragraph', content: [{ type: 'text', text: words }] }]
});

beforeAll(async () => {
	house = await openTestHouse();
	const { db, context } = house;
	here = await addWerkplaats(db, { slug: 'here' });
	there = await addWerkplaats(db, { slug: 'there' });
	teacher = await addMember(db, here, 'teacher');
	lector = await addMember(db, here, 'lector');
	readers = {
		student: await addMember(db, here, 'student'),
		professional: await addMember(db, here, 'professional'),
		'a teacher elsewhere': await addMember(db, there, 'teacher'),
		'who was asked to comment': await addMember(db, here, 'citizen'),
		'who supports nationally': await addMember(db, null, 'national')
	};
	id = await begin('Tien minuten');
	guide = await sheetOf(teacher, id);
	await writeAs(context, teacher, guide, doc(`Let op de ${SECRET}.`));
	const personId = readers['who was asked to comment']!.id;
	await addGrant(db, { documentId: id, grantedBy: teacher.id, personId, level: 'comment' });
});
afterAll(() => house.close());

async function begin(title: string): Promise<string> {
	const input = { werkplaats: here, kind: 'assignment', sensitivity: 'open', title } as const;
	return createDocument(house.context, teacher, input);
}

async function sheetOf(actor: Actor, document: string): Promise<string> {
	const { parts } = await openDocument(house.context, actor, document);
	return parts.find(({ kind }) => kind === 'guide')!.id;
}

async function textOf(actor: Actor, document: string, kind: PartKind): Promise<string> {
	const { parts } = await openDocument(house.context, actor, document);
	const texts = await readTexts(house.context, parts);
	const part = parts.find((one) => one.kind === kind);
	return plainText(texts.get(part?.id ?? '') ?? {});
}

const admission = (actor: Actor, part: string) => {
	const { context } = house;
	const facts = {
		part: async (wanted: string) => (await partsToAdmit(context, [wanted])).get(wanted),
		organisationName: async (wanted: string) =>
			(await organisationNames(context, [wanted])).get(wanted)
	};
	return admitToPart(facts, actor, part);
};

test('who may change an assignment reads and writes its guide’s sheet', async () => {
	expect(await textOf(teacher, id, 'guide')).toContain(SECRET);
	expect(await textOf(lector, id, 'guide')).toContain(SECRET);
	expect(await admission(teacher, guide)).toMatchObject({ mayWrite: true });
});

test('who reads an assignment gets nothing of its guide’s sheet: not its part, text, words or people', async () => {
	const { context, db } = house;
	const at = { person: teacher.id, name: teacher.name, writing: true };
	context.presence.set(guide, [at]);
	expect([...(await presentInDocuments(context, lector, [id]))]).toEqual([[id, [at]]]);
	for (const [who, actor] of Object.entries(readers)) {
		const opened = await openDocument(context, actor, id);
		expect(
			opened.parts.map(({ kind }) => kind),
			who
		).toEqual(['text']);
		expect(JSON.stringify(opened), who).not.toContain(SECRET);
		await expect(admission(actor, guide), who).rejects.toThrow(NotFound);
		expect([...(await readableParts(db, actor, [guide], context.now()))], who).toEqual([]);
		expect([...(await presentInDocuments(context, actor, [id]))], who).toEqual([]);
		for (const format of EXPORT_FORMATS) {
			const { body } = await exportDocument(context, actor, id, format);
			expect(body, `${who}, ${format}`).not.toContain(SECRET);
			expect(body, `${who}, ${format}`).not.toContain(guide);
		}
		expect(await findDocuments(context, actor, { q: SECRET }), who).toEqual([]);
		await expect(beginGuide(context, actor, id), who).rejects.toThrow(NotAllowed);
	}
});

test('to who has nothing to do with an assignment there is none, nor a sheet', async () => {
	const { context, db } = house;
	const guest = await addMember(db, there, 'guest');
	await expect(openDocument(context, guest, id)).rejects.toThrow(NotFound);
	await expect(admission(guest, guide)).rejects.toThrow(NotFound);
	await expect(beginGuide(context, guest, id)).rejects.toThrow(NotFound);
});

test('a file goes on to who takes part: it leaves the sheet out for who guides too', async () => {
	for (const format of EXPORT_FORMATS) {
		const { body } = await exportDocument(house.context, teacher, id, format);
		expect(body).not.toContain(SECRET);
	}
});

test('a search for a word of the sheet finds nothing, also for who may read it', async () => {
	expect(await findDocuments(house.context, teacher, { q: SECRET })).toEqual([]);
	const found = await findDocuments(house.context, teacher, { q: 'Tien minuten' });
	expect(found.map((one) => one.id)).toContain(id);
	expect(JSON.stringify(found)).not.toContain(SECRET);
});

test('a template of an assignment is made of its text', async () => {
	const preview = await previewTemplate(house.context, lector, here, id);
	expect(JSON.stringify(preview)).not.toContain(SECRET);
});

test('when it stands still, the sheet is read by who guides, and by nobody else', async () => {
	const { context } = house;
	const final = await begin('Tot hier');
	for (const state of ['in_review', 'final', 'published'] as const) {
		await changeDocument(context, teacher, final, { state });
	}
	const { parts } = await openDocument(context, teacher, final);
	expect(parts.map(({ kind, ability }) => [kind, ability])).toEqual([
		...[
			['text', 'view'],
			['guide', 'view']
		]
	]);
	const seen = await openDocument(context, readers['a teacher elsewhere']!, final);
	expect(seen.parts.map(({ kind }) => kind)).toEqual(['text']);
});

test('an assignment without a sheet gets one, once, however many press', async () => {
	const { context, sql } = house;
	const bare = await begin('Zonder blad');
	await sql`delete from part where document_id = ${bare} and kind = 'guide'`;
	await expect(beginGuide(context, readers.student!, bare)).rejects.toThrow(NotAllowed);
	const begun = await Promise.all(
		[teacher, lector, teacher, lector].map((actor) => beginGuide(context, actor, bare))
	);
	expect(new Set(begun).size).toBe(1);
	expect(await sheetOf(teacher, bare)).toBe(begun[0]);
	const [{ count }] = await sql<[{ count: string }]>`
		select count(*) from event where document_id = ${bare} and name = 'guide.begun'`;
	expect(Number(count)).toBe(1);
	expect((await openDocument(context, readers.student!, bare)).parts).toHaveLength(1);
});

test('a variant takes rounds, rubric and questions over, and the sheet only for who edits the origin', async () => {
	const { context, db } = house;
	const design = {
		steps: [],
		rubric: [{ title: 'Luistert', levels: ['nee', 'ja'] }],
		questions: ['Wat viel op?']
	};
	await replaceDesign(context, teacher, id, design);
	const outside = readers['a teacher elsewhere']!;
	const into = { werkplaats: there, title: 'Bij ons', why: 'Andere straten' };
	const theirs = await takeOver(context, outside, id, into);
	expect(await openDesign(context, outside, theirs)).toEqual(design);
	const sheet = await textOf(outside, theirs, 'guide');
	expect(sheet).not.toContain(SECRET);
	expect(sheet).toContain('Zo begeleid je het');
	expect(JSON.stringify(await openVariant(context, outside, theirs))).not.toContain(SECRET);

	const both = await addMember(db, there, 'teacher');
	both.memberships.push({ werkplaats: here, function: 'teacher', organisation: null });
	const own = await takeOver(context, both, id, into);
	expect(await textOf(both, own, 'guide')).toContain(SECRET);
	expect(await sheetOf(both, own)).not.toBe(guide);
	// What is changed in the one, is not in the other.
	await replaceDesign(context, both, own, { ...design, questions: [] });
	expect(await openDesign(context, teacher, id)).toEqual(design);
});
