/** The index of a thing in one row, and of the same thing in the other. */
export type Match = readonly [number, number];

/** Rows that differ in more than this are taken to have nothing in common between their ends. */
const EDITS_MAX = 4000;

/** What two rows have in common, in order: the longest there is (Myers 1986, in time by what differs). */
export function matches(a: readonly string[], b: readonly string[]): Match[] {
	let start = 0;
	let [endA, endB] = [a.length, b.length];
	while (start < endA && start < endB && a[start] === b[start]) start += 1;
	while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) {
		endA -= 1;
		endB -= 1;
	}
	const found: Match[] = [];
	for (let i = 0; i < start; i += 1) found.push([i, i]);
	const middle = longest(a.slice(start, endA), b.slice(start, endB));
	for (const [x, y] of middle) found.push([start + x, start + y]);
	for (let i = 0; i < a.length - endA; i += 1) found.push([endA + i, endB + i]);
	return found;
}

function longest(a: readonly string[], b: readonly string[]): Match[] {
	if (a.length === 0 || b.length === 0) return [];
	const most = Math.min(a.length + b.length, EDITS_MAX);
	const origin = most + 1;
	/** Per diagonal (index in a minus index in b) how far in `a` the best path came. */
	const reach = new Int32Array(2 * most + 3);
	const trail: Int32Array[] = [];
	for (let edits = 0; edits <= most; edits += 1) {
		trail.push(reach.slice(origin - edits - 1, origin + edits + 2));
		for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
			const [below, above] = [reach[origin + diagonal - 1]!, reach[origin + diagonal + 1]!];
			let x = inserts(diagonal, edits, below, above) ? above : below + 1;
			while (x < a.length && x - diagonal < b.length && a[x] === b[x - diagonal]) x += 1;
			reach[origin + diagonal] = x;
			if (x >= a.length && x - diagonal >= b.length) return walkBack(trail, a.length, b.length);
		}
	}
	return [];
}

/** Whether the best path to this diagonal came by taking from `b`, rather than by dropping from `a`. */
function inserts(diagonal: number, edits: number, below: number, above: number): boolean {
	return diagonal === -edits || (diagonal !== edits && below < above);
}

function walkBack(trail: readonly Int32Array[], endA: number, endB: number): Match[] {
	const found: Match[] = [];
	let [x, y] = [endA, endB];
	for (let edits = trail.length - 1; edits > 0; edits -= 1) {
		const reach = trail[edits]!;
		const diagonal = x - y;
		const [below, above] = [reach[diagonal + edits]!, reach[diagonal + edits + 2]!];
		const taken = inserts(diagonal, edits, below, above);
		const from = taken ? above : below;
		const fromDiagonal = taken ? diagonal + 1 : diagonal - 1;
		for (const after = taken ? from : from + 1; x > after;) {
			x -= 1;
			y -= 1;
			found.push([x, y]);
		}
		x = from;
		y = from - fromDiagonal;
	}
	while (x > 0 && y > 0) {
		x -= 1;
		y -= 1;
		found.push([x, y]);
	}
	return found.reverse();
}
