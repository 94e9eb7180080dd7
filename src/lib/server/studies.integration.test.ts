import * as Y from 'yjs';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { appendUpdate } from '#db/queries/updates.ts';
import { TEXT_FRAGMENT } from '#domain/content/schema.ts';
import { Conflict, NotAllowed, NotFound } from '#domain/errors.ts';
import type { Actor } from '#domain/facts.ts';
import { GATE_ITEMS, type Gate } from '#domain/gates.ts';
import { addMember, addWerkplaats } from '#tests/integration/builders.ts';
import { openTestHouse, type TestHouse } from '#tests/integration/house.ts';
import { beginCycle, removeCycle, setPhase } from './cycles.ts';
import { changeDocument } from './document-changes.ts';
import { createDocument, findDocuments, openDocument } from './documents.ts';
import { exportDocument } from './export.ts';
import { signGate, tickGate } from './gates.ts';
import { shareDocument } from './grants.ts';
import { addSource, changeSource, removeSource } from './sources.ts';
import { openStudy } from './studies.ts';
import { refreshText } from './texts.ts';

const NOTHING = '00000000-0000-4000-8000-000000000000';

let house: TestHouse;
let researcher: Actor;
let lector: Actor;
let teacher: Actor;
let outsider: Actor;
let elsewhere: Actor;
let study: string;

beforeAll(async () => {
	house = await openTestHouse();
	const twente = await addWerkplaats(house.db, { slug: 'twente', name: 'Twente' });
	const utrecht = await addWerkplaats(house.db, { slug: 'utrecht', name: 'Utrecht' });
	researcher = await addMember(house.db, twente, 'researcher', { name: 'Samira' });
	lector = await addMember(house.db, twente, 'lector', { name: 'Joost' });
	teacher = await addMember(house.db, twente, 'teacher');
	outsider = await addMember(house.db, utrecht, 'researcher');
	elsewhere = await addMember(house.db, utrecht, 'lector');
});
afterAll(() => house.close());

beforeEach(async () => {
	study = await begin('study');
});

function begin(kind: 'study' | 'case'): Promise<string> {
	const document = { werkplaats: 'twente', kind, title: 'Aanbellen' } as const;
	return createDocument(house.context, researcher, document);
}

async function opened() {
	const found = await openStudy(house.context, researcher, study);
	if (!found) throw new Error('no study');
	return found;
}

async function happened(): Promise<string[]> {
	const rows = await house.sql<{ name: string }[]>`
		select name from event where document_id = ${study} order by id`;
	return rows.map(({ name }) => name).filter((name) => !name.startsWith('document.'));
}

describe('who may not', () => {
	const attempts = (actor: Actor, id: string) => [
		() => beginCycle(house.context, actor, id),
		() => setPhase(house.context, actor, id, { part: NOTHING, phase: 'plan' }),
		() => removeCycle(house.context, actor, id, NOTHING),
		() => tickGate(house.context, actor, id, { item: 'no_bsn', ticked: true }),
		() => signGate(house.context, actor, id, 'data'),
		() => addSource(house.context, actor, id, { kind: 'research', text: 'x' }),
		() => changeSource(house.context, actor, id, { source: NOTHING, kind: 'research', text: 'x' }),
		() => removeSource(house.context, actor, id, NOTHING)
	];

	test('see the study hears the same as of one that is not there', async () => {
		for (const id of [study, NOTHING]) {
			await expect(openStudy(house.context, outsider, id)).rejects.toThrow(NotFound);
			for (const attempt of attempts(outsider, id))
				await expect(attempt()).rejects.toThrow(NotFound);
		}
	});

	test('write in it changes nothing around it', async () => {
		for (const attempt of attempts(teacher, study))
			await expect(attempt()).rejects.toThrow(NotAllowed);
		expect(await happened()).toEqual([]);
	});

	test('nobody may with another kind of document', async () => {
		const story = await begin('case');
		expect(await openStudy(house.context, researcher, story)).toBeNull();
		for (const attempt of attempts(researcher, story)) {
			await expect(attempt()).rejects.toThrow(NotAllowed);
		}
	});
});

