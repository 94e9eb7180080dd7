import { afterAll, beforeAll, expect, test } from 'vitest';
import { contentUpdate } from '#domain/content/yjs.ts';
import { appendUpdate } from '#db/queries/updates.ts';
import { READER_ITEMS, type VersionPurpose } from '#domain/case-versions.ts';
import type { Content } from '#domain/content/schema.ts';
import { plainText } from '#domain/content/text.ts';
import { NotAllowed, NotFound } from '#domain/errors.ts';
import type { Actor } from '#domain/facts.ts';
import { addGrant, addMember, addTheme, addWerkplaats } from '#tests/integration/builders.ts';
import { openTestHouse, type TestHouse } from '#tests/integration/house.ts';
import { listVersions, makeVersion } from './case-versions.ts';
import { describeCase, openedCase, revealVoices } from './cases.ts';
import { sayClosing } from './closings.ts';
import { changeDocument, type DocumentPatch } from './document-changes.ts';
import { createDocument, findDocuments, openDocument } from './documents.ts';
import { destroyDocument, binDocument, restoreDocument } from './bin.ts';
import { listSharing, shareDocument, unshareDocument } from './grants.ts';
import { addMoment } from './moments.ts';
import { openVersion } from './opened-version.ts';
import { readTexts } from './parts.ts';
import { openTheme } from './theme.ts';
import { answerVersion, excuseVoice, readAlong } from './version-checks.ts';
import { addVoice, giveVoice, takeVoice } from './voices.ts';
import { writeAs } from './writing.ts';

let house: TestHouse;
let werkplaats: string;
let coordinator: Actor;
let professional: Actor;
let citizen: Actor;
let lector: Actor;
let student: Actor;
let elsewhere: Actor;

beforeAll(async () => {
	house = await openTestHouse();
	werkplaats = await addWerkplaats(house.db);
	coordinator = await addMember(house.db, werkplaats, 'coordinator', { name: 'Anne' });
	professional = await addMember(house.db, werkplaats, 'professional', { name: 'Joost' });
	citizen = await addMember(house.db, werkplaats, 'citizen', { name: 'Gerda' });
	lector = await addMember(house.db, werkplaats, 'lector', { name: 'Marloes' });
	student = await addMember(house.db, werkplaats, 'student', { name: 'Emre' });
	elsewhere = await addMember(house.db, await addWerkplaats(house.db), 'researcher');
});
afterAll(() => house.close());

const p = (text: string): Content => ({ type: 'paragraph', content: [{ type: 'text', text }] });
const doc = (...lines: string[]): Content => ({ type: 'doc', content: lines.map(p) });
const CITIZEN = 'Ik zette nog twee kopjes klaar.';
const PROFESSIONAL = 'Ik was opgelucht.';

/** A case in which a citizen and a professional told something. */
async function aCase({ blind = false, theme }: { blind?: boolean; theme?: string } = {}) {
	const { context } = house;
	const input = { werkplaats, kind: 'case', title: 'Mevrouw D.', blind } as const;
	const id = await createDocument(context, professional, {
		...input,
		content: doc('Een deur bleef dicht.'),
		themes: theme ? [theme] : []
	});
	const { voices } = await openedCase(context, coordinator, id);
	const voiceOf = (perspective: string) =>
		voices.find((voice) => voice.perspective === perspective)!.id;
	await giveVoice(context, coordinator, id, voiceOf('citizen'), citizen.id);
	await writeAs(context, citizen, voiceOf('citizen'), doc(CITIZEN));
	await writeAs(context, professional, voiceOf('professional'), doc(PROFESSIONAL));
	return { id, voiceOf };
}

async function aVersion(purpose: VersionPurpose = 'teaching', by = professional) {
	const { id: source, voiceOf } = await aCase();
	const id = await makeVersion(house.context, by, source, purpose);
	return { id, source, voiceOf };
}

const opened = async (actor: Actor, id: string) => (await openVersion(house.context, actor, id))!;
const textOf = async (actor: Actor, id: string) => {
	const { parts } = await openDocument(house.context, actor, id);
	const texts = await readTexts(house.context, parts);
	return parts.map((part) => plainText(texts.get(part.id) ?? {})).join('\n');
};
const items = [...READER_ITEMS];
const change = (id: string, patch: DocumentPatch, by = professional) =>
	changeDocument(house.context, by, id, patch);

