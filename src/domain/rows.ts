import { Conflict } from './errors.ts';

/** A row of a list as somebody saw it: its place, and what it was called there. */
export type SeenRow = { at: number; named: string };

type Titled = { title: string };

/** The rows with another in the place of the one that was seen. */
export function replaced<Row extends Titled>(rows: readonly Row[], seen: SeenRow, by: Row): Row[] {
	return rows.with(placeOf(rows, seen), by);
}

/** The rows with the one that was seen a place earlier or later; the first and the last go no further. */
export function moved<Row extends Titled>(rows: readonly Row[], seen: SeenRow, by: -1 | 1): Row[] {
	const from = placeOf(rows, seen);
	const to = Math.min(Math.max(from + by, 0), rows.length - 1);
	const others = [...rows];
	others.splice(to, 0, ...others.splice(from, 1));
	return others;
}

/** The rows without the one that was seen. */
export function without<Row extends Titled>(rows: readonly Row[], seen: SeenRow): Row[] {
	return rows.toSpliced(placeOf(rows, seen), 1);
}

/** What somebody means by a place is what stood there when they looked. */
function placeOf(rows: readonly Titled[], { at, named }: SeenRow): number {
	if (rows[at]?.title !== named) throw new Conflict('design_changed');
	return at;
}