describe('a cycle', () => {
	test('is a part with a text, a number and a phase', async () => {
		const first = await beginCycle(house.context, researcher, study);
		const second = await beginCycle(house.context, researcher, study);
		await setPhase(house.context, researcher, study, { part: first, phase: 'reflect' });
		expect((await opened()).cycles).toEqual([
			{ part: first, number: 1, phase: 'reflect', removable: false },
			{ part: second, number: 2, phase: 'orient', removable: true }
		]);
		const { parts } = await openDocument(house.context, researcher, study);
		expect(parts.map(({ id, kind, ability }) => [id, kind, ability]).slice(1)).toEqual([
			[first, 'cycle', 'owner'],
			[second, 'cycle', 'owner']
		]);
		expect(await happened()).toEqual(['cycle.begun', 'cycle.begun', 'cycle.phase']);
		expect(house.rings).toContainEqual({ kind: 'document', document: study });
	});

	test('does not take the place of the study in lists', async () => {
		await beginCycle(house.context, researcher, study);
		const listed = (await findDocuments(house.context, researcher)).find(({ id }) => id === study);
		expect(listed?.preview).toContain('Aanleiding en praktijkvraag');
	});

	test('two begun at once have two numbers', async () => {
		await Promise.all([1, 2, 3].map(() => beginCycle(house.context, researcher, study)));
		expect((await opened()).cycles.map(({ number }) => number)).toEqual([1, 2, 3]);
	});

	test('goes along in a file, under its number', async () => {
		await beginCycle(house.context, researcher, study);
		const { body } = await exportDocument(house.context, researcher, study, 'md');
		expect(body.indexOf('Cyclus 1')).toBeGreaterThan(body.indexOf('Literatuur'));
		expect(body.indexOf('Wat zagen we?')).toBeGreaterThan(body.indexOf('Cyclus 1'));
	});

	test('of another study is not reached through this one', async () => {
		const part = await beginCycle(house.context, researcher, study);
		const other = await begin('study');
		const phase = setPhase(house.context, researcher, other, { part, phase: 'act' });
		await expect(phase).rejects.toThrow(NotFound);
		await expect(removeCycle(house.context, researcher, other, part)).rejects.toThrow(NotFound);
	});

	test('is not begun while the text stands still', async () => {
		await changeDocument(house.context, researcher, study, { state: 'archived' });
		await expect(beginCycle(house.context, researcher, study)).rejects.toThrow(NotAllowed);
	});

	test('begun by mistake can be taken away, the last one first', async () => {
		const first = await beginCycle(house.context, researcher, study);
		const second = await beginCycle(house.context, researcher, study);
		const remove = (part: string) => removeCycle(house.context, researcher, study, part);
		await expect(remove(first)).rejects.toThrow(new Conflict('cycle_not_last'));
		await remove(second);
		await remove(first);
		expect((await opened()).cycles).toEqual([]);
		expect((await openDocument(house.context, researcher, study)).parts).toHaveLength(1);
		expect(house.rings).toContainEqual({ kind: 'access', documents: [study] });
	});

	test('in which a word was written stays', async () => {
		const part = await beginCycle(house.context, researcher, study);
		await appendUpdate(house.db, { part, bytes: words('Er deed iemand open.'), author: null });
		const removal = removeCycle(house.context, researcher, study, part);
		await expect(removal).rejects.toThrow(new Conflict('cycle_has_words'));
		await refreshText(house.context, part);
		expect((await opened()).cycles).toMatchObject([{ removable: false }]);
	});

	test('in which a word is being stored at that moment stays too', async () => {
		const part = await beginCycle(house.context, researcher, study);
		let removal: Promise<void> = Promise.resolve();
		await house.sql.begin(async (sql) => {
			await sql`insert into part_update (part_id, bytes) values (${part}, ${Buffer.from(words('Net.'))})`;
			removal = removeCycle(house.context, researcher, study, part);
			removal.catch(() => {});
			await expect
				.poll(async () => {
					const [row] = await house.sql<{ waiting: boolean }[]>`
						select exists (select 1 from pg_stat_activity where wait_event_type = 'Lock'
							and datname = current_database()) as waiting`;
					return row?.waiting;
				})
				.toBe(true);
		});
		await expect(removal).rejects.toThrow(new Conflict('cycle_has_words'));
	});
});

