import { PEERS, TITLES } from './peer.ts';
import type { Goal, Row } from './scenario.ts';

const MARKS = { met: '✓', missed: '✗', unknown: '?' };

/** All rows as one Markdown table. */
export function makeTable(rows: readonly Row[]): string {
	const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
	const titles = ['scenario', ...PEERS.map((peer) => TITLES[peer]), 'goal here'];
	return [
		line(titles),
		line(titles.map(() => '---')),
		...rows.map(({ says, cells, goals }) =>
			line([says, ...PEERS.map((peer) => cells[peer] ?? '–'), goals.map(showGoal).join('; ')])
		)
	].join('\n');
}

/** One sentence for each goal, and how many were met. */
export function judge(rows: readonly Row[]): string[] {
	const goals = rows.flatMap(({ says, goals }) => goals.map((goal) => ({ ...goal, of: says })));
	const count = (isMet: boolean | null) => goals.filter((goal) => goal.isMet === isMet).length;
	return [
		...goals.map((goal) => `${wordOf(goal).padEnd(12)} ${goal.of}: ${goal.says}`),
		`${count(true)} met, ${count(false)} missed, ${count(null)} not measured`
	];
}

function showGoal(goal: Goal): string {
	const mark = goal.isMet === null ? MARKS.unknown : goal.isMet ? MARKS.met : MARKS.missed;
	return `${goal.says} ${mark}`;
}

function wordOf({ isMet }: Goal): string {
	if (isMet === null) return 'not measured';
	return isMet ? 'met' : 'MISSED';
}
