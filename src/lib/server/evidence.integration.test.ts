import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { Conflict, Invalid, NotAllowed, NotFound } from '#domain/errors.ts';
import type { Actor } from '#domain/facts.ts';
import { addMember, addWerkplaats } from '#tests/integration/builders.ts';
import { openTestHouse, type TestHouse } from '#tests/integration/house.ts';
import { contentOf, meantIn } from '#tests/integration/passages.ts';
import { binDocument, restoreDocument } from './bin.ts';
import { openedCase, revealVoices } from './cases.ts';
import { changeDocument } from './document-changes.ts';
import { createDocument, openDocument } from './documents.ts';
import {
	acceptPassage,
	describeEvidence,
	linkEvidence,
	removeEvidence,
	type NewEvidence
} from './evidence.ts';
import { EXPORT_FORMATS, exportDocument } from './export.ts';
import { coupleEvidence, placeEvidence } from './findings.ts';
import { shareDocument } from './grants.ts';
import { passagesUsed, studiesToFill } from './passages-used.ts';
import { relate } from './relations.ts';
import { openStudy } from './studies.ts';
import { openEvidence } from './study-evidence.ts';
import { giveVoice } from './voices.ts';
import { writeAs } from './writing.ts';

const NOTHING = '00000000-0000-4000-8000-000000000000';
const QUOTE = 'Hij keek steeds naar zijn papieren.';
const VOICE = [
	'Iedereen kwam, de eerste weken. Toen niemand meer.',
	`Toen belde hij aan. ${QUOTE}`
];

let house: TestHouse;
let researcher: Actor;
let colleague: Actor;
let citizen: Actor;
let reader: Actor;
let study: string;
let story: string;
let voice: string;

beforeAll(async () => {
	house = await openTestHouse();
	const twente = await addWerkplaats(house.db, { slug: 'twente', name: 'Twente' });
	const utrecht = await addWerkplaats(house.db, { slug: 'utrecht', name: 'Utrecht' });
	researcher = await addMember(house.db, twente, 'researcher', { name: 'Samira' });
	colleague = await addMember(house.db, twente, 'researcher', { name: 'Marloes' });
	citizen = await addMember(house.db, twente, 'citizen', { name: 'Gerda' });
	reader = await addMember(house.db, utrecht, 'researcher', { name: 'Ruth' });
});
afterAll(() => house.close());

beforeEach(async () => {
	const { context } = house;
	const place = { werkplaats: 'twente', title: 'Aanbellen' };
	study = await createDocument(context, researcher, { ...place, kind: 'study' });
	await shareDocument(context, researcher, study, { person: reader.id, level: 'edit' });
	({ story, voice } = await tell({ title: 'Mevrouw D.', blind: false }));
});

/** A case in which the citizen tells something. */
async function tell({ title, blind }: { title: string; blind: boolean }) {
	const { context } = house;
	const own = { werkplaats: 'twente', kind: 'case', title, blind } as const;
	const id = await createDocument(context, researcher, own);
	const { voices } = await openedCase(context, researcher, id);
	const part = voices.find(({ perspective }) => perspective === 'citizen')!.id;
	await giveVoice(context, researcher, id, part, citizen.id);
	await writeAs(context, citizen, part, contentOf(VOICE));
	return { story: id, voice: part };
}

const say = (...lines: string[]) => writeAs(house.context, citizen, voice, contentOf(lines));

/** Words of a text as a browser says which. */
const passage = async (part: string, words: string): Promise<NewEvidence> => ({
	part,
	...(await meantIn(house.db, part, words))
});

async function link(words = QUOTE, shows = 'Papier staat tussen hen in'): Promise<string> {
	const meant = await passage(voice, words);
	return linkEvidence(house.context, researcher, study, { ...meant, shows });
}

async function seen(actor = researcher) {
	const found = await openEvidence(house.context, actor, study);
	if (!found) throw new Error('no study');
	return found;
}

async function only(actor = researcher) {
	const [one] = (await seen(actor)).evidence;
	if (!one) throw new Error('no evidence');
	return one;
}

async function textOf(): Promise<string> {
	const { parts } = await openDocument(house.context, researcher, study);
	return parts[0]!.id;
}

async function happened(): Promise<{ name: string; details: unknown }[]> {
	return house.sql<{ name: string; details: unknown }[]>`
		select name, details from event where document_id = ${study} and name like 'evidence.%' order by id`;
}

