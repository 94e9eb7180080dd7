import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { updateRun } from '#db/queries/runs.ts';
import { loadText } from '#db/queries/updates.ts';
import { plainText } from '#domain/content/text.ts';
import { momentOf } from '#domain/days.ts';
import { NotFound } from '#domain/errors.ts';
import { openClass, openSchool, type Class } from '#tests/integration/class.ts';
import { type } from '#tests/live/client.ts';
import { openDoor, storedText } from '#tests/live/door.ts';
import { openWork } from './class-work.ts';
import type { Context } from './context.ts';
import { placePerson, removePerson } from './run-groups.ts';
import { handIn, readSubmission } from './submissions.ts';
import { refreshStaleTexts, refreshText } from './texts.ts';
import { finishWork, reopenWork, returnWork } from './work-returns.ts';
import { writeAs } from './writing.ts';

let school: Pick<Class, 'house' | 'werkplaats' | 'teacher'>;

beforeAll(async () => {
	school = await openSchool();
});
afterAll(() => school.house.close());

/** A class of which the first group wrote something. */
async function openWritten(given: Parameters<typeof openClass>[1]) {
	const opened = await openClass(school, given);
	const [group, other] = opened.groups;
	const [one] = group?.members ?? [];
	if (!group || !one) throw new Error('a class without anybody');
	await opened.write(one, group, 'Wij spraken met drie bewoners.');
	return { ...opened, group, one, other };
}

