import { afterAll, beforeAll, expect, test } from 'vitest';
import { Conflict, Invalid, NotAllowed, NotFound } from '#domain/errors.ts';
import { addMember } from '#tests/integration/builders.ts';
import { openHall, type Hall } from '#tests/workshop/hall.ts';
import { listGroupTexts } from '#db/queries/run-groups.ts';
import { whoAsks } from './credentials.ts';
import { openFloor } from './workshop-floor.ts';
import { boardSince, openBoard } from './workshop-board.ts';
import {
	beginRound,
	closeRound,
	endWorkshop,
	extendRound,
	reopenRound
} from './workshop-rounds.ts';
import { beginWorkshop, findByCode, joinAsVisitor, joinWithAccount } from './workshops.ts';
import { addGroup, chooseGroup } from './run-groups.ts';
import { enterRun } from './run-change.ts';

let hall: Hall;
beforeAll(async () => {
	hall = await openHall();
});
afterAll(() => hall.house.close());

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const somebody = { name: 'Mieke', consents: true, language: 'nl', address: '10.1.0.1' } as const;

test('a workshop has a code, which people type in their own way', async () => {
	const { context, teacher } = hall;
	const { run, code } = await hall.begin();
	const board = await openBoard(context, teacher, run);
	expect(board.entrance).toEqual({ code, link: `${context.publicUrl}/workshop/${code}` });
	const typed = ` ${code.slice(0, 3).toLowerCase()}-${code.slice(3)} `;
	expect(await findByCode(context, typed, '10.0.0.9')).toEqual({
		id: run,
		title: 'Donderdagmiddag',
		werkplaats: 'Werkplaats',
		isOpen: true
	});
	await endWorkshop(context, teacher, run);
	expect(await findByCode(context, code, '10.0.0.9')).toMatchObject({ isOpen: false });
	await expect(joinAsVisitor(context, { ...somebody, code })).rejects.toThrow(Conflict);
});

test('who guesses codes is stopped, and who has the right one counts for nothing', async () => {
	const { context } = hall;
	const { code } = await hall.begin();
	const address = '10.2.0.1';
	for (let nth = 0; nth < 250; nth++) await findByCode(context, code, address);
	const guesses = Array.from({ length: 200 }, () => findByCode(context, 'ZZZZZZ', address));
	const answers = await Promise.allSettled(guesses);
	expect(answers.every(({ status }) => status === 'rejected')).toBe(true);
	const refused = findByCode(context, code, address);
	await expect(refused).rejects.toMatchObject({ code: 'too_many_codes' });
	expect(await findByCode(context, code, '10.2.0.2')).toMatchObject({ isOpen: true });
});

test('who comes without an account gives a name and agrees, and that is recorded without the name', async () => {
	const { context, house, teacher } = hall;
	const { run, code } = await hall.begin();
	const badly = joinAsVisitor(context, { ...somebody, code, name: '  ', consents: false });
	await expect(badly).rejects.toMatchObject({
		fields: { name: 'name_missing', consents: 'consent_missing' }
	});
	const { session } = await joinAsVisitor(context, { ...somebody, code });
	const asker = await whoAsks(context, { session });
	expect(asker).toMatchObject({ email: null, actor: { name: 'Mieke', memberships: [] } });
	const { waiting } = await openBoard(context, teacher, run);
	const told = { id: asker!.actor.id, name: 'Mieke', role: null, isVisitor: true };
	expect(waiting).toEqual([told]);
	const [visitor] = await house.sql`select * from visitor where person_id = ${asker!.actor.id}`;
	expect(visitor).toMatchObject({ run_id: run, consented_at: context.now() });
	const events = await house.sql`select * from event where details->>'run' = ${run}`;
	expect(events.map(({ details }) => details)).toContainEqual({ run, people: 1, agreedTo: 1 });
	expect(JSON.stringify(events)).not.toContain('Mieke');
});

test('with an account one takes part under it, once', async () => {
	const { context, house, werkplaats } = hall;
	const { run, code } = await hall.begin();
	const student = await addMember(house.db, werkplaats, 'student', { name: 'Sam' });
	expect(await joinWithAccount(context, student, code, '10.0.0.1')).toBe(run);
	expect(await joinWithAccount(context, student, code, '10.0.0.1')).toBe(run);
	const floor = await openFloor(context, { actor: student, isVisitor: false }, run);
	expect(floor).toMatchObject({
		me: { name: 'Sam', isVisitor: false },
		...{ group: null, groups: [], round: null, text: null, earlier: [] }
	});
});

test('a visitor enters no other run, even as a member of it', async () => {
	const { context, house } = hall;
	const [own, other] = [await hall.begin(), await hall.begin()];
	const { actor } = await own.visitor('Bas');
	await expect(enterRun(context, actor, other.run)).rejects.toThrow(NotFound);
	await house.sql`insert into run_member (run_id, person_id, joined_at) values (${other.run}, ${actor.id}, now())`;
	await expect(enterRun(context, actor, other.run)).rejects.toThrow(NotFound);
	expect(await enterRun(context, actor, own.run)).toMatchObject({ leads: false });
});

