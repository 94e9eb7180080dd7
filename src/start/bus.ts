import type { Database } from '#db/connection.ts';
import { identify } from '#db/queries/installation.ts';
import { openLocalBus, type Bus } from '#server/bus.ts';
import { openRedisBus } from '#server/redis-bus.ts';
import { reportTo, type Log } from './log.ts';
import { Refusal } from './refusal.ts';
import type { Settings } from './settings.ts';

/** The bus of this process: on Redis where that is set. A Redis that can't be used is refused, by name. */
export async function openBus({ redisUrl }: Settings, db: Database, log: Log): Promise<Bus> {
	if (!redisUrl) return openLocalBus();
	const name = `wisselwerking:${await identify(db)}`;
	try {
		return await openRedisBus(redisUrl, { name, report: reportTo(log) });
	} catch (error) {
		throw new Refusal(`The Redis at ${placeOf(redisUrl)} can't be used: ${reasonOf(error)}`);
	}
}

function placeOf(url: string): string {
	const { hostname, port } = new URL(url);
	return `${hostname}:${port || 6379}`;
}

function reasonOf(error: unknown): string {
	if (!(error instanceof Error)) return String(error);
	// Of several addresses of one name that all refuse there is no message.
	return error.message || ('code' in error ? String(error.code) : error.name);
}