describe('a passage', () => {
	test('is linked with its words, where they are from and what they show', async () => {
		const id = await link();
		expect(await only()).toMatchObject({
			id,
			finding: null,
			opened: {
				...{ quote: QUOTE, state: 'stands', now: null, shows: 'Papier staat tussen hen in' },
				linkedBy: { name: 'Samira' },
				part: { id: voice, perspective: 'citizen' },
				case: { id: story, title: 'Mevrouw D.' }
			}
		});
		expect(house.rings).toContainEqual({ kind: 'document', document: study });
	});

	test('is quoted as it is stored, whatever the browser says', async () => {
		const { part, runs } = await passage(voice, QUOTE);
		const made = { part, runs, quote: 'Hij keek nooit naar zijn papieren.' };
		await expect(linkEvidence(house.context, researcher, study, made)).rejects.toThrow(Conflict);
		const elsewhere = { part, runs: [{ at: 0, client: 1, clock: 1, length: 9 }], quote: QUOTE };
		await expect(linkEvidence(house.context, researcher, study, elsewhere)).rejects.toThrow(
			Conflict
		);
		expect((await seen()).evidence).toEqual([]);
	});

	test('that changed a moment ago is to be selected again', async () => {
		const meant = await passage(voice, QUOTE);
		await say(VOICE[0]!, 'Toen belde hij aan. Hij keek steeds naar zijn telefoon.');
		const linking = linkEvidence(house.context, researcher, study, meant);
		await expect(linking).rejects.toThrow(new Conflict('passage_changed'));
	});

	test('stands where words around it change, and where it is moved', async () => {
		await link();
		await say(`Eerst: ${VOICE[1]!}`, VOICE[0]!, 'En dat was het.');
		expect((await only()).opened?.state).toBe('stands');
		// As copies, which are held by their own ids from then on: a later change in them is seen.
		await say(VOICE[0]!, 'En dat was het.', `Eerst: ${VOICE[1]!}`);
		expect((await only()).opened?.state).toBe('stands');
	});

	test('says that it changed, with the words of now, until those are taken', async () => {
		const evidence = await link();
		await say(VOICE[0]!, 'Toen belde hij aan. Hij keek de hele tijd naar zijn papieren.');
		const now = 'Hij keek de hele tijd naar zijn papieren.';
		expect((await only()).opened).toMatchObject({ quote: null, state: 'changed', now });
		const accept = (text: string) =>
			acceptPassage(house.context, researcher, study, { evidence, seen: text });
		await expect(accept('Iets anders')).rejects.toThrow(Conflict);
		await accept(now);
		expect((await only()).opened).toMatchObject({ quote: now, state: 'stands', now: null });
	});

	test('is listed as lost when nothing of it is left, and comes back when it does', async () => {
		await link();
		await say(VOICE[0]!, 'Daar wil ik het niet meer over hebben.');
		expect((await only()).opened).toMatchObject({ quote: null, state: 'lost', now: null });
		await say(...VOICE);
		expect((await only()).opened?.state).toBe('stands');
	});

	test('that was taken back is quoted to nobody but who holds the voice', async () => {
		await shareDocument(house.context, researcher, study, { person: citizen.id, level: 'view' });
		await link();
		for (const [line, state] of [
			['Toen belde hij aan. Hij keek steeds naar zijn telefoon.', 'changed'],
			['Daar wil ik het niet meer over hebben.', 'lost']
		] as const) {
			await say(VOICE[0]!, line);
			for (const actor of [researcher, colleague]) {
				expect((await only(actor)).opened?.state).toBe(state);
				expect(JSON.stringify(await seen(actor))).not.toContain('papieren');
				expect(JSON.stringify(await passagesUsed(house.context, actor, voice))).not.toContain(
					'papieren'
				);
			}
			expect((await only(citizen)).opened).toMatchObject({ quote: QUOTE, state });
		}
	});

	test('of a text that is of nobody alone keeps its words of then', async () => {
		const { parts } = await openDocument(house.context, researcher, story);
		const shared = parts.find(({ perspective }) => perspective === null)!.id;
		const write = (text: string) => writeAs(house.context, researcher, shared, contentOf([text]));
		await write('Mevrouw D. woont alleen in een groot huis.');
		const meant = await passage(shared, 'woont alleen in een groot huis');
		await linkEvidence(house.context, researcher, study, meant);
		await write('Mevrouw D. woont alleen in een klein huis.');
		expect((await only()).opened).toMatchObject({
			...{ quote: 'woont alleen in een groot huis', state: 'changed' },
			now: 'woont alleen in een klein huis'
		});
	});

	test('has a line about what it shows, which is changed, and goes when it is taken away', async () => {
		const evidence = await link();
		const describe = (shows: string) =>
			describeEvidence(house.context, researcher, study, { evidence, shows });
		await describe('  Papier in\nde weg ');
		expect((await only()).opened?.shows).toBe('Papier in de weg');
		await expect(describe('x'.repeat(301))).rejects.toThrow(Invalid);
		await removeEvidence(house.context, researcher, study, evidence);
		expect((await seen()).evidence).toEqual([]);
		await expect(removeEvidence(house.context, researcher, study, evidence)).rejects.toThrow(
			NotFound
		);
	});
});