/** A row as it lies in the table. */
async function kept(submission: string) {
	const [row] = await school.house.sql`select * from submission where id = ${submission}`;
	return row;
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const conflict = (code: string) => expect.objectContaining({ name: 'Conflict', code });

test('what a group hands in is kept as it is at that moment, with who did it, and when', async () => {
	const { house, run, group, one } = await openWritten({ groups: [2] });
	const [, other] = group.members;
	const { submission, nth } = await handIn(house.context, other!, run);
	expect(nth).toBe(1);
	const read = await readSubmission(house.context, one, submission);
	expect(plainText(read.content)).toBe('Wij spraken met drie bewoners.');
	expect(read.told).toMatchObject({ nth: 1, by: other!.name, isLate: false, words: 5 });
	expect(read.told.handedInAt).toEqual(house.context.now());
	const row = await kept(submission);
	expect(sha256(row?.['content'])).toBe(row?.['sha256']);
	expect(read.told.sha256).toBe(row?.['sha256']);
	const [event] = await house.sql`
		select details from event where name = 'run.handed_in' and actor_id = ${other!.id}`;
	expect(event?.['details']).toEqual({ run, group: group.id, nth: 1, isLate: false });
	expect(house.rings).toContainEqual({ kind: 'run', run });
});

test('what was typed a moment ago and nobody read out yet is in it', async () => {
	const { house, run, group, one } = await openWritten({ groups: [1] });
	const door = await openDoor(house.context);
	try {
		const client = await door.enter(group.part, one.id);
		await expect.poll(() => client.provider.synced).toBe(true);
		type(client, ' Zojuist getypt.');
		await expect.poll(() => storedText(house.context, group.part)).toContain('Zojuist');
		const { submission } = await handIn(house.context, one, run);
		const { content } = await readSubmission(house.context, one, submission);
		expect(plainText(content)).toContain('Zojuist getypt.');
	} finally {
		await door.close();
	}
});

test('whoever edits after it, and whatever becomes of the text, what was handed in stays', async () => {
	const { house, run, group, one, teacher, write } = await openWritten({ groups: [2] });
	const [, other] = group.members;
	const { context, db } = house;
	const { submission } = await handIn(context, one, run);
	const before = await kept(submission);
	const same = async () => expect(await kept(submission)).toEqual(before);

	const door = await openDoor(context);
	for (const { id } of [one, other!, teacher]) {
		const client = await door.enter(group.part, id);
		await expect.poll(() => client.provider.synced).toBe(true);
		// Of the first as much as makes a new snapshot of the log.
		type(client, id === one.id ? ' later'.repeat(12_000) : ' later');
	}
	const size = async () => (await loadText(db, group.part)).snapshot?.length ?? 0;
	await expect.poll(size, { timeout: 20_000 }).toBeGreaterThan(60_000);
	await door.close();
	await same();
	for (const by of [one, other!, teacher]) await write(by, group, `Alles anders, door ${by.name}.`);
	await same();
	// As a process does that starts again.
	await refreshStaleTexts({ db }, (error) => expect.unreachable(String(error)));
	await refreshText({ db }, group.part);
	await same();
	expect(await storedText(context, group.part)).toContain('Alles anders');
	await removePerson(context, teacher, run, one.id);
	await same();
	const { content, told } = await readSubmission(context, teacher, submission);
	expect(plainText(content)).toBe('Wij spraken met drie bewoners.');
	expect(told.sha256).toBe(before?.['sha256']);
	await house.sql`delete from document where id in (select document_id from run where id = ${run})`;
	expect(await kept(submission)).toBeUndefined();
});

test('no statement changes it: not the text, not whose it is, not when, not whether it was late', async () => {
	const { house, run, one } = await openWritten({ groups: [1] });
	const { submission } = await handIn(house.context, one, run);
	const before = await kept(submission);
	for (const change of [
		`content = '{}'`,
		`sha256 = repeat('0', 64)`,
		'nth = 7',
		'words = 9999',
		'is_late = true',
		`handed_in_at = now() - interval '1 day'`,
		`content = '{}', returned_at = now()`
	]) {
		const sabotage = house.sql.unsafe(`update submission set ${change} where id = '${submission}'`);
		await expect(sabotage, change).rejects.toThrow('what was handed in does not change');
	}
	expect(await kept(submission)).toEqual(before);
	const giveBack = () =>
		house.sql`update submission set returned_at = now() where id = ${submission}`;
	await giveBack();
	await expect(giveBack()).rejects.toThrow('what was handed in does not change');
});

test('twenty who press at once hand in once, and are all answered the same', async () => {
	const { house, run, group } = await openWritten({ groups: [20] });
	const answers = await Promise.all(
		group.members.map((member) => handIn(house.context, member, run))
	);
	expect(new Set(answers.map(({ submission }) => submission)).size).toBe(1);
	expect(new Set(answers.map(({ nth }) => nth))).toEqual(new Set([1]));
	const [counted] = await house.sql`
		select (select count(*)::int from submission where group_id = ${group.id}) as submissions,
			(select count(*)::int from event where name = 'run.handed_in' and details->>'run' = ${run}) as events`;
	expect(counted).toMatchObject({ submissions: 1, events: 1 });
});

test('two groups that press at once hand in each their own', async () => {
	const { house, run, group, one, other, write } = await openWritten({ groups: [1, 1] });
	await write(other!.members[0]!, other!, 'Iets anders.');
	const [mine, theirs] = await Promise.all([
		handIn(house.context, one, run),
		handIn(house.context, other!.members[0]!, run)
	]);
	expect(mine.submission).not.toBe(theirs.submission);
	expect((await kept(mine.submission))?.['group_id']).toBe(group.id);
});

describe('by the clock of the server', () => {
	const at = (moment: string): Context => ({
		...school.house.context,
		now: () => new Date(moment)
	});

	/** Whether a hand-in at this moment is late, when it was due then by the clocks here. */
	async function isLateAt(now: string, due: string): Promise<boolean> {
		const { run, one } = await openWritten({ groups: [1] });
		await updateRun(school.house.db, run, { dueAt: momentOf(due) });
		const { submission } = await handIn(at(now), one, run);
		return (await kept(submission))?.['is_late'];
	}

	test.each([
		// Summer time begins: a day of 23 hours.
		['2026-03-29T21:59:00Z', '2026-03-29T23:59', false],
		['2026-03-29T22:00:00Z', '2026-03-29T23:59', true],
		['2026-03-28T22:59:00Z', '2026-03-28T23:59', false],
		['2026-03-28T22:59:01Z', '2026-03-28T23:59', true],
		// It ends: a day of 25 hours.
		['2026-10-25T22:59:00Z', '2026-10-25T23:59', false],
		['2026-10-25T22:59:01Z', '2026-10-25T23:59', true],
		['2026-10-24T21:59:00Z', '2026-10-24T23:59', false],
		['2026-10-24T21:59:01Z', '2026-10-24T23:59', true]
	])('at %s, due %s: late is %s', async (now, due, isLate) => {
		expect(await isLateAt(now, due)).toBe(isLate);
	});

	test('it stays late after the deadline was moved, and nothing comes in after closing', async () => {
		const day = 24 * 60 * 60 * 1000;
		const dueAt = new Date(school.house.context.now().getTime() + day);
		const closesAt = new Date(dueAt.getTime() + day);
		const { house, run, group, one, other, write } = await openWritten({
			...{ groups: [1, 1], dueAt, closesAt }
		});
		await write(other!.members[0]!, other!, 'Ook iets.');
		house.pass(1.5 * day);
		expect(await openWork(house.context, one, run, group.id)).toMatchObject({ isLateNow: true });
		const { submission } = await handIn(house.context, one, run);
		expect((await kept(submission))?.['is_late']).toBe(true);
		house.pass(day);
		const late = handIn(house.context, other!.members[0]!, run);
		await expect(late).rejects.toEqual(conflict('hand_in_closed'));
		const work = await openWork(house.context, other!.members[0]!, run, other!.id);
		expect(work).toMatchObject({ mayHandIn: 'hand_in_closed', progress: 'writing' });
		// Who pressed before is answered what was handed in then.
		expect(await handIn(house.context, one, run)).toEqual({ submission, nth: 1 });
	});
});

describe('is refused', () => {
	test('as long as nobody wrote anything', async () => {
		const { house, run, groups } = await openClass(school, { groups: [1] });
		const [one] = groups[0]!.members;
		await expect(handIn(house.context, one!, run)).rejects.toEqual(conflict('work_empty'));
		expect((await openWork(house.context, one!, run, groups[0]!.id)).mayHandIn).toBe('work_empty');
	});

	test('when it was given back and everything was taken out', async () => {
		const { house, run, group, one, teacher } = await openWritten({ groups: [1] });
		await handIn(house.context, one, run);
		await returnWork(house.context, teacher, run, group.id);
		await writeAs(house.context, one, group.part, {
			type: 'doc',
			content: [{ type: 'paragraph' }]
		});
		await expect(handIn(house.context, one, run)).rejects.toEqual(conflict('work_empty'));
	});

	test('to who is in no group, who leads, and who has nothing to do with it', async () => {
		const { house, run, one, teacher, other } = await openWritten({ groups: [1, 1] });
		const { context } = house;
		await placePerson(context, teacher, run, { person: one.id, group: null });
		await expect(handIn(context, one, run)).rejects.toEqual(conflict('no_group'));
		await expect(handIn(context, teacher, run)).rejects.toThrow('not allowed');
		await removePerson(context, teacher, run, other!.members[0]!.id);
		await expect(handIn(context, other!.members[0]!, run)).rejects.toThrow(NotFound);
	});
});

test('it is given back, handed in again, and final; then nobody writes in it until that is taken back', async () => {
	const { house, run, group, one, teacher, write } = await openWritten({ groups: [2] });
	const { context } = house;
	const progress = async () => (await openWork(context, one, run, group.id)).progress;
	await expect(returnWork(context, teacher, run, group.id)).rejects.toEqual(
		conflict('not_handed_in')
	);
	await expect(finishWork(context, teacher, run, group.id)).rejects.toEqual(
		conflict('not_handed_in')
	);
	expect(await progress()).toBe('writing');
	const first = await handIn(context, one, run);
	expect(await progress()).toBe('handed_in');
	await returnWork(context, teacher, run, group.id);
	await returnWork(context, teacher, run, group.id);
	expect(await progress()).toBe('feedback');
	await write(one, group, 'Wij spraken met vier bewoners, en met de wijkagent.');
	const second = await handIn(context, one, run);
	expect(second.nth).toBe(2);
	const { submissions } = await openWork(context, one, run, group.id);
	expect(submissions.map(({ nth }) => nth)).toEqual([2, 1]);
	expect(plainText((await readSubmission(context, one, first.submission)).content)).toContain(
		'drie'
	);
	expect(plainText((await readSubmission(context, one, second.submission)).content)).toContain(
		'vier'
	);

	house.rings.length = 0;
	await finishWork(context, teacher, run, group.id);
	expect(await progress()).toBe('done');
	expect(house.rings.map(({ kind }) => kind)).toEqual(['run', 'access']);
	for (const by of [one, teacher]) {
		await expect(write(by, group, 'Nog iets.')).rejects.toThrow('not allowed');
	}
	await expect(handIn(context, one, run)).rejects.toEqual(conflict('work_final'));
	await expect(returnWork(context, teacher, run, group.id)).rejects.toEqual(conflict('work_final'));
	await reopenWork(context, teacher, run, group.id);
	expect(await progress()).toBe('handed_in');
	await write(one, group, 'Nog iets.');
	for (const step of [returnWork, finishWork, reopenWork]) {
		await expect(step(context, one, run, group.id)).rejects.toThrow('not allowed');
		await expect(step(context, teacher, run, crypto.randomUUID())).rejects.toThrow(NotFound);
	}
});

test('finishing takes the pen from who is writing at that moment', async () => {
	const { house, run, group, one, teacher } = await openWritten({ groups: [1] });
	await handIn(house.context, one, run);
	const door = await openDoor(house.context);
	try {
		const client = await door.enter(group.part, one.id, { params: { ack: '1' } });
		await expect.poll(() => client.provider.synced).toBe(true);
		await finishWork(house.context, teacher, run, group.id);
		// They stay, and read on.
		await expect.poll(() => client.notices).toContain('{"kind":"write","may":false}');
		const before = await storedText(house.context, group.part);
		type(client, ' te laat');
		const reader = await door.enter(group.part, teacher.id);
		await expect.poll(() => reader.provider.synced).toBe(true);
		expect(reader.text()).toBe(before);
		expect(await storedText(house.context, group.part)).toBe(before);
		// Nor is it lost, should they go on.
		await reopenWork(house.context, teacher, run, group.id);
		await expect.poll(() => storedText(house.context, group.part)).toContain('te laat');
	} finally {
		await door.close();
	}
});

test('who gets it back after the deadline is not late with what they make of it', async () => {
	const day = 24 * 60 * 60 * 1000;
	const dueAt = new Date(school.house.context.now().getTime() + day);
	const { house, run, group, one, teacher } = await openWritten({ groups: [1], dueAt });
	const { context } = house;
	const first = await handIn(context, one, run);
	house.pass(2 * day);
	await returnWork(context, teacher, run, group.id);
	expect(await openWork(context, one, run, group.id)).toMatchObject({ isLateNow: false });
	const second = await handIn(context, one, run);
	for (const { submission } of [first, second]) {
		expect((await kept(submission))?.['is_late']).toBe(false);
	}
});

test('nobody else reads what was handed in, and nobody but who leads reads it live', async () => {
	const { house, run, one, other, group } = await openWritten({ groups: [1, 1], reviews: 1 });
	const { submission } = await handIn(house.context, one, run);
	const stranger = other!.members[0]!;
	await expect(readSubmission(house.context, stranger, submission)).rejects.toThrow(NotFound);
	await expect(openWork(house.context, stranger, run, group.id)).rejects.toThrow(NotFound);
	const missing = readSubmission(house.context, one, crypto.randomUUID());
	await expect(missing).rejects.toThrow(NotFound);
});