test('a round gives each group a text that says what is to come, and counts down', async () => {
	const { context, teacher, house } = hall;
	const { run, groups, visitor } = await hall.begin();
	const mieke = await visitor('Mieke', groups[0]);
	await beginRound(context, teacher, run, 1);
	const floor = await openFloor(context, mieke, run);
	expect(floor.round).toMatchObject({
		nth: 1,
		of: 4,
		closedAt: null,
		step: { title: 'Wat zie je?' }
	});
	expect(floor.round!.endsAt.getTime() - floor.now.getTime()).toBe(10 * MINUTE_MS);
	expect(floor.text).toMatchObject({
		mayWrite: true,
		content: { content: [{ type: 'paragraph', attrs: { guidance: 'Wat we zien' } }] }
	});
	// Time over is nothing but a clock.
	house.pass(11 * MINUTE_MS);
	expect((await openFloor(context, mieke, run)).text).toMatchObject({ mayWrite: true });
	await extendRound(context, teacher, run, 5);
	const longer = await openFloor(context, mieke, run);
	expect(longer.round!.endsAt.getTime() - longer.now.getTime()).toBe(5 * MINUTE_MS);
	await closeRound(context, teacher, run);
	expect((await openFloor(context, mieke, run)).text).toMatchObject({ mayWrite: false });
	await expect(extendRound(context, teacher, run, 5)).rejects.toThrow(Conflict);
	await reopenRound(context, teacher, run);
	expect((await openFloor(context, mieke, run)).text).toMatchObject({ mayWrite: true });
	// Another round: what was written before stands still, and in this one nothing is written.
	await beginRound(context, teacher, run, 2);
	const listening = await openFloor(context, mieke, run);
	expect(listening).toMatchObject({ round: { nth: 2 }, text: null });
});

test('a group that comes late has a text as well, and a round that goes on again has the one it had', async () => {
	const { context, teacher } = hall;
	const { run, groups } = await hall.begin();
	await beginRound(context, teacher, run, 1);
	await addGroup(context, teacher, run, 'Later');
	const { groups: all, texts } = await openBoard(context, teacher, run);
	expect(texts.map(({ group }) => group)).toEqual(all.map(({ id }) => id));
	const before = await listGroupTexts(hall.context.db, groups);
	await beginRound(context, teacher, run, 3);
	await beginRound(context, teacher, run, 1);
	const after = await listGroupTexts(hall.context.db, groups);
	expect(after.filter(({ step }) => step === 0)).toEqual(before);
});

test('only who leads begins and closes rounds, and not after the end', async () => {
	const { context, teacher } = hall;
	const { run, groups, visitor } = await hall.begin();
	const { actor } = await visitor('Bas', groups[0]);
	for (const act of [
		() => beginRound(context, actor, run, 1),
		() => closeRound(context, actor, run),
		() => endWorkshop(context, actor, run),
		() => openBoard(context, actor, run),
		() => boardSince(context, actor, run, '')
	]) {
		await expect(act()).rejects.toThrow(NotAllowed);
	}
	await expect(beginRound(context, teacher, run, 9)).rejects.toThrow(NotFound);
	await expect(extendRound(context, teacher, run, 0)).rejects.toThrow(Invalid);
	await endWorkshop(context, teacher, run);
	await expect(beginRound(context, teacher, run, 1)).rejects.toMatchObject({ code: 'run_ended' });
});

test('where people choose they see which groups have room, and only while they choose', async () => {
	const { context } = hall;
	const { run, groups, visitor } = await hall.begin({ formation: 'choose', groupSize: 1 });
	const [one, two] = [await visitor('Een'), await visitor('Twee')];
	await chooseGroup(context, one.actor, run, groups[0]!);
	const floor = await openFloor(context, two, run);
	expect(floor.groups.map(({ size, room }) => [size, room])).toEqual([
		[1, 0],
		[0, 1]
	]);
	expect(JSON.stringify(floor)).not.toContain('Een');
	await expect(chooseGroup(context, two.actor, run, groups[0]!)).rejects.toThrow(Conflict);
	expect((await openFloor(context, one, run)).groups).toEqual([]);
});

test('thirty groups begin a round at once', async () => {
	const { context, teacher } = hall;
	const { run, groups } = await hall.begin({ groups: 30 });
	expect(groups).toHaveLength(30);
	const began = performance.now();
	await beginRound(context, teacher, run, 1);
	expect(performance.now() - began).toBeLessThan(2000);
	expect((await openBoard(context, teacher, run)).texts).toHaveLength(30);
});

test('the end of the workshop is the end of the visit, a day later', async () => {
	const { context, teacher, house } = hall;
	const { run, groups, visitor } = await hall.begin();
	const mieke = await visitor('Mieke', groups[0]);
	await endWorkshop(context, teacher, run);
	expect(await openFloor(context, mieke, run)).toMatchObject({ run: { endedAt: context.now() } });
	house.pass(DAY_MS - 1000);
	expect(await whoAsks(context, { session: mieke.session })).not.toBeNull();
	house.pass(2000);
	expect(await whoAsks(context, { session: mieke.session })).toBeNull();
});

test('a workshop that nobody ends is over for a visitor after a week, however much they use it', async () => {
	const { context, house } = hall;
	const { visitor } = await hall.begin();
	const { session } = await visitor('Bas');
	for (let day = 0; day < 7; day++) {
		expect(await whoAsks(context, { session })).not.toBeNull();
		house.pass(DAY_MS);
	}
	expect(await whoAsks(context, { session })).toBeNull();
});

test('a workshop begins with a number of groups that can be', async () => {
	const { context, teacher, assignment } = hall;
	const terms = { title: 'W', formation: 'random', groupSize: 4, isPrivate: false } as const;
	const begin = (groups: number) =>
		beginWorkshop(context, teacher, assignment, { ...terms, groups }, String);
	await expect(begin(61)).rejects.toThrow(Invalid);
	await expect(begin(0.5)).rejects.toThrow(Invalid);
	expect(await begin(0)).toMatch(/-/);
});
