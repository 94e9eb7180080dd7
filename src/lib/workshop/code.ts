/** A code as it is read from a wall: in two halves. */
export function codeInHalves(code: string): string {
	const half = Math.ceil(code.length / 2);
	return `${code.slice(0, half)} ${code.slice(half)}`;
}
