import { setTimeout as wait } from 'node:timers/promises';
import { openHouseLock, type Company } from '#db/house-lock.ts';
import { Refusal } from './refusal.ts';

/** A predecessor that was just told to stop gets a moment to let go. */
const WAIT_MS = 3_000;
const TRY_EVERY_MS = 250;

const ALREADY = {
	alone:
		'Another Wisselwerking is running on this database. Without REDIS_URL there is one process at a time: ' +
		'stop the other, give each of them REDIS_URL, or give this one a DATA_DIR or DATABASE_URL of its own.',
	together:
		'A Wisselwerking without REDIS_URL is running on this database, and would not hear of this one: ' +
		'stop it, and start it again with the same REDIS_URL.'
} as const;

/**
 * Makes this process the only one on the database, for rooms and presence live in its memory and a second
 * one would not hear of them; or one of those that hear each other through Redis. `onLost` is called if a
 * process that excludes it took over after the connection had been broken. Returns the function that lets
 * go.
 */
export async function holdHouse(
	url: string,
	company: Company,
	onLost: () => void
): Promise<() => Promise<void>> {
	let holding = false;
	const lock = openHouseLock(url, company, () => {
		if (holding) void regain();
	});
	const regain = async () => {
		holding = false;
		while (!letGo) {
			await wait(TRY_EVERY_MS);
			const held = await lock.take().catch(() => undefined);
			if (held === undefined) continue;
			holding = held;
			if (!held && !letGo) onLost();
			return;
		}
	};
	let letGo = false;
	const release = async () => {
		letGo = true;
		holding = false;
		await lock.close();
	};

	try {
		for (const deadline = Date.now() + WAIT_MS; !(holding = await lock.take());) {
			if (Date.now() > deadline) {
				throw new Refusal(ALREADY[company]);
			}
			await wait(TRY_EVERY_MS);
		}
		return release;
	} catch (error) {
		await release();
		throw error instanceof Refusal ? error : unreachable(url, error);
	}
}

function unreachable(url: string, error: unknown): Refusal {
	const { hostname, port, pathname } = new URL(url);
	const reason = error instanceof Error ? error.message || error.name : String(error);
	const where = `${hostname}:${port || 5432}${pathname}`;
	return new Refusal(`The database at ${where} can't be used: ${reason}`);
}

/** Whether nobody holds the house any more, so that what belongs to it may be closed. */
export async function isHouseEmpty(url: string): Promise<boolean> {
	const lock = openHouseLock(url, 'alone', () => {});
	try {
		return await lock.take();
	} finally {
		await lock.close();
	}
}
