import type { Server } from 'node:http';
import { openDatabase } from '#db/connection.ts';
import { openEmbeddedPostgres } from '#db/embedded/server.ts';
import { migrate } from '#db/migrate.ts';
import { loadNetwork } from '#db/seeds/network.ts';
import { setContext, type Context } from '#server/context.ts';
import { openLocalPresence } from '#server/presence.ts';
import { openSharedPresence } from '#server/shared-presence.ts';
import { sweep } from '#server/sweep.ts';
import { keepPaused } from '#server/versions.ts';
import { attachLiveDoor, type LiveDoor } from '#ws/live-door.ts';
import { Metrics } from '#ws/metrics.ts';
import { openBus } from './bus.ts';
import { openUpdateLog } from '#ws/update-log.ts';
import { introduce } from './front.ts';
import { holdHouse, isHouseEmpty } from './lock.ts';
import { reportTo, type Log } from './log.ts';
import { openMail } from './mail-post.ts';
import { Refusal } from './refusal.ts';
import { openRegistry } from './registry.ts';
import { ownOrigins } from './origins.ts';
import type { Settings } from './settings.ts';

/** One runs at a time; another after one of which nobody knows whether it succeeded. */
const MOST_COMMITS = 2;
const SWEEP_EVERY_MS = 60 * 60 * 1000;
/** How often to look where people paused. */
const KEEP_EVERY_MS = 60 * 1000;

export type House = {
	context: Context;
	/**
	 * Mounts the live door on a server; requests are for the caller to pass on. Closing the house closes
	 * the door too.
	 */
	attach(server: Server): LiveDoor;
	/** Says to whoever asks that this process is about to stop. */
	leave(): void;
	/** Closes what was opened, the last first; PostgreSQL last of all. */
	close(): Promise<void>;
};

/** Opens everything behind the doors. `onLost` is called when another process took over the database. */
export async function openHouse(settings: Settings, log: Log, onLost: () => void): Promise<House> {
	// Closes what is open already when something further down refuses.
	await using opening = new AsyncDisposableStack();

	const url = settings.databaseUrl ?? (await openOwnDatabase(settings, opening));
	const company = settings.redisUrl ? 'together' : 'alone';
	opening.defer(await holdHouse(url, company, onLost));
	await migrate(url);
	const connection = openDatabase(url);
	opening.defer(() => connection.close());
	// Apart: a commit waits for no question, however many are asked at once.
	const commits = openDatabase(url, { max: MOST_COMMITS });
	opening.defer(() => commits.close());
	const mail = openMail(settings, log);
	opening.defer(() => mail.close());

	const bus = await openBus(settings, connection.db, log);
	opening.defer(() => bus.close());
	const presence = bus.isShared ? openSharedPresence(bus) : openLocalPresence();
	opening.defer(() => presence.close());

	const registry = openRegistry(bus);
	const metrics = new Metrics(registry);
	const leaving = new AbortController();
	const context: Context = {
		db: connection.db,
		bus,
		presence,
		mail,
		publicUrl: settings.publicUrl,
		now: () => new Date(),
		metrics: registry,
		leaving: leaving.signal
	};
	await loadNetwork(context.db);
	if (settings.purpose !== 'use') {
		const { plantDemo } = await import('./demo.ts');
		await plantDemo(context);
	}
	setContext(context);
	opening.defer(() => setContext(undefined));
	opening.defer(every(SWEEP_EVERY_MS, 'sweeping', log, () => sweep(context)));
	opening.defer(
		every(KEEP_EVERY_MS, 'keeping versions', log, () =>
			keepPaused(context, (error) => log.error({ err: error }, 'a version could not be kept'))
		)
	);

	const opened = opening.move();
	return {
		context,
		attach(server) {
			// Before the live door sees it: it counts on knowing who asks.
			server.on('upgrade', (request) => introduce(request, settings));
			const door = attachLiveDoor(server, context, {
				log: openUpdateLog(context.db, commits.db),
				allowedOrigins: ownOrigins(settings),
				// Hot reload is Vite's.
				sharesUpgrades: settings.purpose === 'development',
				metrics,
				report: reportTo(log)
			});
			let closed: Promise<void> | undefined;
			const close = () => (closed ??= door.close());
			opened.defer(close);
			return { ...door, close };
		},
		leave: () => leaving.abort(),
		close: () => opened.disposeAsync()
	};
}

async function openOwnDatabase(
	{ dataDir, redisUrl }: Settings,
	opening: AsyncDisposableStack
): Promise<string> {
	try {
		const server = await openEmbeddedPostgres({ dataDir });
		opening.defer(async () => {
			if (redisUrl && (await isUsedByOthers(server.url))) server.leave();
			else await server.stop();
		});
		return server.url;
	} catch (error) {
		throw new Refusal(error instanceof Error ? error.message : String(error));
	}
}

async function isUsedByOthers(url: string): Promise<boolean> {
	try {
		return !(await isHouseEmpty(url));
	} catch {
		// It does not answer any more.
		return false;
	}
}

/** Does something at once and then again and again, one at a time; what it calls `work` is told when it fails. */
function every(
	milliseconds: number,
	work: string,
	log: Log,
	run: () => Promise<unknown>
): () => Promise<void> {
	let running: Promise<void> | null = null;
	const begin = () => {
		running ??= run()
			.then(
				(done) => log.debug({ done }, work),
				(error: unknown) => log.error({ err: error }, `${work} failed`)
			)
			.finally(() => (running = null));
	};
	begin();
	const timer = setInterval(begin, milliseconds);
	return async () => {
		clearInterval(timer);
		await running;
	};
}
