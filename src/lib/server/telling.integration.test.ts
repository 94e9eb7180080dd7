import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { event } from '#db/schema/around.ts';
import { untold, watch } from '#db/schema/told.ts';
import type { Actor } from '#domain/facts.ts';
import {
	addDocument,
	addGrant,
	addMember,
	addPart,
	addQuestion,
	addTheme,
	addWerkplaats
} from '#tests/integration/builders.ts';
import { openClass, openSchool, type Class } from '#tests/integration/class.ts';
import { say } from '#tests/integration/said.ts';
import { told as toldOf } from '#tests/integration/told.ts';
import { changeDocument } from './document-changes.ts';
import { recordEvent } from './events.ts';
import { shareDocument } from './grants.ts';
import { countUnread, markRead } from './inbox.ts';
import { relate } from './relations.ts';
import { allocateReviews, openFeedback, saveFeedback } from './reviews.ts';
import { openWork } from './class-work.ts';
import { handIn } from './submissions.ts';
import { tellAll } from './telling.ts';

let school: Pick<Class, 'house' | 'werkplaats' | 'teacher'>;
let here: string;
let owner: Actor;
let reader: Actor;
let other: Actor;

beforeAll(async () => {
	school = await openSchool();
	const { db } = school.house;
	here = await addWerkplaats(db);
	owner = await addMember(db, here, 'lector', { name: 'Owner' });
	reader = await addMember(db, here, 'researcher', { name: 'Reader' });
	other = await addMember(db, here, 'researcher', { name: 'Other' });
});
afterAll(() => school.house.close());

const told = (document: string) => toldOf(school.house, document);
const aStudy = (given = {}) =>
	addDocument(school.house.db, { werkplaatsId: here, createdBy: owner.id, ...given });
const watchIt = (person: Actor, what: Partial<typeof watch.$inferInsert>) =>
	school.house.db.insert(watch).values({ personId: person.id, since: new Date(), ...what });

test('a thread tells who has a hand in the document; an answer tells who is in the thread', async () => {
	const { id: document, part } = await aStudy();
	const thread = await say(school.house, reader, 'Klopt dit?', { document, part });
	expect(await told(document)).toEqual(['Owner: thread.started by Reader, updates']);
	await say(school.house, owner, 'Ja.', { document, part, thread });
	expect(await told(document)).toEqual(['Reader: comment.added by Owner, mine']);
	await say(school.house, other, 'Nee.', { document, part, thread });
	expect((await told(document)).sort()).toEqual([
		'Owner: comment.added by Other, mine',
		'Reader: comment.added by Other, mine'
	]);
});

test('who is called by name hears that alone', async () => {
	const { id: document, part } = await aStudy();
	const body = [{ text: 'Kijk jij, ' }, { person: owner.id }, { text: '?' }];
	await say(school.house, reader, body, { document, part, assignee: other.id });
	expect((await told(document)).sort()).toEqual([
		'Other: thread.assigned by Reader, mine',
		'Owner: comment.mentioned by Reader, mine'
	]);
});

test('nobody is told of what they may not read, also when they are called by name', async () => {
	const outsider = await addMember(
		school.house.db,
		await addWerkplaats(school.house.db),
		'researcher'
	);
	const { id: document } = await aStudy({ kind: 'case', blind: true, sensitivity: 'restricted' });
	const voice = await addPart(school.house.db, {
		documentId: document,
		kind: 'voice',
		perspective: 'citizen'
	});
	await addGrant(school.house.db, {
		...{ documentId: document, partId: voice, personId: reader.id },
		...{ level: 'edit', grantedBy: owner.id }
	});
	for (const called of [outsider, owner, other]) await watchIt(called, { documentId: document });
	const body = [outsider, owner, other].map(({ id }) => ({ person: id }));
	await say(school.house, reader, body, { document, part: voice });
	expect(await told(document)).toEqual([]);
});

test('who watches the document, its theme or its werkplaats follows it, and who mutes it does not', async () => {
	const { db, context } = school.house;
	const theme = await addTheme(db);
	const place = await addWerkplaats(db);
	const owner = await addMember(db, place, 'lector', { name: 'Owner' });
	const { id: document } = await aStudy({
		themes: [theme],
		werkplaatsId: place,
		createdBy: owner.id
	});
	const [byTheme, byPlace, mutes] = await Promise.all(
		['ByTheme', 'ByPlace', 'Mutes'].map((name) => addMember(db, place, 'researcher', { name }))
	);
	await watchIt(byTheme!, { themeId: theme });
	await watchIt(byPlace!, { werkplaatsId: place });
	await watchIt(mutes!, { werkplaatsId: place });
	await watchIt(mutes!, { documentId: document, muted: true });
	await changeDocument(context, owner, document, { state: 'in_review' });
	expect((await told(document)).sort()).toEqual([
		'ByPlace: document.change_state by Owner, updates',
		'ByTheme: document.change_state by Owner, updates'
	]);
	const { part } = { part: await addPart(db, { documentId: document }) };
	await say(school.house, owner, [{ person: mutes!.id }], { document, part });
	expect(await told(document)).toContain('Mutes: comment.mentioned by Owner, mine');
});

