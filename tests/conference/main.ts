import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { cpuOfTree } from '#tests/bench/tree-cpu.ts';
import { until } from '#tests/bench/until.ts';
import { Latencies } from '#tests/bench/load/latencies.ts';
import { openChance } from '#tests/live/chance.ts';
import { Attendee } from './attendee.ts';
import { openHall, type Hall } from './hall.ts';
import type { Step } from '#domain/assignments.ts';
import type { Turn } from '#domain/turns.ts';

// `npm run test:conference -- --people 240 --groups 30 --seconds 60 --seed 7`: a workshop as at a conference, on the built product.

const { values } = parseArgs({
	options: {
		people: { type: 'string', default: '240' },
		groups: { type: 'string', default: '30' },
		seconds: { type: 'string', default: '60' },
		seed: { type: 'string', default: String(Date.now() % 1_000_000) }
	}
});
const [people, groups, seconds, seed] = [
	Number(values.people),
	Number(values.groups),
	Number(values.seconds),
	Number(values.seed)
];
/** Coming in takes people as long as reading a name off a wall does. */
const JOIN_WITHIN_MS = 20_000;
/** From one word to the next. */
const WORD_EVERY_MS = { least: 400, most: 1600 };
/** Everybody goes on typing for so long after the round was closed. */
const STUBBORN_MS = 5_000;
const FREEZE_WITHIN_MS = 1_000;
const WITHIN_MS = 60_000;
const round = (title: string, turn: Turn): Step => ({
	...{ title, turn, task: 'Schrijf op wat je ziet.', minutes: 10 },
	...{ speaker: '', outcome: 'Wat zagen jullie?', not: '' }
});
const STEPS = [round('Kijken', 'everybody'), round('Opschrijven', 'scribe')];

const chance = openChance(seed);
const wrongs: string[] = [];
const claim = (isSo: boolean, wrong: string) => {
	if (!isSo) wrongs.push(wrong);
};
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const told = (latencies: Latencies) => {
	const { p50, p95, p99 } = latencies.percentiles();
	return `p50 ${p50.toFixed(0)}, p95 ${p95.toFixed(0)}, p99 ${p99.toFixed(0)} ms`;
};
const all = (took: readonly number[]): Latencies => {
	const latencies = new Latencies();
	for (const ms of took) latencies.add(ms);
	return latencies;
};

const hall = await openHall(STEPS, { groups, groupSize: Math.ceil(people / groups) });
const meter = openMeter(hall.pid);
try {
	const attendees = Array.from({ length: people }, (_, nth) => new Attendee(`p${nth}`, hall.house));
	await Promise.all(
		attendees.map(async (attendee) => {
			await pause(chance.below(JOIN_WITHIN_MS));
			await attendee.join(hall.code);
		})
	);
	console.log(
		`${people} came in: ${told(all(attendees.map(({ joinedIn }) => joinedIn)))} each; ${meter.read()}`
	);
	const formed = await hall.lead('random');
	console.log(`groups formed in ${(formed.to - formed.from).toFixed(0)} ms`);
	await Promise.all(attendees.map((attendee) => attendee.watch(hall.runId)));
	const board = watchBoard(hall);

	await beginRound(attendees, 1);
	await everybodyTypes(attendees, seconds * 1000);
	await closeRound(attendees, 0);
	await speakOutOfTurn(attendees);
	board.stop();
	console.log(`the board was read ${board.times} times: ${told(board.latencies)}`);

	await hall.lead('end');
	const began = performance.now();
	const document = await hall.harvest();
	const page = await hall.leader.get(document);
	const missing = attendees.filter(({ writers: [writer] }) =>
		writer?.typed.some(({ word, storedAt }) => storedAt !== null && !page.body.includes(word))
	);
	claim(missing.length === 0, `${missing.length} people are missing from the harvest`);
	console.log(
		`harvested in ${(performance.now() - began).toFixed(0)} ms: ${page.body.length} characters of page`
	);
	for (const attendee of attendees) attendee.leave();
} finally {
	meter.stop();
	await hall.close();
}
for (const wrong of wrongs) console.log(`WRONG  ${wrong}`);
console.log(`seed ${seed}`);
console.log(wrongs.length === 0 ? '1 passed, 0 failed' : '0 passed, 1 failed');
process.exit(wrongs.length === 0 ? 0 : 1);

/** Begins a round; everybody hears of it and takes their seat. */
async function beginRound(attendees: readonly Attendee[], nth: number): Promise<void> {
	const { from, to } = await hall.lead('begin', { nth: String(nth) });
	const parts = await hall.partOf(nth - 1);
	await Promise.all(
		attendees.map(async (attendee) => {
			await until(() => attendee.sawChangeAt > from, WITHIN_MS);
			await attendee.sit(hall.collab, parts.get(attendee.name)!);
		})
	);
	const seen = all(attendees.map(({ sawChangeAt }) => sawChangeAt - from));
	console.log(`round ${nth} begun in ${(to - from).toFixed(0)} ms; pages know: ${told(seen)}`);
}

async function everybodyTypes(attendees: readonly Attendee[], ms: number): Promise<void> {
	const end = performance.now() + ms;
	const cpu = meter.cpu();
	const type = async ({ writer }: Attendee) => {
		while (performance.now() < end) {
			await pause(WORD_EVERY_MS.least + chance.below(WORD_EVERY_MS.most - WORD_EVERY_MS.least));
			writer?.type();
		}
	};
	await Promise.all(attendees.map(type));
	await pause(FREEZE_WITHIN_MS);
	const typed = attendees.flatMap(({ writer }) => writer?.typed ?? []);
	const stored = typed.filter(({ storedAt }) => storedAt !== null);
	claim(stored.length === typed.length, `${typed.length - stored.length} words were not stored`);
	const acked = all(stored.map(({ at, storedAt }) => storedAt! - at));
	console.log(`${typed.length} words in ${(ms / 1000).toFixed(0)} s; stored: ${told(acked)}`);
	console.log(`seen by others of the group: ${told(all(await seenBy(attendees)))}`);
	const used = meter.cpu() - cpu;
	console.log(
		`processor ${((used / ms) * 100).toFixed(0)} % of one, PostgreSQL and all; ${meter.read()}`
	);
}