async function read(actor: Actor, id: string) {
	const { on } = await opened(actor, id);
	await readAlong(house.context, actor, id, { items, on });
}

async function say(actor: Actor, id: string, says: 'yes' | 'no' = 'yes') {
	const { on, checks } = await opened(actor, id);
	const voice = checks!.voices.find(({ own }) => own)!.id;
	await answerVersion(house.context, actor, id, { voice, says, on });
}

async function check(id: string) {
	await say(citizen, id);
	await say(professional, id);
	await read(lector, id);
}

async function finish(id: string) {
	await change(id, { state: 'in_review' });
	await change(id, { state: 'final' });
}

async function write(id: string, ...lines: string[]) {
	const { parts } = await openDocument(house.context, professional, id);
	await writeAs(house.context, professional, parts[0]!.id, doc(...lines));
}

test('a version is one text of what was told, of which nothing leads back to who typed it', async () => {
	const { id, source } = await aVersion();
	const { kind, state, sensitivity, version, parts, title } = await openDocument(
		house.context,
		professional,
		id
	);
	expect({ kind, state, sensitivity, version }).toEqual({
		...{ kind: 'case', state: 'draft', sensitivity: 'restricted', version: 'teaching' }
	});
	expect(title).toBe('Mevrouw D. (onderwijsversie)');
	expect(parts.map((part) => part.kind)).toEqual(['text']);
	const text = await textOf(professional, id);
	for (const words of ['Een deur bleef dicht.', CITIZEN, PROFESSIONAL]) {
		expect(text).toContain(words);
	}
	const { sql } = house;
	const authors = await sql`select author_id from part_update where part_id = ${parts[0]!.id}`;
	const clients = await sql`select client_id from part_client where part_id = ${parts[0]!.id}`;
	expect([...authors, ...clients]).toEqual([]);
	expect(await openVersion(house.context, professional, source)).toBeNull();
});

test('words that were taken out of the case are in none of the bytes of its version', async () => {
	const { id, voiceOf } = await aCase();
	const part = voiceOf('citizen');
	await writeAs(house.context, citizen, part, doc('Mijn naam is Hendrikje.'));
	await writeAs(house.context, citizen, part, doc(CITIZEN));
	const version = await makeVersion(house.context, professional, id, 'teaching');
	const rows = await house.sql`
		select s.bytes from part_snapshot s join part p on p.id = s.part_id where p.document_id = ${version}`;
	expect(rows).toHaveLength(1);
	for (const { bytes } of rows) expect(String(bytes)).not.toContain('Hendrikje');
});

test('a version is made by who manages the case, not while it is blind, and one at a time', async () => {
	const { context } = house;
	const { id } = await aCase();
	for (const other of [citizen, student]) {
		await expect(makeVersion(context, other, id, 'teaching')).rejects.toThrow(NotAllowed);
	}
	await expect(makeVersion(context, elsewhere, id, 'teaching')).rejects.toThrow(NotFound);
	const version = await makeVersion(context, coordinator, id, 'teaching');
	await expect(makeVersion(context, coordinator, id, 'teaching')).rejects.toMatchObject({
		code: 'version_exists'
	});
	await expect(makeVersion(context, coordinator, version, 'public')).rejects.toThrow(NotAllowed);
	await makeVersion(context, coordinator, id, 'public');
	await change(version, { state: 'archived' }, coordinator);
	await makeVersion(context, coordinator, id, 'teaching');
	const blind = await createDocument(context, professional, {
		...{ werkplaats, kind: 'case', title: 'Apart', blind: true }
	});
	await expect(makeVersion(context, professional, blind, 'teaching')).rejects.toThrow(NotAllowed);
	await revealVoices(context, professional, blind);
	await makeVersion(context, professional, blind, 'teaching');
});

test('who tells in it may read it; others in the werkplaats do not, nor hear that there is one', async () => {
	const { context } = house;
	const { id, source } = await aVersion();
	expect((await openDocument(context, citizen, id)).abilities.level).toBe('comment');
	for (const other of [student, elsewhere]) {
		await expect(openDocument(context, other, id)).rejects.toThrow(NotFound);
		await expect(openVersion(context, other, id)).rejects.toThrow(NotFound);
	}
	expect(await listVersions(context, student, source)).toEqual([]);
	expect(await listVersions(context, citizen, source)).toMatchObject([{ id, purpose: 'teaching' }]);
	// A citizen sees whether each voice agrees, and nobody's name.
	const { checks } = await opened(citizen, id);
	expect(checks?.voices).toHaveLength(2);
	expect(checks?.voices.flatMap(({ holders }) => holders)).toEqual([]);
	expect((await opened(professional, id)).checks?.voices[0]?.holders).toMatchObject([
		{ name: 'Gerda', answer: null }
	]);
});

