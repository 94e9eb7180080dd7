import { spawnSync, type ChildProcess } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import type { Binaries } from './binaries.ts';
import type { Cluster } from './cluster.ts';
import { interrupt, takeAlong } from './exit.ts';
import { dropStalePidfile } from './pidfile.ts';
import { freePort } from './port.ts';
import { isAlive, until } from './process.ts';
import { giveTo, launch, type Runner } from './user.ts';

/** A fast shutdown writes a checkpoint; on a slow disk that takes a while. */
const STOP_WITHIN_MS = 20_000;

const SETTINGS = [
	'listen_addresses=127.0.0.1',
	'unix_socket_directories=',
	'timezone=UTC',
	'log_timezone=UTC',
	// The log tells about the server, never about what people wrote: no statements, no values.
	'log_min_messages=log',
	'log_min_error_statement=panic',
	'log_error_verbosity=terse',
	'log_checkpoints=off'
];

/** Not for the disk, and for many at once: one server for all the houses of a run of tests. */
const THROW_AWAY = [
	...['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'],
	'max_connections=400'
];

/** Starts PostgreSQL on a free port; whether it gets ready, its pid file tells. */
export async function startPostmaster(
	binaries: Binaries,
	runner: Runner,
	cluster: Cluster,
	durable: boolean
): Promise<ChildProcess> {
	giveTo(runner, cluster.folder);
	dropStalePidfile(cluster.data);
	const settings = [`port=${await freePort()}`, ...SETTINGS, ...(durable ? [] : THROW_AWAY)];
	const args = ['-D', cluster.data, ...settings.flatMap((setting) => ['-c', setting])];
	const log = openSync(cluster.log, 'a', 0o600);
	try {
		// Detached: Ctrl-C in a terminal reaches us alone, and we stop the server after our own work.
		const stdio = ['ignore', log, log] as const;
		const options = { cwd: cluster.folder, stdio: [...stdio], detached: true };
		const child = launch(runner, binaries.postgres, args, options);
		child.on('error', () => {});
		child.unref();
		if (child.pid) child.once('exit', takeAlong(child.pid));
		return child;
	} finally {
		closeSync(log);
	}
}

/** Stops a server and waits until it is gone; one that does not hurry is stopped without checkpoint. */
export async function stopPostmaster(pid: number, binaries: Binaries, data: string): Promise<void> {
	if (process.platform === 'win32') {
		// Windows has no signals: a kill would leave a crash to recover from.
		spawnSync(binaries.pgCtl, ['stop', '-D', data, '-m', 'fast', '-w']);
		return;
	}
	const gone = () => (isAlive(pid) ? undefined : true);
	interrupt(pid);
	if (await until(gone, STOP_WITHIN_MS)) return;
	interrupt(pid, 'SIGQUIT');
	await until(gone, STOP_WITHIN_MS);
}
