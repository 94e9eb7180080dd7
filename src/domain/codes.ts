/** Letters and digits that nobody takes for another when they are read from a wall: no I, L, O, 0 or 1. */
const SIGNS = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';
export const CODE_LENGTH = 6;

/** A code to come in with; `below` gives a number from nought up to, and not, the one that it gets. */
export function newCode(below: (most: number) => number): string {
	return Array.from({ length: CODE_LENGTH }, () => SIGNS[below(SIGNS.length)]).join('');
}

/** What somebody typed as the code that it means, or null when it can't be one. */
export function readCode(typed: string): string | null {
	const code = typed.toUpperCase().replace(/[\s.-]/g, '');
	const isCode = code.length === CODE_LENGTH && [...code].every((sign) => SIGNS.includes(sign));
	return isCode ? code : null;
}
