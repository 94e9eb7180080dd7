import { setTimeout as wait } from 'node:timers/promises';
import postgres from 'postgres';
import { Refusal } from './refusal.ts';

/** Any number will do, as long as nothing else locks on it. */
const LOCK = 1_214_608_485;

/** A predecessor that was just told to stop gets a moment to let go. */
const WAIT_MS = 3_000;
const TRY_EVERY_MS = 250;

/**
 * Makes this process the only one on the database: rooms and presence live in its memory, and a
 * second one would not hear of them. `onLost` is called if another process took over after the
 * connection had been broken. Returns the function that lets go.
 */
export async function holdHouse(url: string, onLost: () => void): Promise<() => Promise<void>> {
	let holding = false;
	// By default the client replaces its connections now and then; the lock would go with it.
	const sql = postgres(url, {
		max: 1,
		max_lifetime: null,
		onnotice: () => {},
		onclose: () => {
			if (holding) void regain();
		}
	});
	const obtain = async () => {
		const [row] = await sql`select pg_try_advisory_lock(${LOCK}) as held`;
		return row?.held === true;
	};
	const regain = async () => {
		holding = false;
		while (!letGo) {
			await wait(TRY_EVERY_MS);
			const held = await obtain().catch(() => undefined);
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
		await sql.end({ timeout: 1 });
	};

	try {
		for (const deadline = Date.now() + WAIT_MS; !(holding = await obtain());) {
			if (Date.now() > deadline) {
				throw new Refusal(
					'Another Wisselwerking is running on this database. One process at a time: stop the other, ' +
						'or give this one a DATA_DIR or DATABASE_URL of its own.'
				);
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
