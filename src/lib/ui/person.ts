/** First letters of the first and the last word: "Samira el Idrissi" is SI, "Joost ten Velde" is JV. */
export function initials(name: string): string {
	const words = name.trim().split(/\s+/u);
	const first = [...(words[0] ?? '')][0] ?? '?';
	const last = words.length > 1 ? ([...(words.at(-1) ?? '')][0] ?? '') : '';
	return (first + last).toLocaleUpperCase('nl');
}

/** One of the four presence hues; the same person has the same hue on every page and at every caret. */
export function personHue(id: string): 1 | 2 | 3 | 4 {
	let sum = 0;
	for (let i = 0; i < id.length; i++) sum = (sum * 31 + id.charCodeAt(i)) >>> 0;
	return ((sum % 4) + 1) as 1 | 2 | 3 | 4;
}
