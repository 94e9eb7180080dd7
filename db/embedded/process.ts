import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** Whether a process with this number runs, ours or not. */
export function isAlive(pid: number): boolean {
	// One that ended, but whose parent has not asked for its end, still has its number: no command.
	if (process.platform === 'linux') return commandOf(pid) !== '';
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return error instanceof Error && 'code' in error && error.code === 'EPERM';
	}
}

/** The program and arguments that a process was started with; empty when it is gone. */
export function commandOf(pid: number): string {
	if (process.platform === 'linux') {
		try {
			return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
		} catch {
			return '';
		}
	}
	return spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout ?? '';
}

/** Looks every ten milliseconds until `look` answers, or gives undefined after `withinMs`. */
export async function until<T>(
	look: () => T | undefined | Promise<T | undefined>,
	withinMs: number
): Promise<T | undefined> {
	const deadline = performance.now() + withinMs;
	for (;;) {
		const seen = await look();
		if (seen !== undefined || performance.now() > deadline) return seen;
		await new Promise((resolve) => setTimeout(resolve, 10));
	}
}
