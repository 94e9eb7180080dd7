import { gatherCrowd, type Crowd } from '#tests/bench/crowd.ts';
import { until } from '#tests/bench/until.ts';
import type { Memory, Strain } from '#tests/town/gauge.ts';
import { openTown, type Town } from '#tests/town/town.ts';

/** What a load did; only `wrongs` decide, for how fast it goes is the machine's. */
export type Finding = {
	/** What was done, in words. */
	what: string;
	/** What is not as it should be, in sentences; empty when all is well. */
	wrongs: string[];
	figures: string[];
};

export type Load = (at: { town: Town; crowd: Crowd }, size: Size) => Promise<Omit<Finding, 'what'>>;

export type Size = {
	/** Silent connections, and how long they are looked at. */
	idle: number;
	idleSeconds: number;
	/** Texts with five who type in each. */
	texts: number;
	/** Of one text. */
	writers: number;
	readers: number;
	/** People who stop reading; half of them for good, if there is time to see them cut off. */
	stalled: number;
	/**
	 * What is pasted and taken away meanwhile, 150 kB each; a writer is read at 20 MB at once. Who does not read is cut
	 * off only where that is more than the system keeps for them: on Linux the most of `tcp_rmem` and of `tcp_wmem`.
	 */
	pastes: number;
	waitsForCuts: boolean;
	typingSeconds: number;
};

/** Rooms stay open as long as nobody looks at what is left. */
const UNLOAD_AFTER_MS = 1_000;
const ACKNOWLEDGED_WITHIN_MS = 30_000;

/** Lets it happen to a live door of its own. */
export async function tryLoad(
	what: string,
	load: Load,
	size: Size,
	seed: number
): Promise<Finding> {
	const town = await openTown(UNLOAD_AFTER_MS);
	const crowd = gatherCrowd(seed);
	try {
		return { what, ...(await load({ town, crowd }, size)) };
	} catch (error) {
		return { what, wrongs: [String(error)], figures: [] };
	} finally {
		await crowd.dismiss();
		await town.close();
	}
}

/** What is wrong once everybody stopped typing: all must be acknowledged, arrived, the same, and everybody there. */
export async function wrongsOf({ ask }: Crowd): Promise<string[]> {
	const { missing, tooMany, differing } = await ask('stop', undefined);
	const isAcknowledged = async () => (await ask('account', undefined)).unacknowledged === 0;
	await until(isAcknowledged, ACKNOWLEDGED_WITHIN_MS).catch(() => {});
	const { gone, unacknowledged } = await ask('account', undefined);
	return Object.entries({ missing, tooMany, differing, gone, unacknowledged }).flatMap(
		([is, count]) => (count > 0 ? [`${count} ${is}`] : [])
	);
}

export function toldStrain(strain: Strain, seconds: number): string[] {
	const { cpuMs, busy, longestFrameMs, longestTurnMs, longestDelayMs, reports } = strain;
	return [
		`processor ${(cpuMs / seconds / 10).toFixed(0)} %, loop busy ${(100 * busy).toFixed(0)} %; longest frame ${longestFrameMs.toFixed(1)} ms and longest turn ${longestTurnMs.toFixed(1)} ms of processor, ${longestDelayMs.toFixed(0)} ms by the clock`,
		...Object.entries(reports).map(([report, count]) => `reported: ${report}, ${count} times`)
	];
}

export function toldMemory(steps: Record<string, Memory>): string {
	const megabytes = (bytes: number) => (bytes / 2 ** 20).toFixed(1);
	return Object.entries(steps)
		.map(
			([when, { held, resident }]) =>
				`${when} ${megabytes(held)} MB held, ${megabytes(resident)} MB resident`
		)
		.join('; ');
}
