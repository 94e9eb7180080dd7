import { afterAll, expect, test } from 'vitest';
import type { z } from 'zod';
import { FORMATS } from '#domain/formats/formats.ts';
import { describeAccount } from '#server/account.ts';
import { openDesign, replaceDesign } from '#server/assignments.ts';
import { createDocument } from '#server/documents.ts';
import { beginCycle } from '#server/cycles.ts';
import { tickGate } from '#server/gates.ts';
import { listSharing } from '#server/grants.ts';
import { addSource } from '#server/sources.ts';
import { openStudy } from '#server/studies.ts';
import { listRelations, relate } from '#server/relations.ts';
import { describeWerkplaatsen } from '#server/werkplaatsen.ts';
import { boardSince } from '#server/workshop-board.ts';
import { beginRound } from '#server/workshop-rounds.ts';
import { addMember, addMembership, addWerkplaats } from '#tests/integration/builders.ts';
import { openTestHouse } from '#tests/integration/house.ts';
import { Design } from './design.ts';
import { openHall } from '#tests/workshop/hall.ts';
import { BoardNews } from './board-schemas.ts';
import { Grants, Me, Relations, Study, Werkplaatsen } from './schemas.ts';

const house = await openTestHouse();
const { context, db } = house;
afterAll(() => house.close());

const actor = await addMember(db, await addWerkplaats(db, { slug: 'here' }), 'researcher');
await addMembership(db, { personId: actor.id, werkplaatsId: null, function: 'national' });

/** What a machine gets, which has no dates, and the schema that it read. */
function expectFit(schema: z.ZodObject, answer: unknown): void {
	expect(schema.strict().safeParse(JSON.parse(JSON.stringify(answer))).error).toBeUndefined();
}

test('answers are what the description says', async () => {
	const asker = {
		actor,
		language: 'nl',
		email: 'a@b.example',
		sessionId: null,
		tokenId: null
	} as const;
	expectFit(Me, await describeAccount(context, asker));
	const places = await describeWerkplaatsen(context, actor);
	expectFit(Werkplaatsen, {
		werkplaatsen: places.map((place) => ({ ...place, url: 'https://wisselwerking.test/here' }))
	});
	const study = { werkplaats: 'here', kind: 'study', title: 'Aanbellen' } as const;
	const id = await createDocument(context, actor, study);
	const { grants } = await listSharing(context, actor, id);
	expectFit(Grants, { grants });
	await beginCycle(context, actor, id);
	await tickGate(context, actor, id, { item: 'no_bsn', ticked: true });
	await addSource(context, actor, id, {
		kind: 'research',
		text: 'A book',
		address: 'https://a.example'
	});
	expectFit(Study, await openStudy(context, actor, id));
	const task = { werkplaats: 'here', kind: 'assignment', title: 'Tien minuten' } as const;
	const assignment = await createDocument(context, actor, task);
	await replaceDesign(context, actor, assignment, {
		steps: FORMATS.gossip,
		rubric: [{ title: 'Luistert', levels: ['nee', 'ja'] }],
		questions: ['Wat viel op?']
	});
	expectFit(Design, await openDesign(context, actor, assignment));
	const question = { werkplaats: 'here', kind: 'question', title: 'Mag ik binnenkomen?' } as const;
	const asked = await createDocument(context, actor, question);
	await relate(context, actor, id, { to: asked, type: 'answers' });
	const relations = await listRelations(context, actor, id);
	expect(relations).toHaveLength(1);
	expectFit(Relations, { relations });
});

test('so is what groups write in a workshop', async () => {
	const hall = await openHall();
	const { run } = await hall.begin();
	await beginRound(hall.context, hall.teacher, run, 1);
	const news = await boardSince(hall.context, hall.teacher, run, '');
	expect(news.texts).toHaveLength(2);
	expectFit(BoardNews, news);
	await hall.house.close();
});