test('what somebody is given tells them, and not what they give themselves', async () => {
	const { id: document } = await aStudy();
	await shareDocument(school.house.context, owner, document, {
		person: other.id,
		level: 'comment'
	});
	expect(await told(document)).toEqual(['Other: document.shared by Owner, mine']);
});

test('a question tells who asked it that it is taken up and answered, not by whom', async () => {
	const { db, context } = school.house;
	const question = await addQuestion(db, { werkplaatsId: here, createdBy: reader.id });
	const { id: study } = await aStudy({ sensitivity: 'restricted' });
	await relate(context, owner, study, { to: question, type: 'answers' });
	expect(await told(question)).toEqual(['Reader: question.taken_up by null, mine']);
	await changeDocument(context, owner, study, { state: 'in_review' });
	expect(await told(question)).toEqual([]);
	await changeDocument(context, owner, study, { state: 'final' });
	expect(await told(question)).toEqual(['Reader: question.answered by null, mine']);
});

test('feedback tells the group whose work it is about, of an anonymous look not by whom', async () => {
	const opened = await openClass(school, { groups: [1, 1, 1], reviews: 1, isAnonymous: true });
	const { context } = school.house;
	const [one, two, three] = opened.groups;
	for (const group of opened.groups) {
		await opened.write(group.members[0]!, group, 'Ons werk.');
		await handIn(context, group.members[0]!, opened.run);
	}
	await told(opened.document);
	await allocateReviews(context, opened.teacher, opened.run, (items) => [...items]);
	expect(await told(opened.document)).toHaveLength(3);
	for (const group of [one!, two!, three!]) {
		const [by] = group.members;
		const [task] = (await openWork(context, by!, opened.run, group.id)).toReview;
		const { revision } = await openFeedback(context, by!, task!.id);
		const said = { marks: [], answers: [], remarks: 'Mooi.' };
		await saveFeedback(context, by!, task!.id, { ...said, revision, give: true });
	}
	const heard = (await told(opened.document)).sort();
	const [student] = one!.members;
	expect(await countUnread(context, student!)).toMatchObject({ mine: 3 });
	// Who opens the run has seen it; that of another stays.
	await markRead(context, student!, { run: randomUUID() });
	expect(await countUnread(context, student!)).toMatchObject({ mine: 3 });
	await markRead(context, student!, { run: opened.run });
	expect(await countUnread(context, student!)).toMatchObject({ mine: 0 });
	expect(heard).toEqual(
		['Student 1.1', 'Student 2.1', 'Student 3.1'].map(
			(name) => `${name}: run.feedback_given by null, mine`
		)
	);
});

test('many who tell at once tell each event once, and the bell rings', async () => {
	const { house } = school;
	const { id: document, part } = await aStudy();
	for (let nth = 0; nth < 12; nth += 1)
		await say(house, reader, `Nummer ${nth}`, { document, part });
	house.rings.length = 0;
	const counts = await Promise.all(Array.from({ length: 5 }, () => tellAll(house.context)));
	expect(counts.reduce((sum, count) => sum + count, 0)).toBe(12);
	expect(await told(document)).toEqual([]);
	expect(house.rings.filter(({ kind }) => kind === 'told')).toHaveLength(12);
	expect(await house.db.select().from(untold)).toEqual([]);
});

test('a thread that was taken away since tells nobody, and a rolled back step leaves nothing to tell', async () => {
	const { house } = school;
	const { id: document, part } = await aStudy();
	const thread = await say(house, reader, 'Weg ermee', { document, part });
	await house.sql`delete from thread where id = ${thread}`;
	expect(await told(document)).toEqual([]);
	const broken = house.db.transaction(async (tx) => {
		await recordEvent(tx, { name: 'document.created', documentId: document, actorId: reader.id });
		throw new Error('no');
	});
	await expect(broken).rejects.toThrow('no');
	expect(await house.db.select().from(untold)).toEqual([]);
});

test('what can not be told is left, and keeps nothing else waiting', async () => {
	const { house } = school;
	const { id: document, part } = await aStudy();
	const details = { thread: 'no id at all', comment: randomUUID(), part };
	await recordEvent(house.db, {
		name: 'comment.added',
		actorId: reader.id,
		documentId: document,
		details
	});
	await say(house, reader, 'Dit wel.', { document, part });
	await expect(tellAll(house.context)).rejects.toThrow('1 events were not told');
	const rows = await house.sql`select name from notification where document_id = ${document}`;
	expect(rows).toEqual([{ name: 'thread.started' }]);
	expect(await house.db.select().from(untold)).toHaveLength(1);
	await house.db.delete(untold);
	expect(await house.db.select({ id: event.id }).from(event)).not.toEqual([]);
});
