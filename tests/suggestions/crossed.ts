import type { Node } from '@tiptap/pm/model';

/**
 * The letters that stand on another side of some other letter than before, of those that stand once in either text. Nobody
 * can tell which of two that changed places was moved: a difference says of one of them that it went and came.
 */
export function crossed(one: Node, other: Node): string[] {
	if (one.eq(other)) return [];
	const places = placesOf(other);
	const common = [...placesOf(one).keys()].filter((letter) => places.has(letter));
	const order = common.map((letter) => places.get(letter)!);
	// Crossed is what stands before something that it stood behind, or the other way about.
	let last = -1;
	const furthest = order.map((place) => (last = Math.max(last, place)));
	let next = Infinity;
	const nearest = order.map(() => next);
	for (let i = order.length - 1; i >= 0; i -= 1) nearest[i] = next = Math.min(next, order[i]!);
	return common.filter((_, i) => furthest[i] !== order[i] || nearest[i] !== order[i]);
}

/** Where each letter stands that stands there once. */
function placesOf(doc: Node): Map<string, number> {
	const places = new Map<string, number>();
	const again = new Set<string>();
	for (const [place, letter] of [...doc.textContent.replace(/\s/g, '')].entries()) {
		if (places.has(letter)) again.add(letter);
		places.set(letter, place);
	}
	for (const letter of again) places.delete(letter);
	return places;
}
