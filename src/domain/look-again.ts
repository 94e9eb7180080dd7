/** What in a text is worth a second look: plain rules, which find no names. */
export type Hint = { kind: 'bsn' | 'iban' | 'email' | 'phone' | 'postcode'; found: string };

const PATTERNS: readonly [Hint['kind'], RegExp, (found: string) => boolean][] = [
	['email', /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu, () => true],
	['iban', /\b[A-Z]{2}\d{2}(?: ?[A-Z\d]{4}){2,7}(?: ?[A-Z\d]{1,3})?\b/g, isIban],
	['bsn', /(?<!\d)\d{8,9}(?!\d)|(?<!\d)\d{3}[ .]\d{3}[ .]\d{3}(?!\d)/g, isBsn],
	['phone', /(?<!\d)(?:\+31|0031|0)[\s-]?(?:\(0\))?\d(?:[\s-]?\d){8}(?!\d)/g, () => true],
	['postcode', /\b[1-9]\d{3} ?[A-Z]{2}\b/g, () => true]
];

/** What was found, each once, in the order of its kind. */
export function lookAgain(text: string): Hint[] {
	const hints = PATTERNS.flatMap(([kind, pattern, isOne]) =>
		[...text.matchAll(pattern)].flatMap(([found]) => (isOne(found) ? [{ kind, found }] : []))
	);
	return hints.filter(
		({ found }, nth) => !hints.slice(0, nth).some((earlier) => earlier.found.includes(found))
	);
}

/** The elfproef: 9a + 8b + … + 2h − i is a multiple of eleven. */
export function isBsn(found: string): boolean {
	const digits = found.replace(/\D/g, '').padStart(9, '0');
	if (digits.length !== 9 || /^0+$/.test(digits)) return false;
	const sum = [...digits].reduce(
		(total, digit, nth) => total + Number(digit) * (nth === 8 ? -1 : 9 - nth),
		0
	);
	return sum % 11 === 0;
}

/** ISO 13616: turned round, with letters as numbers, it leaves one when divided by 97. */
function isIban(found: string): boolean {
	const code = found.replaceAll(' ', '');
	const turned = code.slice(4) + code.slice(0, 4);
	const digits = turned.replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55));
	return [...digits].reduce((rest, digit) => (rest * 10 + Number(digit)) % 97, 0) === 1;
}
