import { mkdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findBinaries, type Binaries } from './binaries.ts';
import { ensureCluster, type Cluster } from './cluster.ts';
import { addressOf, ensureDatabase } from './database.ts';
import { takeAlong } from './exit.ts';
import { findPostmaster, type Postmaster } from './pidfile.ts';
import { startPostmaster, stopPostmaster } from './postmaster.ts';
import { isAlive, until } from './process.ts';
import { chooseRunner } from './user.ts';

export type EmbeddedPostgres = {
	/** Address with user and password of the database `wisselwerking`. */
	url: string;
	pid: number;
	/** It ran already. Whoever started it stops it; once that process is gone, the finder does. */
	reused: boolean;
	stop(): Promise<void>;
	/** Lets it run on for others who use it: the last of them stops it. */
	leave(): void;
};

/** Recovery after a crash takes as long as there was written since the last checkpoint (5 minutes). */
const READY_WITHIN_MS = 180_000;

/** A port taken in between, or a predecessor's last process still leaving, is over at the next try. */
const TRIES = 5;

/**
 * Opens the real PostgreSQL on `dataDir`/postgres: finds it running, or starts it on a free port of
 * 127.0.0.1, made first when needed. `durable: false` is for data that may be lost with the machine.
 */
export async function openEmbeddedPostgres({
	dataDir,
	durable = true
}: {
	dataDir: string;
	durable?: boolean;
}): Promise<EmbeddedPostgres> {
	// Others may pass through, so that the user who runs PostgreSQL reaches its own folder inside.
	mkdirSync(dataDir, { recursive: true, mode: 0o711 });
	const parent = realpathSync(dataDir);
	const binaries = findBinaries();
	const runner = chooseRunner(binaries, parent);
	const cluster = await ensureCluster(binaries, runner, join(parent, 'postgres'));

	for (let tries = 0; tries < TRIES; tries++) {
		const found = findPostmaster(cluster.data);
		if (found) {
			// It may be on its way down; then it is started anew.
			const ready = await becomesReady(cluster, () => isAlive(found.pid));
			if (ready) return describe(ready, cluster, binaries, true);
		}
		const child = await startPostmaster(binaries, runner, cluster, durable);
		const ready = await becomesReady(cluster, () => child.exitCode === null && !child.signalCode);
		if (ready) return describe(ready, cluster, binaries, ready.pid !== child.pid);
	}
	throw new Error(`PostgreSQL does not start on ${cluster.folder}:\n${lastLines(cluster.log)}`);
}

async function becomesReady(
	cluster: Cluster,
	isRunning: () => boolean
): Promise<Postmaster | undefined> {
	const answer = await until(async () => {
		const found = findPostmaster(cluster.data);
		if (found?.ready && (await ensureDatabase(found.port, cluster.password))) return found;
		return isRunning() ? undefined : 'gone';
	}, READY_WITHIN_MS);
	return answer === 'gone' ? undefined : answer;
}

function describe(
	{ pid, port }: Postmaster,
	cluster: Cluster,
	binaries: Binaries,
	reused: boolean
): EmbeddedPostgres {
	const url = addressOf(port, cluster.password);
	if (reused && isAlive(ownerOf(cluster))) {
		const stopWhenLeft = async () => {
			if (!isAlive(ownerOf(cluster))) await stopPostmaster(pid, binaries, cluster.data);
		};
		return { url, pid, reused, stop: stopWhenLeft, leave() {} };
	}
	writeFileSync(join(cluster.folder, 'owner'), String(process.pid));
	const letGo = takeAlong(pid);
	const stop = async () => {
		await stopPostmaster(pid, binaries, cluster.data);
		letGo();
	};
	return { url, pid, reused, stop, leave: letGo };
}

function ownerOf(cluster: Cluster): number {
	try {
		return Number(readFileSync(join(cluster.folder, 'owner'), 'utf8'));
	} catch {
		return NaN;
	}
}

function lastLines(log: string): string {
	return readFileSync(log, 'utf8').trimEnd().split('\n').slice(-5).join('\n');
}