describe('a gate', () => {
	const tick = (item: string, ticked = true, actor = researcher) =>
		tickGate(house.context, actor, study, { item, ticked });
	const tickAll = async (gate: Gate) => {
		for (const item of GATE_ITEMS[gate]) await tick(item);
	};
	const gate = async (name: Gate) => (await opened()).gates.find((each) => each.gate === name);

	test('says who ticked what, and keeps who did so first', async () => {
		await tick('no_bsn');
		const [at] = [house.context.now()];
		house.pass(60_000);
		await tick('no_bsn', true, lector);
		const item = (await gate('data'))?.items.find((each) => each.item === 'no_bsn');
		expect(item?.tick).toEqual({ by: { id: researcher.id, name: 'Samira' }, at });
		expect(await happened()).toEqual(['gate.ticked']);
	});

	test('is signed by a lector when all is ticked, not before', async () => {
		const sign = () => signGate(house.context, lector, study, 'data');
		await tick('no_bsn');
		await expect(sign()).rejects.toThrow(new Conflict('gate_open'));
		await tickAll('data');
		expect((await gate('data'))?.state).toBe('ready');
		await sign();
		await sign();
		expect(await gate('data')).toMatchObject({
			state: 'signed',
			signature: { by: { name: 'Joost' }, withdrawn: null }
		});
		expect((await happened()).filter((name) => name === 'gate.signed')).toHaveLength(1);
		expect((await gate('ethics'))?.state).toBe('open');
	});

	test('is signed by nobody else, owner or not, and by no lector of elsewhere', async () => {
		await tickAll('data');
		const owner = { person: elsewhere.id, level: 'owner' } as const;
		await shareDocument(house.context, researcher, study, owner);
		for (const actor of [researcher, elsewhere]) {
			await expect(signGate(house.context, actor, study, 'data')).rejects.toThrow(NotAllowed);
		}
	});

	test('loses its signature, for all to see, when a tick goes; and can be signed again', async () => {
		await tickAll('data');
		await signGate(house.context, lector, study, 'data');
		await tick('key_file_apart', false);
		expect(await gate('data')).toMatchObject({
			state: 'open',
			signature: { by: { name: 'Joost' }, withdrawn: { by: { name: 'Samira' } } }
		});
		await tick('key_file_apart');
		expect((await gate('data'))?.state).toBe('ready');
		await signGate(house.context, lector, study, 'data');
		expect(await gate('data')).toMatchObject({ state: 'signed', signature: { withdrawn: null } });
		expect((await happened()).filter((name) => !name.endsWith('ticked'))).toEqual([
			'gate.signed',
			'gate.signature_withdrawn',
			'gate.signed'
		]);
	});

	test('a tick taken away at another gate leaves it signed', async () => {
		await tickAll('data');
		await tick('plain_words');
		await signGate(house.context, lector, study, 'data');
		await tick('plain_words', false);
		expect((await gate('data'))?.state).toBe('signed');
	});

	test('has no items of anybody’s own', async () => {
		await expect(tick('made_up')).rejects.toThrow(NotFound);
	});
});

describe('sources', () => {
	const add = (input: Parameters<typeof addSource>[3]) =>
		addSource(house.context, researcher, study, input);

	test('stand in order, by kind, with what misses', async () => {
		expect((await opened()).missing).toEqual(['research', 'practice', 'experience']);
		const book = await add({
			kind: 'research',
			text: '  Jansen, E. (2023).\n Samen leren. ',
			address: ' https://doi.org/10.1000/182 '
		});
		const talk = await add({ kind: 'practice', text: 'Het wijkteam, in maart.' });
		const { sources, missing } = await opened();
		expect(sources).toMatchObject([
			{
				id: book,
				kind: 'research',
				text: 'Jansen, E. (2023). Samen leren.',
				address: 'https://doi.org/10.1000/182',
				addedBy: { name: 'Samira' }
			},
			{ id: talk, kind: 'practice', address: null }
		]);
		expect(missing).toEqual(['experience']);
	});

	test('are changed and taken away, through their own study only', async () => {
		const source = await add({ kind: 'research', text: 'Een boek' });
		const other = await begin('study');
		const changed = { source, kind: 'experience', text: 'Een verhaal' } as const;
		await expect(changeSource(house.context, researcher, other, changed)).rejects.toThrow(NotFound);
		await expect(removeSource(house.context, researcher, other, source)).rejects.toThrow(NotFound);
		await changeSource(house.context, researcher, study, changed);
		expect((await opened()).sources).toMatchObject([{ kind: 'experience', text: 'Een verhaal' }]);
		await removeSource(house.context, researcher, study, source);
		expect((await opened()).sources).toEqual([]);
		expect(await happened()).toEqual(['source.added', 'source.changed', 'source.removed']);
	});

	test('have words, and an address that can be followed or none', async () => {
		const refused = async (fields: { text?: string; address?: string }) => {
			const adding = add({ kind: 'research', text: 'Een boek', ...fields });
			return adding.then(
				() => 'added',
				(error) => error.fields
			);
		};
		expect(await refused({ text: ' \n' })).toEqual({ text: 'required' });
		expect(await refused({ text: 'x'.repeat(1001) })).toEqual({ text: 'too_long' });
		expect(await refused({ address: 'javascript:alert(1)' })).toEqual({
			address: 'address_invalid'
		});
		expect(await refused({ address: ' ' })).toBe('added');
	});
});

/** An update that adds a paragraph, as an editor would send it. */
function words(said: string): Uint8Array {
	const doc = new Y.Doc();
	const paragraph = new Y.XmlElement('paragraph');
	paragraph.insert(0, [new Y.XmlText(said)]);
	doc.getXmlFragment(TEXT_FRAGMENT).insert(0, [paragraph]);
	const update = Y.encodeStateAsUpdate(doc);
	doc.destroy();
	return update;
}
