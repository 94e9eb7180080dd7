import { afterAll, beforeAll, expect, test } from 'vitest';
import { addGrant, addMember, addWerkplaats } from '#tests/integration/builders.ts';
import { openTestHouse, type TestHouse } from '#tests/integration/house.ts';
import type { Actor } from '#domain/facts.ts';
import { closeVoices, openedCase, revealVoices } from './cases.ts';
import { sayClosing } from './closings.ts';
import { changeDocument } from './document-changes.ts';
import { createDocument, openDocument } from './documents.ts';
import { contentUpdate } from '#domain/content/yjs.ts';
import { appendUpdate } from '#db/queries/updates.ts';
import { addVoice, describeVoice, giveVoice, removeVoice, takeVoice } from './voices.ts';

let house: TestHouse;
let werkplaats: string;
let coordinator: Actor;
let professional: Actor;
let policy: Actor;
let citizen: Actor;
let researcher: Actor;

beforeAll(async () => {
	house = await openTestHouse();
	werkplaats = await addWerkplaats(house.db);
	coordinator = await addMember(house.db, werkplaats, 'coordinator');
	professional = await addMember(house.db, werkplaats, 'professional');
	policy = await addMember(house.db, werkplaats, 'policy_officer');
	citizen = await addMember(house.db, werkplaats, 'citizen');
	researcher = await addMember(house.db, werkplaats, 'researcher');
});
afterAll(() => house.close());

async function aCase(by: Actor = professional, blind = false) {
	const input = { werkplaats, kind: 'case', title: 'Mevrouw D.', blind } as const;
	const id = await createDocument(house.context, by, input);
	const { voices } = await openedCase(house.context, coordinator, id);
	const voiceOf = (perspective: string) =>
		voices.find((voice) => voice.perspective === perspective)!.id;
	return { id, voiceOf };
}

async function levelOf(actor: Actor, id: string, part: string) {
	const { parts } = await openDocument(house.context, actor, id);
	return parts.find((one) => one.id === part)?.ability ?? 'none';
}

/** What somebody who holds a voice types in it. */
async function write(part: string, author: Actor, words: string) {
	const content = { type: 'paragraph', content: [{ type: 'text', text: words }] };
	const bytes = contentUpdate({ type: 'doc', content: [content] });
	await appendUpdate(house.db, { part, bytes, author: author.id });
}

test('who begins a case holds the voice of their party, and nobody else’s', async () => {
	const { id, voiceOf } = await aCase();
	expect(await levelOf(professional, id, voiceOf('professional'))).toBe('edit');
	expect(await levelOf(professional, id, voiceOf('citizen'))).toBe('suggest');
	expect(await levelOf(coordinator, id, voiceOf('professional'))).toBe('suggest');
});

test('until a word is written the coordinator says who holds a voice; then only who holds it', async () => {
	const { id, voiceOf } = await aCase();
	const part = voiceOf('citizen');
	await giveVoice(house.context, coordinator, id, part, citizen.id);
	expect(await levelOf(citizen, id, part)).toBe('edit');
	await write(part, citizen, 'Ik zette nog twee kopjes klaar.');
	const byManager = giveVoice(house.context, coordinator, id, part, coordinator.id);
	await expect(byManager).rejects.toMatchObject({ name: 'NotAllowed' });
	await expect(takeVoice(house.context, coordinator, id, part, citizen.id)).rejects.toMatchObject({
		name: 'NotAllowed'
	});
	const described = { label: '', telling: 'behalf', teller: 'de gemeente' } as const;
	await expect(
		describeVoice(house.context, coordinator, id, part, described)
	).rejects.toMatchObject({ name: 'NotAllowed' });
	// Nor after nobody holds it any more.
	await takeVoice(house.context, citizen, id, part, citizen.id);
	await expect(
		giveVoice(house.context, coordinator, id, part, coordinator.id)
	).rejects.toMatchObject({ name: 'NotAllowed' });
	await expect(removeVoice(house.context, coordinator, id, part)).rejects.toMatchObject({
		name: 'Conflict'
	});
});

test('while a case is blind each reads only the voice that they hold', async () => {
	const { id, voiceOf } = await aCase(professional, true);
	await giveVoice(house.context, coordinator, id, voiceOf('citizen'), citizen.id);
	await giveVoice(house.context, coordinator, id, voiceOf('municipality'), policy.id);
	expect(await levelOf(citizen, id, voiceOf('citizen'))).toBe('edit');
	const others = [coordinator, professional, policy, researcher];
	for (const other of others) expect(await levelOf(other, id, voiceOf('citizen'))).toBe('none');
	// Not by a grant on the document either, of whatever level.
	const given = { documentId: id, personId: researcher.id, grantedBy: professional.id } as const;
	await addGrant(house.db, { ...given, level: 'owner' });
	expect(await levelOf(researcher, id, voiceOf('citizen'))).toBe('none');
	await revealVoices(house.context, coordinator, id);
	for (const other of others) expect(await levelOf(other, id, voiceOf('citizen'))).not.toBe('none');
	expect(await levelOf(researcher, id, voiceOf('citizen'))).toBe('suggest');
});

test('what was heard can’t be closed again', async () => {
	const { id, voiceOf } = await aCase();
	await closeVoices(house.context, coordinator, id);
	await revealVoices(house.context, coordinator, id);
	await write(voiceOf('professional'), professional, 'Ik belde drie keer aan.');
	await expect(closeVoices(house.context, coordinator, id)).rejects.toMatchObject({
		name: 'Conflict'
	});
});

test('another discipline is a voice of its own, which goes only while it is empty and nobody’s', async () => {
	const { id } = await aCase();
	const wanted = { perspective: 'professional', label: 'Huisartsenpraktijk' } as const;
	await addVoice(house.context, coordinator, id, wanted);
	const { voices } = await openedCase(house.context, coordinator, id);
	const added = voices.find(({ label }) => label === 'Huisartsenpraktijk')!;
	expect(added).toMatchObject({ perspective: 'professional', words: 0, holders: [] });
	await expect(addVoice(house.context, researcher, id, wanted)).rejects.toMatchObject({
		name: 'NotAllowed'
	});
	await removeVoice(house.context, coordinator, id, added.id);
	const after = await openedCase(house.context, coordinator, id);
	expect(after.voices).toHaveLength(4);
});

test('a case is finished when each party said what changes for it, or somebody why it does not', async () => {
	const { id, voiceOf } = await aCase();
	await giveVoice(house.context, coordinator, id, voiceOf('citizen'), citizen.id);
	const finish = () => changeDocument(house.context, coordinator, id, { state: 'final' });
	await changeDocument(house.context, coordinator, id, { state: 'in_review' });
	await expect(finish()).rejects.toMatchObject({ name: 'Conflict', code: 'party_silent' });
	const say = (by: Actor, perspective: 'citizen' | 'professional', change: string) =>
		sayClosing(house.context, by, id, { perspective, change, reason: '' });
	await expect(say(coordinator, 'citizen', 'De bel doet het weer.')).rejects.toMatchObject({
		name: 'NotAllowed'
	});
	await say(citizen, 'citizen', 'De bel doet het weer.');
	await say(professional, 'professional', 'Ik klop voortaan.');
	for (const perspective of ['relative', 'municipality'] as const) {
		await expect(finish()).rejects.toMatchObject({ code: 'party_silent' });
		const said = { perspective, change: '', reason: 'Gevraagd, geen antwoord.' };
		await sayClosing(house.context, coordinator, id, said);
	}
	await finish();
});
