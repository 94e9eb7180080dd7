import { expect, test } from 'vitest';
import type { NewUpdate } from '#db/queries/updates.ts';
import { GroupCommit, type Source } from './group-commit.ts';
import { Metrics } from './metrics.ts';
import { Refusal, type UpdateLog } from './update-log.ts';

/** A log that commits when it is told to. */
function openSlowLog() {
	const commits: { parts: string[]; succeed(): void; fail(error: Error): void }[] = [];
	const log: Pick<UpdateLog, 'append'> = {
		append: (rows) =>
			new Promise((resolve, reject) => {
				commits.push({ parts: rows.map((row) => row.part), succeed: resolve, fail: reject });
			})
	};
	return { log, commits };
}

function openSource(): Source & { heard: string[] } {
	const heard: string[] = [];
	return {
		heard,
		isGone: false,
		committed: (count) => void heard.push(`committed ${count}`),
		lost: () => void heard.push('lost')
	};
}

const row = (part: string): NewUpdate => ({ part, bytes: new Uint8Array([0, 0]), author: null });

test('[D2] what comes while a commit runs goes into the next one, all rooms together', async () => {
	const { log, commits } = openSlowLog();
	const commit = new GroupCommit(log, new Metrics());
	const [one, other] = [openSource(), openSource()];
	commit.add(one, row('a'));
	await expect.poll(() => commits.length).toBe(1);
	commit.add(one, row('a'));
	commit.add(other, row('b'));
	commit.add(one, null);
	commits[0]!.succeed();
	await expect.poll(() => commits.length).toBe(2);
	expect(one.heard).toEqual(['committed 1']);
	expect(commits[1]!.parts).toEqual(['a', 'b']);
	expect(other.heard).toEqual([]);
	commits[1]!.succeed();
	await commit.idle();
	expect(one.heard).toEqual(['committed 1', 'committed 2']);
	expect(other.heard).toEqual(['committed 1']);
});

test('[D3] when a commit fails every room in it hears that, and the next commit goes on', async () => {
	const { log, commits } = openSlowLog();
	const commit = new GroupCommit(log, new Metrics());
	const [one, other] = [openSource(), openSource()];
	commit.add(one, row('a'));
	commit.add(other, row('b'));
	await expect.poll(() => commits.length).toBe(1);
	commits[0]!.fail(new Error('connection lost'));
	await commit.idle();
	expect([one.heard, other.heard]).toEqual([['lost'], ['lost']]);
	commit.add(one, row('a'));
	await expect.poll(() => commits.length).toBe(2);
	commits[1]!.succeed();
	await commit.idle();
	expect(one.heard).toEqual(['lost', 'committed 1']);
});

test('[D3] rows that can not be stored cost only their own room', async () => {
	const { log, commits } = openSlowLog();
	const commit = new GroupCommit(log, new Metrics());
	const [one, other] = [openSource(), openSource()];
	commit.add(one, row('deleted'));
	commit.add(other, row('b'));
	await expect.poll(() => commits.length).toBe(1);
	commits[0]!.fail(new Refusal());
	await expect.poll(() => commits.length).toBe(2);
	commits[1]!.fail(new Refusal());
	await expect.poll(() => commits.length).toBe(3);
	commits[2]!.succeed();
	await commit.idle();
	expect([one.heard, other.heard]).toEqual([['lost'], ['committed 1']]);
});

test('[D3] a room that breaks on what became durable costs no other room its commits', async () => {
	const { log, commits } = openSlowLog();
	const commit = new GroupCommit(log, new Metrics());
	const broken: Source & { heard: string[] } = {
		...openSource(),
		committed: () => {
			throw new Error('broken');
		}
	};
	broken.lost = () => void broken.heard.push('lost');
	const other = openSource();
	commit.add(broken, row('a'));
	commit.add(other, row('b'));
	await expect.poll(() => commits.length).toBe(1);
	commits[0]!.succeed();
	await expect.poll(() => other.heard).toEqual(['committed 1']);
	expect(broken.heard).toEqual(['lost']);
	commit.add(other, row('b'));
	await expect.poll(() => commits.length).toBe(2);
});

test('[D3] one room of many whose rows are refused is found in a few commits, and costs no other its edits', async () => {
	let commits = 0;
	const log: Pick<UpdateLog, 'append'> = {
		append: (rows) => {
			commits++;
			const isRefused = rows.some((row) => row.part === 'bad');
			return isRefused ? Promise.reject(new Refusal()) : Promise.resolve();
		}
	};
	const commit = new GroupCommit(log, new Metrics());
	const sources = Array.from({ length: 64 }, openSource);
	sources.forEach((source, nth) => commit.add(source, row(nth === 41 ? 'bad' : `part ${nth}`)));
	await commit.idle();
	const heard = sources.flatMap((source) => source.heard);
	expect(heard.filter((one) => one === 'committed 1')).toHaveLength(63);
	expect(sources[41]!.heard).toEqual(['lost']);
	// Twice for each time that they are halved.
	expect(commits).toBe(1 + 2 * 6);
});