test('it becomes final only when a second person read it and each voice agreed', async () => {
	const { id } = await aVersion();
	await change(id, { state: 'in_review' });
	const refused = { name: 'Conflict', code: 'version_unchecked' };
	const final = () => change(id, { state: 'final' });
	await expect(final()).rejects.toMatchObject(refused);
	await say(citizen, id);
	await expect(final()).rejects.toMatchObject(refused);
	await read(lector, id);
	await expect(final()).rejects.toMatchObject(refused);
	await say(professional, id);
	expect((await opened(professional, id)).isChecked).toBe(true);
	await final();
	await change(id, { sensitivity: 'open' });
	expect(await textOf(elsewhere, id)).toContain(CITIZEN);
	// A reader hears that it was checked, and not by whom or on what.
	expect(await opened(elsewhere, id)).toMatchObject({
		isChecked: true,
		source: null,
		checks: null
	});
});

test('while it is written in, nobody but who works on it reads it', async () => {
	const { id } = await aVersion();
	await check(id);
	for (const sensitivity of ['werkplaats', 'open'] as const) {
		await expect(change(id, { sensitivity })).rejects.toMatchObject({ code: 'version_not_final' });
		await expect(change(id, { state: 'in_review', sensitivity })).rejects.toMatchObject({
			code: 'version_not_final'
		});
	}
	const group = { werkplaats, level: 'view' } as const;
	await expect(shareDocument(house.context, professional, id, group)).rejects.toMatchObject({
		code: 'version_by_name'
	});
	await finish(id);
	await change(id, { sensitivity: 'open' });
	await change(id, { state: 'in_review' });
	const { sensitivity } = await openDocument(house.context, professional, id);
	expect(sensitivity).toBe('restricted');
	await expect(openDocument(house.context, student, id)).rejects.toThrow(NotFound);
});

test('an edit, and another title, void every check; the same text has them again', async () => {
	const { id } = await aVersion();
	await check(id);
	const before = await textOf(professional, id);
	await write(id, 'Mevrouw Jansen woont in de Kerkstraat.');
	const voided = await opened(professional, id);
	expect(voided.isChecked).toBe(false);
	expect(voided.checks?.readers).toMatchObject([{ name: 'Marloes', stands: false }]);
	expect(voided.checks?.voices.map(({ isAgreed }) => isAgreed)).toEqual([false, false]);
	await change(id, { state: 'in_review' });
	await expect(change(id, { state: 'final' })).rejects.toMatchObject({ code: 'version_unchecked' });
	expect(before).not.toContain('Jansen');
	const other = await aVersion();
	await check(other.id);
	await change(other.id, { state: 'in_review' });
	const { title } = await openDocument(house.context, professional, other.id);
	await change(other.id, { title: 'Mevrouw Jansen' });
	await expect(change(other.id, { state: 'final' })).rejects.toMatchObject({
		code: 'version_unchecked'
	});
	await change(other.id, { title });
	await change(other.id, { state: 'final' });
	await expect(change(other.id, { title: 'Mevrouw Jansen' })).rejects.toThrow(NotAllowed);
});

test('a new title can’t slip in with the change that it must be checked for', async () => {
	const { id } = await aVersion();
	await check(id);
	await change(id, { state: 'in_review' });
	await expect(change(id, { title: 'Mevrouw Jansen', state: 'final' })).rejects.toMatchObject({
		code: 'version_unchecked'
	});
});

test('typed but not yet read out, a word counts', async () => {
	const { id } = await aVersion();
	await check(id);
	await change(id, { state: 'in_review' });
	const { parts } = await openDocument(house.context, professional, id);
	const bytes = contentUpdate(doc('Kerkstraat 4.'));
	await appendUpdate(house.db, { part: parts[0]!.id, bytes, author: professional.id });
	await expect(change(id, { state: 'final' })).rejects.toMatchObject({ code: 'version_unchecked' });
});