describe('a finding', () => {
	test('is words of the study on which evidence hangs, and goes with the last of it', async () => {
		const [first, second] = [await link(), await link('Toen niemand meer.')];
		const part = await textOf();
		const couple = async (evidence: string[]) =>
			coupleEvidence(house.context, researcher, study, {
				...(await passage(part, 'Aanleiding en praktijkvraag')),
				part,
				evidence
			});
		const finding = await couple([first]);
		expect(await couple([second])).toBe(finding);
		const { findings, evidence } = await seen();
		expect(findings).toMatchObject([
			{ id: finding, opened: { quote: 'Aanleiding en praktijkvraag', state: 'stands', part } }
		]);
		expect(evidence.map((one) => one.finding)).toEqual([finding, finding]);
		const place = (one: string, at: string | null) =>
			placeEvidence(house.context, researcher, study, { evidence: one, finding: at });
		await place(first, null);
		await removeEvidence(house.context, researcher, study, second);
		expect((await seen()).findings).toEqual([]);
		await expect(place(first, finding)).rejects.toThrow(NotFound);
	});

	test('is in the study itself, and what hangs on it is of that study', async () => {
		const evidence = [await link()];
		const meant = await passage(voice, QUOTE);
		const couple = (given: NewEvidence, ids: string[]) =>
			coupleEvidence(house.context, researcher, study, { ...given, evidence: ids });
		await expect(couple(meant, evidence)).rejects.toThrow(NotFound);
		const own = await passage(await textOf(), 'Aanleiding en praktijkvraag');
		await expect(couple(own, [NOTHING])).rejects.toThrow(NotFound);
		expect((await seen()).findings).toEqual([]);
	});
});

describe('who may not read the passage', () => {
	const SECRETS = [QUOTE, 'papieren', 'Mevrouw D.', 'citizen', 'Gerda', 'tussen hen in'];

	test('knows that it is there, and gets no word of it by any road', async () => {
		const id = await link();
		expect(await only(reader)).toEqual({ id, finding: null, opened: null });
		const told = [
			await seen(reader),
			await openDocument(house.context, reader, study),
			await openStudy(house.context, reader, study),
			await happened()
		].map((one) => JSON.stringify(one));
		for (const format of EXPORT_FORMATS) {
			told.push((await exportDocument(house.context, reader, study, format)).body);
		}
		for (const text of [told[0]!, told[3]!, ...told.slice(4)]) {
			for (const secret of SECRETS) expect(text).not.toContain(secret);
			for (const hidden of [story, voice]) expect(text).not.toContain(hidden);
		}
	});

	test('takes it away or hangs it elsewhere as who writes the study, and says nothing of it', async () => {
		const evidence = await link();
		const { context } = house;
		for (const attempt of [
			() => describeEvidence(context, reader, study, { evidence, shows: 'x' }),
			() => acceptPassage(context, reader, study, { evidence, seen: 'x' }),
			() => passagesUsed(context, reader, voice)
		]) {
			await expect(attempt()).rejects.toThrow(NotFound);
		}
		await placeEvidence(context, reader, study, { evidence, finding: null });
		await removeEvidence(context, reader, study, evidence);
	});

	test('links nothing of it: a voice is quoted by nobody else while the case is blind', async () => {
		({ story, voice } = await tell({ title: 'Het bankje', blind: true }));
		const meant = await passage(voice, QUOTE);
		for (const actor of [researcher, reader]) {
			await expect(linkEvidence(house.context, actor, study, meant)).rejects.toThrow(NotFound);
		}
		await revealVoices(house.context, researcher, story);
		await linkEvidence(house.context, researcher, study, meant);
	});

	test('sees it no more when the case goes into the bin, and again when it is put back', async () => {
		await link();
		await binDocument(house.context, researcher, story);
		expect((await only()).opened).toBeNull();
		await restoreDocument(house.context, researcher, story);
		expect((await only()).opened?.quote).toBe(QUOTE);
	});
});

