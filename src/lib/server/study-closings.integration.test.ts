import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { Conflict, Invalid, NotAllowed, NotFound } from '#domain/errors.ts';
import type { Actor } from '#domain/facts.ts';
import { PARTIES } from '#domain/parties.ts';
import { addMember, addWerkplaats } from '#tests/integration/builders.ts';
import { openTestHouse, type TestHouse } from '#tests/integration/house.ts';
import { changeDocument } from './document-changes.ts';
import { createDocument } from './documents.ts';
import { shareDocument } from './grants.ts';
import { openStudy } from './studies.ts';
import { explainSilence, sayChange } from './study-closings.ts';

let house: TestHouse;
let people: Record<'researcher' | 'lector' | 'teacher' | 'citizen' | 'coordinator', Actor>;
let neighbour: Actor;
let study: string;
let twente: string;

beforeAll(async () => {
	house = await openTestHouse();
	twente = await addWerkplaats(house.db, { slug: 'twente', name: 'Twente' });
	const joined = (as: keyof typeof people) => addMember(house.db, twente, as, { name: `A ${as}` });
	people = {
		researcher: await joined('researcher'),
		lector: await joined('lector'),
		teacher: await joined('teacher'),
		citizen: await joined('citizen'),
		coordinator: await joined('coordinator')
	};
	const utrecht = await addWerkplaats(house.db, { slug: 'utrecht', name: 'Utrecht' });
	neighbour = await addMember(house.db, utrecht, 'citizen');
});
afterAll(() => house.close());

beforeEach(async () => {
	study = await createDocument(house.context, people.lector, {
		...{ werkplaats: 'twente', kind: 'study', title: 'Aanbellen' }
	});
	await share(people.citizen, 'comment');
});

const share = (to: Actor, level: 'view' | 'comment') =>
	shareDocument(house.context, people.lector, study, { person: to.id, level });
const say = (by: Actor, party: (typeof PARTIES)[number], change: string) =>
	sayChange(house.context, by, study, { party, change });
const explain = (by: Actor, party: (typeof PARTIES)[number], reason: string) =>
	explainSilence(house.context, by, study, { party, reason });
const opened = async (by: Actor) => {
	const found = await openStudy(house.context, by, study);
	if (!found) throw new Error('no study');
	return found;
};