test('whoever signs, signs what they read', async () => {
	const { context } = house;
	const { id } = await aVersion();
	const { on, checks } = await opened(citizen, id);
	const voice = checks!.voices.find(({ own }) => own)!.id;
	await write(id, 'Heel iets anders.');
	const changed = { code: 'version_changed' };
	const answer = { voice, says: 'yes', on } as const;
	await expect(answerVersion(context, citizen, id, answer)).rejects.toMatchObject(changed);
	await expect(readAlong(context, lector, id, { items, on })).rejects.toMatchObject(changed);
	const excuse = { voice, why: 'Verhuisd.', on };
	await expect(excuseVoice(context, professional, id, excuse)).rejects.toMatchObject(changed);
});

test('four eyes: not who made it, wrote in it or tells in it, and every item looked at', async () => {
	const { context } = house;
	const { id } = await aVersion('teaching', coordinator);
	await shareDocument(context, coordinator, id, { person: student.id, level: 'edit' });
	const { parts } = await openDocument(context, student, id);
	await writeAs(context, student, parts[0]!.id, doc('Door een student bewerkt.'));
	const faults: [Actor, string][] = [
		[coordinator, 'version_reader_made'],
		[student, 'version_reader_wrote'],
		[citizen, 'version_reader_tells']
	];
	for (const [actor, code] of faults) {
		await expect(read(actor, id)).rejects.toMatchObject({ code });
		expect((await opened(actor, id)).checks).toMatchObject({ mayRead: false, notReading: code });
	}
	const { on } = await opened(lector, id);
	for (const item of items) {
		const without = items.filter((other) => other !== item);
		await expect(readAlong(context, lector, id, { items: without, on })).rejects.toMatchObject({
			fields: { items: 'version_items' }
		});
	}
	await expect(readAlong(context, elsewhere, id, { items, on })).rejects.toThrow(NotFound);
	await shareDocument(context, coordinator, id, { person: elsewhere.id, level: 'view' });
	await expect(readAlong(context, elsewhere, id, { items, on })).rejects.toThrow(NotAllowed);
	await read(lector, id);
});

test('nobody answers for another; who manages may say why somebody can’t be asked, not against a no', async () => {
	const { context } = house;
	const { id } = await aVersion();
	const { on, checks } = await opened(professional, id);
	const ofCitizen = checks!.voices.find(({ perspective }) => perspective === 'citizen')!.id;
	for (const other of [professional, coordinator, lector]) {
		const answer = { voice: ofCitizen, says: 'yes', on } as const;
		await expect(answerVersion(context, other, id, answer)).rejects.toThrow(NotAllowed);
	}
	await say(professional, id);
	await read(lector, id);
	const excuse = { voice: ofCitizen, why: 'Verhuisd zonder adres.', on };
	// As long as she can be asked, nothing is said in her place.
	await expect(excuseVoice(context, professional, id, excuse)).rejects.toMatchObject({
		code: 'version_holder_reachable'
	});
	expect((await opened(professional, id)).checks?.voices[0]?.isOutOfReach).toBe(false);
	const reach = (isIn: boolean) => house.sql`
		update person set disabled_at = ${isIn ? null : context.now()} where id = ${citizen.id}`;
	await reach(false);
	expect((await opened(professional, id)).checks?.voices[0]?.isOutOfReach).toBe(true);
	await expect(excuseVoice(context, citizen, id, excuse)).rejects.toThrow(NotAllowed);
	await expect(
		excuseVoice(context, professional, id, { ...excuse, why: ' ' })
	).rejects.toMatchObject({ fields: { why: 'required' } });
	await excuseVoice(context, professional, id, excuse);
	expect((await opened(lector, id)).checks?.voices[0]?.excuse).toEqual({
		...{ why: 'Verhuisd zonder adres.', stands: true }
	});
	await finish(id);
	expect((await opened(professional, id)).isChecked).toBe(true);
	// Afterwards she is found, and does not want it.
	await reach(true);
	expect((await opened(professional, id)).isChecked).toBe(false);
	await say(citizen, id, 'no');
	const taken = await openDocument(context, professional, id);
	expect(taken.state).toBe('in_review');
	await expect(excuseVoice(context, professional, id, excuse)).rejects.toMatchObject({
		code: 'version_holder_reachable'
	});
	await expect(change(id, { state: 'final' })).rejects.toMatchObject({ code: 'version_unchecked' });
	await say(citizen, id, 'yes');
	await change(id, { state: 'final' });
});

