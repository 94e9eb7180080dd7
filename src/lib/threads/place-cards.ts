/** A card, where its words are, and how high it is. */
export type Card = { id: string; at: number; height: number };

/** Room between two cards. */
export const GAP_PX = 12;

/**
 * Where cards stand beside a text: each as near to its words as the others let it, in the order of the text, and none
 * over another. The active one stands exactly there, and those above it make room; only where these would rise above
 * `floor` it gives way.
 */
export function placeCards(
	cards: readonly Card[],
	active: string | null,
	floor = 0
): Map<string, number> {
	const tops: number[] = [];
	let free = floor;
	for (const { at, height } of cards) {
		const top = Math.max(at, free);
		tops.push(top);
		free = top + height + GAP_PX;
	}
	const here = cards.findIndex(({ id }) => id === active);
	if (here >= 0) makeRoom(cards, tops, here, floor);
	return new Map(cards.map(({ id }, nth) => [id, tops[nth] ?? 0]));
}

/** The active card goes to its words; those above it rise as far as it needs, those below sink. */
function makeRoom(cards: readonly Card[], tops: number[], here: number, floor: number): void {
	const above = cards.slice(0, here).reduce((sum, { height }) => sum + height + GAP_PX, floor);
	tops[here] = Math.max(cards[here]?.at ?? 0, above);
	for (let nth = here - 1; nth >= 0; nth -= 1) {
		const most = (tops[nth + 1] ?? 0) - GAP_PX - (cards[nth]?.height ?? 0);
		tops[nth] = Math.min(tops[nth] ?? 0, most);
	}
	for (let nth = here + 1; nth < cards.length; nth += 1) {
		const least = (tops[nth - 1] ?? 0) + (cards[nth - 1]?.height ?? 0) + GAP_PX;
		tops[nth] = Math.max(cards[nth]?.at ?? 0, least);
	}
}
