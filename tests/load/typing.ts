import type { Crowd } from '#tests/bench/crowd.ts';
import { LIMITS } from '#ws/limits.ts';
import type { Town } from '#tests/town/town.ts';
import { toldMemory, toldStrain, wrongsOf, type Load } from './finding.ts';

const TYPING_PER_TEXT = 5;
const PER_SECOND = 2;
/** What was prepared is never all typed. */
const SLACK_SECONDS = 5;

/** Many texts in which a few people type. */
export const manyTexts: Load = async ({ town, crowd }, { texts, typingSeconds }) => {
	const rooms = await town.addRooms(texts);
	const people = texts * TYPING_PER_TEXT;
	const cookies = await town.addWriters(Math.ceil(people / LIMITS.socketsOfPerson) + 1);
	const seats = { rooms, cookies, guestsPerRoom: TYPING_PER_TEXT, typing: TYPING_PER_TEXT };
	return typeIn(town, crowd, seats, typingSeconds);
};

/** One text in which many type before more who read. */
export const oneText: Load = async ({ town, crowd }, { writers, readers, typingSeconds }) => {
	const rooms = await town.addRooms(1);
	const seatsOf = (cookies: readonly string[], count: number) =>
		Array.from({ length: count }, (_, nth) => cookies[nth % cookies.length]!);
	const peopleFor = (sockets: number) => Math.ceil(sockets / LIMITS.socketsOfPerson);
	// Who comes in first types.
	const cookies = [
		...seatsOf(await town.addWriters(peopleFor(writers)), writers),
		...seatsOf(await town.addReaders(peopleFor(readers), rooms), readers)
	];
	const seats = { rooms, cookies, guestsPerRoom: cookies.length, typing: writers };
	return typeIn(town, crowd, seats, typingSeconds);
};

type Seats = { rooms: string[]; cookies: string[]; guestsPerRoom: number; typing: number };

async function typeIn(town: Town, crowd: Crowd, seats: Seats, seconds: number) {
	const { ask } = crowd;
	const { rooms, cookies, guestsPerRoom, typing } = seats;
	const before = await town.settle();
	const { port } = town;
	await ask('open', {
		...{ peer: 'ours', port, rooms, cookies, guestsPerRoom },
		...{ wantsAcks: true, keeps: true }
	});
	await ask('found', { typing, updates: (seconds + SLACK_SECONDS) * PER_SECOND });
	await town.strain();
	await ask('type', { perSecond: PER_SECOND });
	const watched = await ask('watch', { seconds });
	const strain = await town.strain();
	const wrongs = await wrongsOf(crowd);
	const open = await town.memory();
	await ask('leave', undefined);
	const after = await town.settle();
	const { latency, ackLatency } = watched;
	const told = ({ p50, p95, p99 }: typeof latency) =>
		`p50 ${p50.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms`;
	return {
		wrongs: watched.acks === 0 ? [...wrongs, 'nothing was acknowledged'] : wrongs,
		figures: [
			`${watched.sent} edits, ${watched.delivered} deliveries in ${watched.seconds.toFixed(1)} s`,
			`acknowledged: ${told(ackLatency)}; seen by others: ${told(latency)}; the load itself took ${(100 * watched.loadCpu).toFixed(0)} % of a processor`,
			toldMemory({ before, open, after }),
			...toldStrain(strain, watched.seconds)
		]
	};
}