test('a refusal takes a version away from everybody who only read it, at once', async () => {
	const { context, rings } = house;
	const { id } = await aVersion('public');
	await check(id);
	await finish(id);
	await change(id, { state: 'published', sensitivity: 'open' });
	expect(await textOf(elsewhere, id)).toContain(CITIZEN);
	rings.length = 0;
	await say(citizen, id, 'no');
	await expect(openDocument(context, elsewhere, id)).rejects.toThrow(NotFound);
	expect(rings).toContainEqual({ kind: 'access', documents: [id] });
});

test('a version is no story: it has no voices, moments, head or closings of its own', async () => {
	const { context } = house;
	const { id } = await aVersion();
	const voice = { perspective: 'citizen', label: '' } as const;
	await expect(addVoice(context, coordinator, id, voice)).rejects.toThrow(NotAllowed);
	const moment = { title: 'Een dag', period: '' };
	await expect(addMoment(context, coordinator, id, moment)).rejects.toThrow(NotAllowed);
	const head = {
		...{ pseudonym: 'Mevrouw Jansen', period: '', region: '', areas: [] },
		...{ group: null, groupList: null }
	};
	await expect(describeCase(context, coordinator, id, head)).rejects.toThrow(NotAllowed);
	const closing = { perspective: 'citizen', change: '', reason: 'Zo.' } as const;
	await expect(sayClosing(context, coordinator, id, closing)).rejects.toThrow(NotFound);
});

test('it is listed as a version, and counted as no other case', async () => {
	const { context } = house;
	const slug = `thema-${werkplaats.slice(0, 8)}`;
	const theme = await addTheme(house.db, { slug });
	const { id } = await aCase({ theme });
	const before = (await openTheme(context, coordinator, slug)).corners;
	expect(before.practice).toBe(1);
	const version = await makeVersion(context, coordinator, id, 'teaching');
	expect((await openTheme(context, coordinator, slug)).corners).toEqual(before);
	const found = await findDocuments(context, coordinator, { theme: slug });
	expect(found.map((one) => [one.id, one.version]).sort()).toEqual(
		[
			[id, null],
			[version, 'teaching']
		].sort()
	);
});

test('what was agreed outlives the case that it was made of', async () => {
	const { context } = house;
	const { id, source } = await aVersion();
	await check(id);
	expect((await opened(professional, id)).source).toMatchObject({ id: source });
	await binDocument(context, professional, source);
	await destroyDocument(context, professional, source);
	expect(await opened(professional, id)).toMatchObject({ source: null, isChecked: true });
});

test('a version of what lies in a vault begins in a vault', async () => {
	const { context } = house;
	const { id } = await aCase();
	await changeDocument(context, professional, id, { sensitivity: 'vault' });
	const version = await makeVersion(context, professional, id, 'teaching');
	expect((await openDocument(context, professional, version)).sensitivity).toBe('vault');
	await expect(openDocument(context, coordinator, version)).rejects.toThrow(NotFound);
	for (const sensitivity of ['restricted', 'werkplaats', 'open'] as const) {
		await expect(change(version, { sensitivity })).rejects.toMatchObject({
			code: 'version_not_final'
		});
	}
});

test('a guest who holds a voice reads the version as long as they hold it, and may answer', async () => {
	const { context, db } = house;
	const { id, voiceOf } = await aCase();
	const guest = await addMember(db, werkplaats, 'guest', { name: 'Gast' });
	const until = new Date(context.now().getTime() + 86_400_000);
	await addGrant(db, {
		...{ documentId: id, partId: voiceOf('relative'), personId: guest.id },
		...{ level: 'edit', expiresAt: until, grantedBy: professional.id }
	});
	await writeAs(context, guest, voiceOf('relative'), doc('Ik ben haar dochter.'));
	// They hear the rest too, which a guest does by being given the case.
	await addGrant(db, {
		...{ documentId: id, personId: guest.id, level: 'view', expiresAt: until },
		grantedBy: professional.id
	});
	const version = await makeVersion(context, professional, id, 'teaching');
	expect(await textOf(guest, version)).toContain('dochter');
	await say(guest, version);
	const grants = await house.sql`
		select expires_at from "grant" where document_id = ${version} and person_id = ${guest.id}`;
	expect(grants).toEqual([{ expires_at: until }]);
});

