import type { Node } from '@tiptap/pm/model';

/** How often each letter stands in a text; spaces and line ends don't count. */
function lettersOf(doc: Node): Map<string, number> {
	const counts = new Map<string, number>();
	for (const letter of doc.textContent.replace(/\s/g, '')) {
		counts.set(letter, (counts.get(letter) ?? 0) + 1);
	}
	return counts;
}

export type Fate = { lost: string[]; doubled: string[]; back: string[] };

/** What went wrong with letters when two versions became one. Each letter of the base stands there once. */
export function fateOf(base: Node, theirs: Node, mine: Node, merged: Node): Fate {
	const [old, them, me, all] = [base, theirs, mine, merged].map(lettersOf) as [
		Map<string, number>,
		Map<string, number>,
		Map<string, number>,
		Map<string, number>
	];
	const written = [...new Set([...them.keys(), ...me.keys()])];
	const isWanted = (letter: string) => !old.has(letter) || (them.has(letter) && me.has(letter));
	return {
		lost: written.filter((letter) => isWanted(letter) && !all.has(letter)),
		doubled: [...all].flatMap(([letter, count]) => (count > 1 ? [letter] : [])),
		back: [...all.keys()].filter((letter) => !isWanted(letter))
	};
}
