import { readdirSync, readFileSync } from 'node:fs';

/** Linux counts processor time in hundredths of a second for whoever asks. */
const MS_PER_TICK = 10;

/**
 * Milliseconds of processor that a process and all below it used so far, those that have ended
 * included. Null where there is no /proc.
 */
export function cpuOfTree(root: number): number | null {
	try {
		const all = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
		const stats = all.flatMap((pid) => readStat(pid) ?? []);
		const tree = new Set([root]);
		// A child may be listed before its parent.
		for (let grew = true; grew;) {
			const before = tree.size;
			for (const { pid, parent } of stats) if (tree.has(parent)) tree.add(pid);
			grew = tree.size > before;
		}
		const own = stats.filter(({ pid }) => tree.has(pid));
		const ticks = own.reduce((sum, { pid, used, usedByGone }) => {
			return sum + used + (pid === root ? usedByGone : 0);
		}, 0);
		return own.length > 0 ? ticks * MS_PER_TICK : null;
	} catch {
		return null;
	}
}

function readStat(id: string) {
	try {
		const stat = readFileSync(`/proc/${id}/stat`, 'utf8');
		// The name stands in parentheses and may hold anything; after it the third field begins.
		const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
		const at = (field: number) => Number(fields[field - 3]);
		return { pid: Number(id), parent: at(4), used: at(14) + at(15), usedByGone: at(16) + at(17) };
	} catch {
		// It ended in between.
		return null;
	}
}

/**
 * Milliseconds that the main thread of a process was ready and waited for a processor so far. Null
 * where there is no /proc.
 */
export function waitOf(pid: number): number | null {
	try {
		const [, nanoseconds] = readFileSync(`/proc/${pid}/schedstat`, 'utf8').split(' ');
		return Number(nanoseconds) / 1e6;
	} catch {
		return null;
	}
}
