/**
 * Letters and digits that nobody takes for another when they are read from a wall, and no vowels, so that no code is a
 * word. Of letters that look like a digit the digit is in it.
 */
const SIGNS = 'CDFGHJKMNPQRTVWX23456789';
/** What people read instead. */
const MEANT: Record<string, string> = { B: '8', S: '5', Z: '2' };
const CODE_LENGTH = 6;

/** A code to come in with; `below` gives a number from nought up to, and not, the one that it gets. */
export function newCode(below: (most: number) => number): string {
	return Array.from({ length: CODE_LENGTH }, () => SIGNS[below(SIGNS.length)]).join('');
}

/** What somebody typed as the code that it means, or null when it can't be one. */
export function readCode(typed: string): string | null {
	const signs = [...typed.toUpperCase().replace(/[\s.\p{Pd}]/gu, '')];
	const code = signs.map((sign) => MEANT[sign] ?? sign);
	const isCode = code.length === CODE_LENGTH && code.every((sign) => SIGNS.includes(sign));
	return isCode ? code.join('') : null;
}

/** A code as it is read from a wall: in two halves, "K7P 3RX". */
export function codeInHalves(code: string): string {
	const half = Math.ceil(code.length / 2);
	return `${code.slice(0, half)} ${code.slice(half)}`;
}
