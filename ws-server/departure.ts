import { setTimeout as wait } from 'node:timers/promises';
import { CLOSE } from './close-codes.ts';
import type { Connection } from './connection.ts';

const LOOK_EVERY_MS = 50;
/** Who is not told by then that all is durable sends it again, elsewhere. */
const SETTLE_WITHIN_MS = 2_000;

/**
 * Sends these away one after the other, evenly over a time, so that not all of them knock at other nodes
 * at once. Each goes on working until it is their turn; then what they sent becomes durable and is
 * acknowledged first. Resolves when all are told to go.
 */
export async function sendAway(connections: Iterable<Connection>, overMs: number): Promise<void> {
	const staying = [...connections];
	const leaving = new Map<Connection, number>();
	const began = performance.now();
	const total = staying.length;
	while (staying.length + leaving.size > 0) {
		const now = performance.now();
		const share = overMs === 0 ? 1 : Math.min(1, (now - began) / overMs);
		for (const connection of staying.splice(0, staying.length - Math.floor(total * (1 - share)))) {
			connection.hold('departure');
			leaving.set(connection, now);
		}
		for (const [connection, since] of leaving) {
			if (!connection.receipts.isSettled && now - since < SETTLE_WITHIN_MS) continue;
			connection.close(CLOSE.restart);
			leaving.delete(connection);
		}
		if (staying.length + leaving.size > 0) await wait(LOOK_EVERY_MS);
	}
}
