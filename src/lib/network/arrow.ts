import type { Corner } from '#domain/corners.ts';
import { ROUND_OF_CORNERS, type CornerFlow } from '#domain/flows.ts';

type Point = readonly [x: number, y: number];
type Label = { at: Point; anchor: 'start' | 'middle' | 'end' };

/** How much thicker an arrow is for each pair of documents, up to the thickest that still is an arrow. */
const THIN = 1.2;
const THICKER = 0.55;
const THICKEST = 6;

/** Where each arrow runs in a drawing of 440 by 350: round along the outside, back along the inside. */
const LINES: Record<`${Corner} ${Corner}`, { from: Point; to: Point; label: Label } | undefined> = {
	'practice research': line([92, 262], [190, 86], [120, 158], 'end'),
	'research practice': line([212, 98], [114, 274], [170, 204], 'start'),
	'research education': line([250, 86], [348, 262], [320, 158], 'start'),
	'education research': line([326, 274], [228, 98], [270, 204], 'end'),
	'education practice': line([322, 290], [120, 290], [221, 280], 'middle'),
	'practice education': line([120, 312], [322, 312], [221, 334], 'middle'),
	'practice practice': undefined,
	'research research': undefined,
	'education education': undefined
};

function line(from: Point, to: Point, at: Point, anchor: Label['anchor']) {
	return { from, to, label: { at, anchor } };
}

/** An arrow of the meter; with nothing that flows there its shaft is dotted and it has no head. */
export type Arrow = { key: string; count: number; width: number; shaft: string; head: string } & {
	label: Label;
};

export function arrowsOf(flows: readonly CornerFlow[]): Arrow[] {
	const both = ROUND_OF_CORNERS.flatMap(({ from, to }) => [
		[from, to] as const,
		[to, from] as const
	]);
	return both.flatMap(([from, to]) => {
		const key = `${from} ${to}` as const;
		const drawn = LINES[key];
		if (!drawn) return [];
		const count = flows.find((flow) => flow.from === from && flow.to === to)?.count ?? 0;
		return [{ key, count, label: drawn.label, ...arrow(drawn.from, drawn.to, count) }];
	});
}

function arrow([x1, y1]: Point, [x2, y2]: Point, count: number) {
	const length = Math.hypot(x2 - x1, y2 - y1);
	const [dx, dy] = [(x2 - x1) / length, (y2 - y1) / length];
	if (count === 0) return { width: THIN, shaft: path([x1, y1], [x2, y2]), head: '' };
	const width = Math.min(THIN + THICKER * count, THICKEST);
	const [long, half] = [9.2 + 1.3 * width, 4.4 + 0.6 * width];
	const [bx, by] = [x2 - dx * long, y2 - dy * long];
	const wings: Point[] = [
		[bx - dy * half, by + dx * half],
		[bx + dy * half, by - dx * half]
	];
	return {
		width,
		shaft: path([x1, y1], [bx + dx * 2, by + dy * 2]),
		head: `${path([x2, y2], ...wings)}Z`
	};
}

function path(...points: Point[]): string {
	return `M${points.map((point) => point.map((one) => one.toFixed(1)).join(' ')).join('L')}`;
}
