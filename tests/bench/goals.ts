import type { PeerName } from './peer.ts';
import type { Figures, Goal, Results, Row } from './scenario.ts';

type Show = (figures: Figures) => string;

/** A server that waited longer for a processor than this had no chance to be fast. */
const STARVED_PERCENT = 20;
export const STARVED_NOTE = `† it waited for a processor, which something else had, for more than ${STARVED_PERCENT} % of the time: its latencies and percents say little`;

/** A row with a cell for everybody who was measured. */
export function row(says: string, results: Results, show: Show, goals: Goal[]): Row {
	const cells = Object.entries(results).flatMap(([name, figures]) => {
		if (!figures) return [];
		const mark = (figures.waitedPercent ?? 0) > STARVED_PERCENT ? ' †' : '';
		return [[name, `${show(figures)}${mark}`] as const];
	});
	return { says, cells: Object.fromEntries(cells), goals };
}

/** At most so much. */
export function atMost(results: Results, figure: string, most: number, unit: string): Goal {
	const own = results.ours?.[figure];
	return { says: `≤ ${most}${unit}`, isMet: own === undefined ? null : own <= most };
}

export function atLeast(results: Results, figure: string, least: number, unit: string): Goal {
	const own = results.ours?.[figure];
	return { says: `≥ ${least}${unit}`, isMet: own === undefined ? null : own >= least };
}

/** At most so many times what another has. */
export function atMostTimes(
	results: Results,
	figure: string,
	times: number,
	other: PeerName,
	of = ''
): Goal {
	const own = results.ours?.[figure];
	const theirs = results[other]?.[figure];
	const isMet = own === undefined || theirs === undefined ? null : own <= times * theirs;
	const ratio = own === undefined || !theirs ? '' : ` (is ${(own / theirs).toFixed(2)})`;
	const name = other === 'relay' ? 'relay' : 'Hocuspocus';
	return { says: `${of}≤ ${times} × ${name}${ratio}`, isMet };
}

/** So many digits that one sees what differs. */
export function digits(value: number | undefined): string {
	if (value === undefined || Number.isNaN(value)) return '–';
	if (Math.abs(value) >= 1_000) return Math.round(value).toLocaleString('en');
	if (Math.abs(value) >= 100) return value.toFixed(0);
	return value.toFixed(Math.abs(value) >= 10 ? 1 : 2);
}
