import { afterAll, expect, test } from 'vitest';
import { addDocument, addMember, addWerkplaats } from '#tests/integration/builders.ts';
import { openTestHouse } from '#tests/integration/house.ts';
import type { Ring } from './bus.ts';
import { watchDocuments, type Live } from './live.ts';

const house = await openTestHouse();
const { context, db } = house;
afterAll(() => house.close());

const werkplaatsId = await addWerkplaats(db);
const actor = await addMember(db, werkplaatsId, 'researcher');
const study = await addDocument(db, { werkplaatsId, createdBy: actor.id });
const other = crypto.randomUUID();
const asker = { actor, sessionId: 'mine', tokenId: null };

function listener() {
	const told: Live[] = [];
	let ends = 0;
	const listening = { tell: (live: Live) => void told.push(live), end: () => void ends++ };
	return { told, ends: () => ends, listening };
}

test('what changes while it is decided is heard, and nothing is heard after the end', async () => {
	const { told, ends, listening } = listener();
	const deciding = watchDocuments(context, asker, [study.id], listening);
	context.bus.ring({ kind: 'document', document: study.id, title: 'Another title' });
	context.bus.ring({ kind: 'access', documents: [study.id] });
	const stop = await deciding;
	expect(ends()).toBe(1);
	expect(told).toContainEqual({ kind: 'title', document: study.id, title: 'Another title' });
	context.bus.ring({ kind: 'document', document: other });
	context.bus.ring({ kind: 'document', document: study.id });
	expect(told.filter(({ kind }) => kind === 'changed')).toEqual([
		{ kind: 'changed', document: study.id }
	]);
	stop();
	context.bus.ring({ kind: 'access', everything: true });
	expect(ends()).toBe(1);
});

test('who was a member a moment ago is told nothing', async () => {
	const gone = await addMember(db, werkplaatsId, 'researcher');
	await house.sql`update membership set until = now() where person_id = ${gone.id}`;
	house.pass(60_000);
	const { told, listening } = listener();
	const stop = await watchDocuments(context, { ...asker, actor: gone }, [study.id], listening);
	expect(told).toEqual([]);
	stop();
});

type Access = Omit<Extract<Ring, { kind: 'access' }>, 'kind'>;
test.each<[Access, number]>([
	[{ everything: true }, 1],
	[{ people: [actor.id] }, 1],
	[{ documents: [study.id] }, 1],
	[{ sessions: ['mine'] }, 1],
	[{ people: [other] }, 0],
	[{ documents: [other] }, 0],
	[{ sessions: ['theirs'] }, 0],
	[{ tokens: ['theirs'] }, 0]
])('a change of access for %o ends it %d times', async (access, times) => {
	const { ends, listening } = listener();
	const stop = await watchDocuments(context, asker, [study.id], listening);
	context.bus.ring({ kind: 'access', ...access });
	expect(ends()).toBe(times);
	stop();
});