/** Somebody tells in the voice of the relative, and is given nothing else of the case. */
async function aRelative(id: string, part: string) {
	const { context, db } = house;
	const relative = await addMember(db, await addWerkplaats(db), 'citizen', { name: 'Dineke' });
	// The clock of a house stands still: on a slow machine it must reach when they became a member.
	house.pass(10 * 60_000);
	await addGrant(db, {
		...{ documentId: id, partId: part, personId: relative.id },
		...{ level: 'edit', grantedBy: professional.id }
	});
	await writeAs(context, relative, part, doc('Ik ben haar dochter.'));
	return relative;
}

async function voiceIn(id: string, perspective: string): Promise<string> {
	const { checks } = await opened(professional, id);
	return checks!.voices.find((voice) => voice.perspective === perspective)!.id;
}

test('who hears only their own voice reads the version once it is shared with them, and is asked all the same', async () => {
	const { context } = house;
	const { id: source, voiceOf } = await aCase();
	const relative = await aRelative(source, voiceOf('relative'));
	const id = await makeVersion(context, professional, source, 'teaching');
	await expect(openDocument(context, relative, id)).rejects.toThrow(NotFound);
	const holders = async () =>
		(await opened(professional, id)).checks!.voices.flatMap((voice) =>
			voice.holders.map(({ name, reads }) => [name, reads])
		);
	expect(Object.fromEntries(await holders())).toEqual({ Gerda: true, Joost: true, Dineke: false });
	await check(id);
	expect((await opened(professional, id)).isChecked).toBe(false);
	await shareDocument(context, professional, id, { person: relative.id, level: 'view' });
	expect(Object.fromEntries(await holders())).toMatchObject({ Dineke: true });
	await say(relative, id);
	expect((await opened(professional, id)).isChecked).toBe(true);
});

test('in a restricted case, who told one voice does not read the others by a version', async () => {
	const { context } = house;
	const { id: source } = await aCase();
	await change(source, { sensitivity: 'restricted' });
	const id = await makeVersion(context, professional, source, 'teaching');
	await expect(openDocument(context, citizen, id)).rejects.toThrow(NotFound);
	expect((await opened(professional, id)).checks?.voices).toHaveLength(2);
});

test('a refusal goes along into every version that is made after it, until it is taken back', async () => {
	const { context } = house;
	const { id, source, voiceOf } = await aVersion();
	await say(citizen, id, 'no');
	await change(id, { state: 'archived' });
	const refusedIn = async (version: string) =>
		(await opened(professional, version)).checks!.voices.map(({ isRefused }) => isRefused);
	const again = await makeVersion(context, professional, source, 'teaching');
	expect(await refusedIn(again)).toEqual([true, false]);
	const wider = await makeVersion(context, professional, source, 'public');
	expect(await refusedIn(wider)).toEqual([true, false]);
	house.pass(1000);
	await say(citizen, again, 'yes');
	expect(await refusedIn(again)).toEqual([false, false]);
	await change(again, { state: 'archived' });
	const last = await makeVersion(context, professional, source, 'teaching');
	expect(await refusedIn(last)).toEqual([false, false]);
	// Nor is it forgotten when somebody else holds that voice.
	await change(wider, { state: 'archived' });
	await giveVoice(context, citizen, source, voiceOf('citizen'), student.id);
	await takeVoice(context, student, source, voiceOf('citizen'), citizen.id);
	expect(await refusedIn(await makeVersion(context, professional, source, 'public'))).toEqual([
		...[true, false]
	]);
});

test('a no can always be said: unshared, changed meanwhile, or from the bin', async () => {
	const { context } = house;
	const { id: source, voiceOf } = await aCase();
	const relative = await aRelative(source, voiceOf('relative'));
	const id = await makeVersion(context, professional, source, 'teaching');
	const voice = await voiceIn(id, 'relative');
	const say = (actor: Actor, says: 'yes' | 'no') =>
		answerVersion(context, actor, id, { voice, says, on: 'a text of before' });
	await expect(say(relative, 'yes')).rejects.toThrow(NotFound);
	await expect(say(elsewhere, 'no')).rejects.toThrow(NotFound);
	await expect(say(lector, 'no')).rejects.toThrow(NotAllowed);
	await say(relative, 'no');
	const refused = async () =>
		(await opened(professional, id)).checks!.voices.find((one) => one.id === voice)!.isRefused;
	expect(await refused()).toBe(true);
	await shareDocument(context, professional, id, { person: relative.id, level: 'view' });
	const { on } = await opened(relative, id);
	await answerVersion(context, relative, id, { voice, says: 'yes', on });
	expect(await refused()).toBe(false);
	await binDocument(context, professional, id);
	await say(relative, 'no');
	await restoreDocument(context, professional, id);
	expect(await refused()).toBe(true);
});

