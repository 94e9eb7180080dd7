type Keyed<Row> = { key: string; row: Row; at: number };

/**
 * Rows under a key of their own: what they are called, and of those called the same the how manieth. So what is typed
 * in a row stays with that row when others move.
 */
export function keyed<Row extends { title: string }>(rows: readonly Row[]): Keyed<Row>[] {
	const seen = new Map<string, number>();
	return rows.map((row, at) => {
		const nth = (seen.get(row.title) ?? 0) + 1;
		seen.set(row.title, nth);
		return { key: `${nth} ${row.title}`, row, at };
	});
}