describe('what a party does differently', () => {
	test('is said by somebody of that party, in its own words, and by nobody else', async () => {
		const { citizen, lector, coordinator, teacher } = people;
		for (const other of [lector, coordinator, teacher]) {
			await expect(say(other, 'citizens', 'Zij doen open.')).rejects.toThrow(NotAllowed);
		}
		await say(citizen, 'citizens', '  Wij kiezen mee in welke straat. ');
		const { closings, silent, speaksFor } = await opened(citizen);
		expect(closings).toEqual([
			{
				...{ party: 'citizens', change: 'Wij kiezen mee in welke straat.', reason: '' },
				...{
					changeSaid: { by: { id: citizen.id, name: 'A citizen' }, at: house.context.now() },
					reasonSaid: null
				}
			}
		]);
		expect(silent).toEqual(['practice', 'municipality', 'research', 'education']);
		expect(speaksFor).toBe('citizens');
		expect((await opened(coordinator)).speaksFor).toBeNull();
		expect(house.rings).toContainEqual({ kind: 'document', document: study });
	});

	test('is not said by who only reads the study, nor by a citizen of elsewhere', async () => {
		await share(people.citizen, 'view');
		await expect(say(people.citizen, 'citizens', 'x')).rejects.toThrow(NotAllowed);
		await expect(say(neighbour, 'citizens', 'x')).rejects.toThrow(NotFound);
		await share(neighbour, 'comment');
		await expect(say(neighbour, 'citizens', 'x')).rejects.toThrow(NotAllowed);
		expect((await opened(people.lector)).closings).toEqual([]);
	});

	test('may be unknown: who manages the study says why, and never what it would be', async () => {
		const { lector, researcher, citizen } = people;
		await expect(explain(researcher, 'municipality', 'Gevraagd.')).rejects.toThrow(NotAllowed);
		await expect(explain(citizen, 'municipality', 'Gevraagd.')).rejects.toThrow(NotAllowed);
		await explain(lector, 'municipality', 'Gevraagd in november.');
		const { closings, silent } = await opened(lector);
		expect(closings).toMatchObject([
			{ party: 'municipality', change: '', reason: 'Gevraagd in november.' }
		]);
		expect(silent).not.toContain('municipality');
	});

	test('stays beside a reason that came before, each with the name of who said it', async () => {
		const { citizen, lector } = people;
		await explain(lector, 'citizens', 'Op vakantie.');
		await say(citizen, 'citizens', 'Wij bellen zelf aan.');
		expect((await opened(lector)).closings).toMatchObject([
			{
				...{ change: 'Wij bellen zelf aan.', changeSaid: { by: { name: 'A citizen' } } },
				...{ reason: 'Op vakantie.', reasonSaid: { by: { name: 'A lector' } } }
			}
		]);
	});

	test('gets no reason beside it by who arranges, who can only take theirs away', async () => {
		const { citizen, lector } = people;
		await explain(lector, 'citizens', 'Op vakantie.');
		await say(citizen, 'citizens', 'Wij bellen zelf aan.');
		await expect(explain(lector, 'citizens', 'Zij willen niet.')).rejects.toThrow(
			new Conflict('party_heard')
		);
		await explain(lector, 'citizens', '');
		expect((await opened(lector)).closings).toMatchObject([
			{
				...{ change: 'Wij bellen zelf aan.', changeSaid: { by: { id: citizen.id } } },
				...{ reason: '', reasonSaid: null }
			}
		]);
	});

	test('is altered by who said it, and not by a neighbour of the same party', async () => {
		const { citizen } = people;
		const other = await addMember(house.db, twente, 'citizen', { name: 'Another citizen' });
		await share(other, 'comment');
		await say(citizen, 'citizens', 'Wij bellen zelf aan.');
		expect((await opened(other)).speaksFor).toBeNull();
		await expect(say(other, 'citizens', 'Wij bellen nooit aan.')).rejects.toThrow(
			new Conflict('change_of_another')
		);
		await expect(say(other, 'citizens', '')).rejects.toThrow(Conflict);
		await say(citizen, 'citizens', '');
		expect((await opened(other)).speaksFor).toBe('citizens');
		await say(other, 'citizens', 'Wij zwaaien.');
		expect((await opened(citizen)).closings).toMatchObject([
			{ change: 'Wij zwaaien.', changeSaid: { by: { name: 'Another citizen' } } }
		]);
	});

	test('passes to the party, under a new name, when who said it is of it no more', async () => {
		const gone = await addMember(house.db, twente, 'citizen', { name: 'Gone' });
		await share(gone, 'comment');
		await say(gone, 'citizens', 'Wij bellen zelf aan.');
		expect((await opened(people.citizen)).speaksFor).toBeNull();
		await house.sql`update membership set until = ${house.context.now()} where person_id = ${gone.id}`;
		expect((await opened(people.citizen)).speaksFor).toBe('citizens');
		await say(people.citizen, 'citizens', 'Wij zwaaien.');
		expect((await opened(people.citizen)).closings).toMatchObject([
			{ change: 'Wij zwaaien.', changeSaid: { by: { name: 'A citizen' } } }
		]);
	});

	test('fits on a page', async () => {
		await expect(say(people.citizen, 'citizens', 'x'.repeat(2001))).rejects.toThrow(Invalid);
	});

	test('that nobody said keeps no study from being finished, and is still said after that', async () => {
		for (const state of ['in_review', 'final'] as const) {
			await changeDocument(house.context, people.lector, study, { state });
		}
		expect((await opened(people.lector)).silent).toEqual(PARTIES);
		await say(people.citizen, 'citizens', 'Wij lezen mee.');
		await changeDocument(house.context, people.lector, study, { state: 'published' });
		await expect(say(people.citizen, 'citizens', 'Iets anders.')).rejects.toThrow(NotAllowed);
		await expect(explain(people.lector, 'practice', 'Stil.')).rejects.toThrow(NotAllowed);
	});

	test('exists for no other kind of document, not even for who owns it', async () => {
		study = await createDocument(house.context, people.lector, {
			...{ werkplaats: 'twente', kind: 'case', title: 'Een deur' }
		});
		await expect(say(people.lector, 'research', 'x')).rejects.toThrow(NotAllowed);
		await expect(explain(people.lector, 'research', 'x')).rejects.toThrow(NotAllowed);
	});
});
