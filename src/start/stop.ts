import { once } from 'node:events';
import type { Server } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import type { House } from './house.ts';
import type { Log } from './log.ts';
import { watchTraffic } from './traffic.ts';

/** Requests under way get this long; with closing the rooms and PostgreSQL it stays below 30 seconds. */
const FINISH_WITHIN_MS = 10_000;
const EXIT_WITHIN_MS = 28_000;

/** On a signal: lets nobody in any more, finishes what is under way, closes the house and exits. */
export function closeOnSignal(
	server: Server,
	closeLiveDoor: () => Promise<void>,
	house: House,
	log: Log
): void {
	const traffic = watchTraffic(server);
	let closing = false;

	const close = async () => {
		house.leave();
		// People leave for other nodes one by one, and pages are answered meanwhile.
		if (house.context.bus.isShared) await closeLiveDoor();
		const closed = once(server, 'close');
		// Closes connections that wait for a next request as well.
		server.close();
		traffic.endStreams();
		await closeLiveDoor();
		traffic.dropLive();
		await Promise.race([closed, wait(FINISH_WITHIN_MS, undefined, { ref: false })]);
		server.closeAllConnections();
		await house.close();
	};

	const obey = async (signal: NodeJS.Signals) => {
		// Pressed twice: whoever does not want to wait may go; what was acknowledged is stored.
		if (closing) process.exit(130);
		closing = true;
		setTimeout(() => process.exit(1), EXIT_WITHIN_MS).unref();
		log.info({ signal }, 'closing');
		try {
			await (server.listening ? close() : house.close());
			log.info('closed');
			process.exit(0);
		} catch (error) {
			log.error({ err: error }, 'closing failed');
			process.exit(1);
		}
	};
	for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) {
		process.on(signal, () => void obey(signal));
	}
}