/** How long each word took to each of the group. */
async function seenBy(attendees: readonly Attendee[]): Promise<number[]> {
	const parts = await hall.partOf(0);
	const took: number[] = [];
	for (const group of Map.groupBy(attendees, ({ name }) => parts.get(name)).values()) {
		for (const { name, writer } of group) {
			for (const { word, at } of writer?.typed ?? []) {
				for (const other of group) {
					if (other.name === name) continue;
					const heard = other.writer?.heard.get(word);
					claim(heard !== undefined, `${other.name} never saw ${word}`);
					if (heard !== undefined) took.push(heard - at);
				}
			}
		}
	}
	return took;
}

/** Closes a round while everybody types on, as if nobody had told them. */
async function closeRound(attendees: readonly Attendee[], step: number): Promise<void> {
	const typing = everybodyGoesOn(attendees, STUBBORN_MS);
	await pause(500);
	const { from, to } = await hall.lead('close');
	await pause(FREEZE_WITHIN_MS);
	const frozen = await hall.texts(step);
	await typing;
	await pause(FREEZE_WITHIN_MS);
	const after = await hall.texts(step);
	const moved = [...after].filter(([part, text]) => frozen.get(part) !== text);
	claim(moved.length === 0, `${moved.length} texts changed after the round was closed`);
	const typed = attendees.flatMap(({ writer }) => writer?.typed ?? []);
	const storedAfter = typed.filter(({ storedAt }) => storedAt !== null && storedAt > to);
	const last = Math.max(0, ...storedAfter.map(({ storedAt }) => storedAt! - to));
	claim(
		last <= FREEZE_WITHIN_MS,
		`something was stored ${last.toFixed(0)} ms after the round was closed`
	);
	const whole = [...after.values()].join(' ');
	const lost = typed.filter(
		({ word, storedAt }) => storedAt !== null && !whole.includes(`${word} `)
	);
	claim(lost.length === 0, `${lost.length} words that were called stored are not in the texts`);
	const refused = typed.filter(({ storedAt }) => storedAt === null).length;
	console.log(
		`closed in ${(to - from).toFixed(0)} ms; the last word was stored ${(Math.max(...typed.map(({ storedAt }) => storedAt ?? 0)) - from).toFixed(0)} ms after it was asked for; ${refused} words came too late and are called unsaved; pages know: ${told(all(attendees.map(({ sawChangeAt }) => sawChangeAt - from)))}`
	);
}

/** A round in which one of each group writes: everybody tries. */
async function speakOutOfTurn(attendees: readonly Attendee[]): Promise<void> {
	const parts = await hall.partOf(0);
	const scribes = [...Map.groupBy(attendees, ({ name }) => parts.get(name)).values()].map(
		([first]) => first!
	);
	await Promise.all(scribes.map((scribe) => scribe.take('scribe')));
	await beginRound(attendees, 2);
	await everybodyGoesOn(attendees, STUBBORN_MS);
	await pause(FREEZE_WITHIN_MS);
	const words = [...(await hall.texts(1)).values()].join(' ').split(/\s+/).filter(Boolean);
	const own = new Set(scribes.map(({ name }) => name));
	const foreign = words.filter((word) => !own.has(word.split('x')[0]!));
	claim(foreign.length === 0, `${foreign.length} words of who may not write were stored`);
	claim(words.length > 0, 'who may write wrote nothing');
	await hall.lead('close');
	console.log(
		`one of each group writes: ${words.length} words of ${own.size} people were stored, ${foreign.length} of others`
	);
}

async function everybodyGoesOn(attendees: readonly Attendee[], ms: number): Promise<void> {
	const end = performance.now() + ms;
	const type = async ({ writer }: Attendee) => {
		while (performance.now() < end) {
			await pause(WORD_EVERY_MS.least + chance.below(WORD_EVERY_MS.most - WORD_EVERY_MS.least));
			writer?.type();
		}
	};
	await Promise.all(attendees.map(type));
}

/** Who leads looks at the board whenever somebody wrote. */
function watchBoard({ leader, runId }: Hall) {
	const end = new AbortController();
	const latencies = new Latencies();
	const board = { times: 0, latencies, stop: () => end.abort() };
	let since = '';
	const look = async () => {
		const from = performance.now();
		const answer = await leader.get(`/api/v1/runs/${runId}/board?since=${since}`);
		since = /"since":"([^"]*)"/.exec(answer.body)?.[1] ?? since;
		latencies.add(performance.now() - from);
		board.times++;
	};
	const heard = (event: string) => void (event === 'texts' && look());
	void leader.listen(`/api/v1/runs/${runId}/live`, { opened: look, heard }, end.signal);
	return board;
}

/** What the product takes of the machine: PostgreSQL is below it. */
function openMeter(pid: number) {
	const resident = () => {
		const status = readFileSync(`/proc/${pid}/status`, 'utf8');
		return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? NaN) / 1024;
	};
	let most = resident();
	const timer = setInterval(() => (most = Math.max(most, resident())), 500);
	return {
		cpu: () => cpuOfTree(pid) ?? NaN,
		read: () => `${resident().toFixed(0)} MB resident, ${most.toFixed(0)} at most`,
		stop: () => clearInterval(timer)
	};
}
