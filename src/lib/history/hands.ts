import { hueBeside, type Hue } from '#domain/hue.ts';
import { initials } from '#lib/ui/person.ts';
import type { Writer } from './history.ts';

/** How words of somebody are told from those of others: a colour, a kind of line, and letters. */
export type Hand = Writer & { hue: Hue; line: Line; letters: string };

/** A second sign beside colour; with four hues that makes sixteen people. */
const LINES = ['solid', 'double', 'dashed', 'dotted'] as const;
export type Line = (typeof LINES)[number];

/** People who wrote in one text, each told from the others. */
export function handsOf(people: readonly Writer[]): Map<string, Hand> {
	const hands = new Map<string, Hand>();
	for (const person of people) {
		const others = [...hands.values()];
		const hue = hueBeside(
			person.id,
			others.map((hand) => hand.hue)
		);
		const sameHue = others.filter((hand) => hand.hue === hue).length;
		const line = LINES[(hue - 1 + sameHue) % LINES.length] ?? 'solid';
		hands.set(person.id, { ...person, hue, line, letters: initials(person.name) });
	}
	return hands;
}
