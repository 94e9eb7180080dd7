import type { Memory, Strain } from '#tests/town/gauge.ts';
import { isGivenBack, openTown, type Town } from '#tests/town/town.ts';
import { passThrough } from './passing-rooms.ts';
import { knock } from './refusals.ts';
import { besiege } from './siege.ts';

/** Rooms are closed soon: what they held must be given back. */
const UNLOAD_AFTER_MS = 200;
/** Of what is measured this much is done before, so that code is loaded and pools are full. */
const WARM_UP_SHARE = 0.1;

export type Amounts = { cycles: number; rooms: number; frames: number };

export type Finding = {
	/** What was done, in words. */
	what: string;
	before: Memory;
	after: Memory;
	strain: Strain;
	/** What is not as it should be, in sentences; empty when all is well. */
	wrongs: string[];
	/** Whatever else one wants to know. */
	figures: string[];
};

/** Does all of it, in one process after another. */
export async function measureMemory(
	{ cycles, rooms, frames }: Amounts,
	seed: number
): Promise<Finding[]> {
	const findings: Finding[] = [];
	const works: [string, number, Work][] = [
		[`${cycles} refused`, cycles, refuse],
		[`${rooms} rooms opened, written in and closed`, rooms, pass],
		[`${frames} hostile frames`, frames, (town, amount) => attack(town, amount, seed)]
	];
	for (const [what, amount, work] of works.filter(([, amount]) => amount > 0)) {
		const town = await openTown(UNLOAD_AFTER_MS);
		try {
			findings.push(await measure(town, what, amount, work));
		} finally {
			await town.close();
		}
	}
	return findings;
}

type Work = (town: Town, amount: number) => Promise<Pick<Finding, 'wrongs' | 'figures'>>;

async function measure(town: Town, what: string, amount: number, work: Work): Promise<Finding> {
	await work(town, Math.ceil(WARM_UP_SHARE * amount));
	const before = await town.settle();
	await town.strain();
	const { wrongs, figures } = await work(town, amount);
	const after = await town.giveBack(before);
	const strain = await town.strain();
	if (!isGivenBack(before.held, after.held)) wrongs.push('more than a tenth is not given back');
	return { what, before, after, strain, wrongs, figures };
}

const refuse: Work = async (town, amount) => {
	const { amiss, perSecond } = await knock(town, amount);
	const wrongs = [...amiss].map(([what, count]) => `${what}, ${count} times`);
	return { wrongs, figures: [`${perSecond.toFixed(0)} a second`] };
};

const pass: Work = async (town, amount) => {
	await passThrough(town, amount);
	return { wrongs: [], figures: [] };
};

async function attack(town: Town, amount: number, seed: number) {
	const { farewells, edits, wrongs, strain, frames } = await besiege(town, amount, seed);
	const { longestFrameMs } = strain;
	const slow = `a frame took ${longestFrameMs.toFixed(1)} ms of processor`;
	const ends = [...farewells].sort((a, b) => b[1] - a[1]);
	return {
		wrongs: longestFrameMs > MOST_FRAME_MS ? [...wrongs, slow] : wrongs,
		figures: [
			`${edits} honest edits meanwhile`,
			`${frames} frames sent, ${strain.frames} read; the longest took ${longestFrameMs.toFixed(1)} ms of processor`,
			`the longest turn of the loop took ${strain.longestTurnMs.toFixed(1)} ms of processor, ${strain.longestDelayMs.toFixed(0)} ms by the clock; busy ${percent(strain.busy)}`,
			`sent away with: ${ends.map(([what, count]) => `${what}: ${count}`).join(', ')}`
		]
	};
}

/** Nobody waits longer for the frame of somebody else. */
const MOST_FRAME_MS = 100;

const percent = (share: number) => `${(100 * share).toFixed(0)} %`;
