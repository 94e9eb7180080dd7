import { afterAll, describe, expect, test } from 'vitest';
import { NotAllowed, NotFound } from '#domain/errors.ts';
import type { Actor } from '#domain/facts.ts';
import { addDocument, addMember, addWerkplaats } from '#tests/integration/builders.ts';
import { openTestHouse } from '#tests/integration/house.ts';
import {
	askThroughLink,
	closeAgendaLink,
	listAgendaLinks,
	makeAgendaLink,
	readAgendaLink
} from './agenda-links.ts';
import { openAgenda } from './agenda.ts';
import { openDocument } from './documents.ts';
import { LIMITS } from './limits.ts';
import { readTexts } from './parts.ts';
import { curateQuestion } from './questions.ts';

const house = await openTestHouse();
const { context, db } = house;
afterAll(() => house.close());

const DAY_MS = 86_400_000;
let addresses = 0;
const asked = (given: Partial<Parameters<typeof askThroughLink>[2]> = {}) => ({
	...{ question: 'Waarom moet ik alles drie keer vertellen?', example: '', name: '' },
	address: `192.0.2.${++addresses}`,
	...given
});

async function aLink(days = 7) {
	const id = await addWerkplaats(db, { name: `Werkplaats ${++addresses}` });
	const coordinator = await addMember(db, id, 'coordinator');
	const citizen = await addMember(db, id, 'citizen');
	const until = new Date(context.now().getTime() + days * DAY_MS);
	const { link } = await makeAgendaLink(context, coordinator, { werkplaats: id, until });
	const value = link.split('/').at(-1)!;
	return { id, coordinator, citizen, link, value };
}
const clarify = (actor: Actor, id: string) =>
	curateQuestion(context, actor, id, {
		...{ decision: 'clarified', type: null, cluster: '', mergedInto: null, reason: '' }
	});

describe('through a link', () => {
	test('a citizen asks; editors read it first, the werkplaats once it is clear', async () => {
		const { id, coordinator, citizen, value } = await aLink();
		await askThroughLink(
			context,
			value,
			asked({ name: ' Gerda ', example: 'Bij het loket.\n\nEn weer.' })
		);
		const { questions } = await openAgenda(context, coordinator, id);
		const question = questions[0]!;
		expect(question).toMatchObject({
			...{ title: 'Waarom moet ik alles drie keer vertellen?', standing: 'new' },
			...{ party: 'citizens', askerName: 'Gerda', viaLink: true, sensitivity: 'restricted' }
		});
		expect((await openAgenda(context, citizen, id)).questions).toEqual([]);
		await expect(openDocument(context, citizen, question.id)).rejects.toThrow(NotFound);
		const opened = await openDocument(context, coordinator, question.id);
		const text = JSON.stringify([...(await readTexts(context, opened.parts)).values()]);
		for (const words of ['drie keer', 'Bij het loket.', 'En weer.']) expect(text).toContain(words);
		await clarify(coordinator, question.id);
		expect((await openAgenda(context, citizen, id)).questions).toMatchObject([
			{ standing: 'clarified', askerName: 'Gerda' }
		]);
	});

	test('no name is asked for, and none is made up', async () => {
		const { id, coordinator, value } = await aLink();
		await askThroughLink(context, value, asked());
		const { questions } = await openAgenda(context, coordinator, id);
		expect(questions[0]).toMatchObject({ askerName: null, party: 'citizens' });
	});

	test('one reads the name of the werkplaats and nothing else', async () => {
		const { id, coordinator, value } = await aLink();
		await addDocument(db, { werkplaatsId: id, createdBy: coordinator.id, title: 'Geheim' });
		const read = await readAgendaLink(context, value);
		expect(Object.keys(read).sort()).toEqual(['isOpen', 'werkplaats']);
		expect(read).toMatchObject({ isOpen: true });
	});

	test('a question is one that fits in a title', async () => {
		const { value } = await aLink();
		const refused = async (question: string) =>
			expect(askThroughLink(context, value, asked({ question }))).rejects;
		await (await refused('   ')).toMatchObject({ fields: { question: 'required' } });
		await (await refused('x'.repeat(201))).toMatchObject({ fields: { question: 'too_long' } });
	});

	test('so many questions are taken from one address, and no more', async () => {
		const { value } = await aLink();
		const address = '198.51.100.7';
		const { tries } = LIMITS['question-address'];
		for (let nth = 0; nth < tries; nth++) await askThroughLink(context, value, asked({ address }));
		await expect(askThroughLink(context, value, asked({ address }))).rejects.toThrow(
			'too_many_questions'
		);
		await askThroughLink(context, value, asked());
	});
});

describe('a link opens nothing', () => {
	const expectShut = async (value: string) => {
		expect(await readAgendaLink(context, value)).toMatchObject({ isOpen: false });
		await expect(askThroughLink(context, value, asked())).rejects.toThrow('agenda_link_closed');
	};

	test('with half of it, or another secret', async () => {
		const { value } = await aLink();
		const [half] = value.split('.');
		for (const wrong of [half!, `${half}.anders`, 'nothing.here', '']) {
			await expect(readAgendaLink(context, wrong)).rejects.toThrow(NotFound);
			await expect(askThroughLink(context, wrong, asked())).rejects.toThrow(NotFound);
		}
	});

	test('once it was closed', async () => {
		const { id, coordinator, value } = await aLink();
		const [open] = await listAgendaLinks(context, coordinator, id);
		await closeAgendaLink(context, coordinator, { werkplaats: id, id: open!.id });
		await expectShut(value);
		expect(await listAgendaLinks(context, coordinator, id)).toEqual([]);
		await expect(
			closeAgendaLink(context, coordinator, { werkplaats: id, id: open!.id })
		).rejects.toThrow(NotFound);
	});

	test('when who made it coordinates no more', async () => {
		const { coordinator, value } = await aLink();
		await house.sql`update membership set until = ${context.now()} where person_id = ${coordinator.id}`;
		await expectShut(value);
	});

	test('after its end date', async () => {
		const { value } = await aLink(2);
		house.pass(3 * DAY_MS);
		await expectShut(value);
	});
});

test('only who coordinates the werkplaats makes, sees and closes its links', async () => {
	const { id, coordinator } = await aLink();
	const [open] = await listAgendaLinks(context, coordinator, id);
	const until = new Date(context.now().getTime() + DAY_MS);
	const elsewhere = await addMember(db, await addWerkplaats(db), 'coordinator');
	const lector = await addMember(db, id, 'lector');
	for (const actor of [elsewhere, lector]) {
		const tries = [
			() => makeAgendaLink(context, actor, { werkplaats: id, until }),
			() => listAgendaLinks(context, actor, id),
			() => closeAgendaLink(context, actor, { werkplaats: id, id: open!.id })
		];
		for (const attempt of tries) await expect(attempt()).rejects.toThrow(NotAllowed);
	}
	const own = elsewhere.memberships[0]!.werkplaats!;
	await expect(
		closeAgendaLink(context, elsewhere, { werkplaats: own, id: open!.id })
	).rejects.toThrow(NotFound);
});

test('a link ends, within a year', async () => {
	const { id, coordinator } = await aLink();
	const make = (until: Date | null) =>
		makeAgendaLink(context, coordinator, { werkplaats: id, until });
	await expect(make(null)).rejects.toMatchObject({ fields: { until: 'required' } });
	await expect(make(new Date(0))).rejects.toMatchObject({ fields: { until: 'past' } });
	const far = new Date(context.now().getTime() + 400 * DAY_MS);
	await expect(make(far)).rejects.toMatchObject({ fields: { until: 'token_too_long' } });
});