describe('who may not', () => {
	test('write the study changes nothing of what it leans on', async () => {
		const evidence = await link();
		const meant = await passage(voice, QUOTE);
		const attempts = (actor: Actor, id: string) => [
			() => linkEvidence(house.context, actor, id, meant),
			() => describeEvidence(house.context, actor, id, { evidence, shows: 'x' }),
			() => acceptPassage(house.context, actor, id, { evidence, seen: 'x' }),
			() => coupleEvidence(house.context, actor, id, { ...meant, evidence: [evidence] }),
			() => placeEvidence(house.context, actor, id, { evidence, finding: null }),
			() => removeEvidence(house.context, actor, id, evidence)
		];
		for (const id of [study, NOTHING]) {
			for (const attempt of attempts(citizen, id))
				await expect(attempt()).rejects.toThrow(NotFound);
		}
		for (const attempt of attempts(researcher, story)) {
			await expect(attempt()).rejects.toThrow(NotAllowed);
		}
		await changeDocument(house.context, researcher, study, { state: 'in_review' });
		await changeDocument(house.context, researcher, study, { state: 'final' });
		for (const attempt of attempts(researcher, study)) {
			await expect(attempt()).rejects.toThrow(NotAllowed);
		}
		expect((await only()).id).toBe(evidence);
		expect(await happened()).toEqual([{ name: 'evidence.linked', details: { evidence } }]);
	});

	test('reach evidence through another study', async () => {
		const evidence = await link();
		const other = await createDocument(house.context, researcher, {
			...{ werkplaats: 'twente', kind: 'study', title: 'Andere' }
		});
		const { context } = house;
		for (const attempt of [
			() => describeEvidence(context, researcher, other, { evidence, shows: 'x' }),
			() => acceptPassage(context, researcher, other, { evidence, seen: 'x' }),
			() => placeEvidence(context, researcher, other, { evidence, finding: null }),
			() => removeEvidence(context, researcher, other, evidence)
		]) {
			await expect(attempt()).rejects.toThrow(NotFound);
		}
	});
});

test('beside a text of a case stand the passages that studies lean on which one may view', async () => {
	const id = await link();
	const used = await passagesUsed(house.context, colleague, voice);
	const { runs } = await passage(voice, QUOTE);
	expect(used).toEqual([
		{ id, passage: { quote: QUOTE, runs, alone: true }, study: { id: study, title: 'Aanbellen' } }
	]);
	await changeDocument(house.context, researcher, study, { sensitivity: 'restricted' });
	expect(await passagesUsed(house.context, citizen, voice)).toEqual([]);
});

test('passages stand there with the words of now alone, and not when nothing of them is left', async () => {
	const id = await link();
	const said = 'Hij keek de hele tijd naar zijn papieren.';
	await say(VOICE[0]!, `Toen belde hij aan. ${said}`);
	const now = await passage(voice, said);
	expect(await passagesUsed(house.context, colleague, voice)).toMatchObject([
		{ id, passage: { quote: now.quote, runs: now.runs } }
	]);
	await say(VOICE[0]!);
	expect(await passagesUsed(house.context, citizen, voice)).toEqual([]);
});

test('a case is brought to studies that one writes, to those that it hangs together with first', async () => {
	const other = await createDocument(house.context, colleague, {
		...{ werkplaats: 'twente', kind: 'study', title: 'Later begonnen' }
	});
	await relate(house.context, researcher, study, { to: story, type: 'uses' });
	const [first, ...more] = await studiesToFill(house.context, researcher, story);
	expect(first).toEqual({ id: study, title: 'Aanbellen', related: true });
	expect(more).toContainEqual({ id: other, title: 'Later begonnen', related: false });
	expect(await studiesToFill(house.context, citizen, story)).toEqual([]);
});
