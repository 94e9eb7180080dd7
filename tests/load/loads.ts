import { tryLoad, type Finding, type Load, type Size } from './finding.ts';
import { idle } from './idle.ts';
import { stalled } from './stalled.ts';
import { manyTexts, oneText } from './typing.ts';

export const LOADS = {
	idle: { what: ({ idle }: Size) => `${idle} who are silent`, load: idle },
	texts: { what: ({ texts }: Size) => `${texts} texts, five typing in each`, load: manyTexts },
	text: {
		what: ({ writers, readers }: Size) => `one text, ${writers} typing and ${readers} reading`,
		load: oneText
	},
	stalled: { what: ({ stalled }: Size) => `${stalled} who stop reading`, load: stalled }
} satisfies Record<string, { what: (size: Size) => string; load: Load }>;
export type LoadName = keyof typeof LOADS;

export function tryOne(name: LoadName, size: Size, seed: number): Promise<Finding> {
	const { what, load } = LOADS[name];
	return tryLoad(what(size), load, size, seed);
}
