import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { commandOf, isAlive } from './process.ts';

export type Postmaster = { pid: number; port: number; ready: boolean };

/** The server that runs on these files, or undefined. */
export function findPostmaster(data: string): Postmaster | undefined {
	const lines = read(data);
	// Lines: pid, data folder, start time, port, socket folder, address, shared memory, state.
	const pid = Number(lines[0]);
	if (!lines[3] || !isAlive(pid) || !serves(pid, data)) return undefined;
	return { pid, port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' };
}

/**
 * Removes a file that a crash left and whose number has since gone to another process: PostgreSQL
 * would take that process for its predecessor and refuse. One that names nobody it replaces itself.
 */
export function dropStalePidfile(data: string): void {
	const pid = Number(read(data)[0]);
	if (pid > 0 && isAlive(pid) && !serves(pid, data)) rmSync(join(data, 'postmaster.pid'));
}

function read(data: string): string[] {
	try {
		return readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n');
	} catch {
		return [];
	}
}

function serves(pid: number, data: string): boolean {
	return process.platform === 'win32' || commandOf(pid).includes(` ${data} `);
}