test('who tells in a version keeps reading it, unless they give that up themselves', async () => {
	const { context } = house;
	const { id } = await aVersion();
	await shareDocument(context, professional, id, { person: student.id, level: 'comment' });
	const grantOf = async (person: Actor) =>
		(await listSharing(context, professional, id)).grants.find(
			({ personId }) => personId === person.id
		)!.id;
	const kept = { code: 'version_holder_reads' };
	const until = new Date(context.now().getTime() + 60_000);
	for (const less of [{ level: 'view' }, { level: 'comment', expiresAt: until }] as const) {
		await expect(
			shareDocument(context, professional, id, { person: citizen.id, ...less })
		).rejects.toMatchObject(kept);
		await shareDocument(context, professional, id, { person: student.id, ...less });
	}
	const grant = await grantOf(citizen);
	await expect(unshareDocument(context, professional, id, grant)).rejects.toMatchObject(kept);
	await unshareDocument(context, professional, id, await grantOf(student));
	await unshareDocument(context, citizen, id, grant);
	await expect(openDocument(context, citizen, id)).rejects.toThrow(NotFound);
});

test('becoming final and being read by more are two steps', async () => {
	const { id } = await aVersion();
	await check(id);
	await change(id, { state: 'in_review' });
	await expect(change(id, { state: 'final', sensitivity: 'open' })).rejects.toMatchObject({
		code: 'version_not_final'
	});
	await change(id, { state: 'final' });
	await change(id, { sensitivity: 'open' });
});

test('what is typed while a version becomes final takes that back', async () => {
	const { context, db } = house;
	const { id } = await aVersion();
	await check(id);
	await change(id, { state: 'in_review' });
	const { parts } = await openDocument(context, professional, id);
	const bytes = contentUpdate(doc('Kerkstraat 4.'));
	// The live door stores it after the state changed, and before it heard of that.
	let typed: Promise<unknown> | undefined;
	const ring: typeof context.bus.ring = (rung) => {
		if (rung.kind === 'access') {
			typed ??= appendUpdate(db, { part: parts[0]!.id, bytes, author: professional.id });
		}
		context.bus.ring(rung);
	};
	const transaction: typeof db.transaction = async (...work) => {
		await typed;
		return db.transaction(...work);
	};
	const racing = {
		...context,
		bus: { ...context.bus, ring },
		db: Object.assign(Object.create(db) as typeof db, { transaction })
	};
	await expect(changeDocument(racing, professional, id, { state: 'final' })).rejects.toMatchObject({
		code: 'version_unchecked'
	});
	expect(typed).toBeDefined();
	const { state, sensitivity } = await openDocument(context, professional, id);
	expect({ state, sensitivity }).toEqual({ state: 'in_review', sensitivity: 'restricted' });
});

test('with their last voice goes what somebody read by it, and not what they were given by name', async () => {
	const { context, rings } = house;
	const { id, source, voiceOf } = await aVersion();
	const wider = await makeVersion(context, professional, source, 'public');
	await shareDocument(context, professional, wider, { person: citizen.id, level: 'comment' });
	const voice = await voiceIn(id, 'citizen');
	await giveVoice(context, citizen, source, voiceOf('citizen'), student.id);
	await giveVoice(context, coordinator, source, voiceOf('relative'), citizen.id);
	await takeVoice(context, student, source, voiceOf('citizen'), citizen.id);
	// They hold another voice still.
	await openDocument(context, citizen, id);
	rings.length = 0;
	await takeVoice(context, citizen, source, voiceOf('relative'), citizen.id);
	await expect(openDocument(context, citizen, id)).rejects.toThrow(NotFound);
	await openDocument(context, citizen, wider);
	expect(rings).toContainEqual({ kind: 'access', documents: [id] });
	await answerVersion(context, citizen, id, { voice, says: 'no', on: '' });
	expect((await opened(professional, id)).checks?.voices[0]?.isRefused).toBe(true);
});

test('who called a version otherwise does not read it along', async () => {
	const { id } = await aVersion();
	await change(id, { title: 'Een deur' }, lector);
	await expect(read(lector, id)).rejects.toMatchObject({ code: 'version_reader_wrote' });
	expect((await opened(lector, id)).checks).toMatchObject({ notReading: 'version_reader_wrote' });
});
