import { anchorOf, isHeldBy, type Anchor } from './anchor.ts';
import { resolve } from './resolve.ts';
import type { Passage, TextIndex } from './text-index.ts';

/** How kept words are now: as they were, with what holds them from now on; as other words; or nowhere. */
export type Fared =
	| { is: 'same'; anchor: Anchor; range: Passage }
	| { is: 'changed'; range: Passage; text: string }
	| { is: 'lost' };

/** How a kept passage is now. What is found as copies is held by the ids of those. */
export function fare(text: TextIndex, kept: Anchor): Fared {
	const found = resolve(text, kept);
	if (found.is === 'lost') return found;
	const { range } = found;
	if (found.is === 'changed') return { is: 'changed', range, text: found.text };
	const after = isHeldBy(kept, text.runsIn(range)) ? null : anchorOf(text, range);
	return { is: 'same', anchor: after ?? kept, range };
}
