import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { NotFound } from '#domain/errors.ts';
import { type as typeIn } from '#tests/live/client.ts';
import { openDoor, type TestDoor } from '#tests/live/door.ts';
import { openHall, type Gathering, type Hall } from '#tests/workshop/hall.ts';
import type { Asker } from './credentials.ts';
import { watchRun, type RunTold } from './live-run.ts';
import { placePerson, removePerson } from './run-groups.ts';
import { SESSION_COOKIE } from './session.ts';
import { forgetMe } from './visitors.ts';
import { boardSince, openBoard } from './workshop-board.ts';
import { beginRound, closeRound } from './workshop-rounds.ts';

let hall: Hall;
let door: TestDoor | undefined;
beforeAll(async () => {
	hall = await openHall();
});
afterEach(async () => {
	for (const stop of stops.splice(0)) stop();
	await door?.close();
	door = undefined;
});
afterAll(() => hall.house.close());

const stops: (() => void)[] = [];

/** Somebody who has the page open. */
async function watch(actor: Asker['actor'], run: string, heardUntil: number | null = null) {
	const heard: RunTold[] = [];
	let isOver = false;
	const asker = { actor, sessionId: null, tokenId: null };
	const tell = (what: RunTold) => void heard.push(what);
	const end = () => void (isOver = true);
	stops.push(await watchRun(hall.context, asker, run, { heardUntil, tell, end }));
	return { heard, isOver: () => isOver };
}

/** Somebody of the first group types in the text of this round. */
async function typeWords({ groups, visitor, partOf }: Gathering, words: string) {
	door ??= await openDoor(hall.context);
	const who = await visitor('Mieke', groups[0]);
	const headers = { cookie: `${SESSION_COOKIE(true)}=${who.session}` };
	const client = await door.enter(await partOf(who), undefined, { headers });
	await expect.poll(() => client.provider.synced, { timeout: 5000 }).toBe(true);
	typeIn(client, words);
	return client;
}

test('everybody hears that a round began, and nobody of another workshop does', async () => {
	const { context, teacher } = hall;
	const [one, other] = [await hall.begin(), await hall.begin()];
	const [mieke, bas] = [await one.visitor('Mieke'), await other.visitor('Bas')];
	const leader = await watch(teacher, one.run);
	const own = await watch(mieke.actor, one.run);
	const elsewhere = await watch(bas.actor, other.run);
	await beginRound(context, teacher, one.run, 1);
	await expect.poll(() => own.heard).toEqual(['changed']);
	await expect.poll(() => leader.heard).toEqual(['changed']);
	expect(elsewhere.heard).toEqual([]);
	await expect(watch(bas.actor, one.run)).rejects.toThrow(NotFound);
});

test('much that happens is told as one, and who comes in is told to who leads only', async () => {
	const { context, teacher } = hall;
	const { run, groups, visitor } = await hall.begin();
	const mieke = await visitor('Mieke');
	const own = await watch(mieke.actor, run);
	const leader = await watch(teacher, run);
	await Promise.all(['Een', 'Twee', 'Drie'].map((name) => visitor(name)));
	await expect.poll(() => leader.heard.length).toBeGreaterThan(0);
	expect(leader.heard.length).toBeLessThan(4);
	expect(own.heard).toEqual([]);
	for (const group of [groups[0]!, groups[1]!, groups[0]!]) {
		await placePerson(context, teacher, run, { person: mieke.actor.id, group });
	}
	await expect.poll(() => own.heard).toEqual(['changed']);
});

test('who is put out, or asked to be forgotten, hears no more', async () => {
	const { context, teacher } = hall;
	const { run, visitor } = await hall.begin();
	const [mieke, bas] = [await visitor('Mieke'), await visitor('Bas')];
	const [put, forgotten] = [await watch(mieke.actor, run), await watch(bas.actor, run)];
	await removePerson(context, teacher, run, mieke.actor.id);
	await expect.poll(put.isOver).toBe(true);
	expect(put.heard).toEqual([]);
	await forgetMe(context, bas.actor, run);
	expect(forgotten.isOver()).toBe(true);
});

test('who comes back hears whether something happened meanwhile', async () => {
	const { context, teacher, house } = hall;
	const { run, visitor } = await hall.begin();
	const { actor } = await visitor('Mieke');
	await watch(actor, run);
	house.pass(60_000);
	const heardUntil = context.now().getTime();
	house.pass(10_000);
	const quiet = await watch(actor, run, heardUntil);
	await beginRound(context, teacher, run, 1);
	house.pass(1_000);
	const told = await watch(actor, run, heardUntil);
	await expect.poll(() => told.heard).toEqual(['changed']);
	// Of what happened while they were there, and not of what had happened before.
	await expect.poll(() => quiet.heard).toEqual(['changed']);
});

test('who leads hears within seconds that a group writes, and reads what changed alone', async () => {
	const { context, teacher } = hall;
	const gathering = await hall.begin();
	const { run, groups, visitor } = gathering;
	await beginRound(context, teacher, run, 1);
	const bas = await visitor('Bas', groups[1]);
	const before = await openBoard(context, teacher, run);
	expect(await boardSince(context, teacher, run, before.since)).toMatchObject({ texts: [] });
	const [leader, other] = [await watch(teacher, run), await watch(bas.actor, run)];
	const client = await typeWords(gathering, 'Een bank. ');
	await expect.poll(() => leader.heard, { timeout: 5000 }).toContain('texts');
	expect(other.heard).not.toContain('texts');
	const news = await boardSince(context, teacher, run, before.since);
	expect(news.texts).toMatchObject([{ group: groups[0], words: 2, html: '<p>Een bank. </p>' }]);
	expect(news.here).toHaveLength(1);
	// Also while they go on writing.
	const writing = setInterval(() => typeIn(client, 'x'), 100);
	const seen = async () => (await boardSince(context, teacher, run, news.since)).texts.length;
	await expect.poll(seen, { timeout: 4000 }).toBe(1);
	clearInterval(writing);
	await closeRound(context, teacher, run);
	await beginRound(context, teacher, run, 3);
	const next = await boardSince(context, teacher, run, news.since);
	expect(next.texts.map(({ words }) => words)).toEqual([0, 0]);
});
