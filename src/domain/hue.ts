/** The four hues in which people are told apart; a meaning never rests on them alone. */
export const HUES = [1, 2, 3, 4] as const;
export type Hue = (typeof HUES)[number];

/** The hue that a person has by themselves, the same on every page. */
export function personHue(id: string): Hue {
	let sum = 0;
	for (let i = 0; i < id.length; i++) sum = (sum * 31 + id.charCodeAt(i)) >>> 0;
	return HUES[sum % HUES.length] ?? 1;
}

/** Their own hue, or the next one that fewest of the others have: people who write together look different. */
export function hueBeside(id: string, others: Iterable<Hue>): Hue {
	const taken = [...others];
	const count = (hue: Hue) => taken.filter((other) => other === hue).length;
	const own = HUES.indexOf(personHue(id));
	const inTurn = HUES.map((_, step) => HUES[(own + step) % HUES.length] ?? 1);
	return inTurn.reduce((best, hue) => (count(hue) < count(best) ? hue : best));
}
