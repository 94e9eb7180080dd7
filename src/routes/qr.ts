import { encode } from 'uqr';

/** A square that phones read, as the path of lines through its dark cells: drawn here, it costs a page nothing. */
export function qrOf(address: string): { size: number; path: string } {
	const { data, size } = encode(address, { ecc: 'M', border: 2 });
	const rows = data.map((row, y) => runs(row).map(([x, length]) => `M${x} ${y}.5h${length}`));
	return { size, path: rows.flat().join('') };
}

/** Where dark cells begin in a row, and how many stand beside each other. */
function runs(row: readonly boolean[]): [number, number][] {
	const found: [number, number][] = [];
	row.forEach((dark, x) => {
		if (!dark) return;
		const last = found.at(-1);
		if (last && last[0] + last[1] === x) last[1] += 1;
		else found.push([x, 1]);
	});
	return found;
}
