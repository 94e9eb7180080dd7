import type { Kind } from './kinds.ts';

/** The corners of the triangle: work stands in one of them, and knowledge flows between them. */
export const CORNERS = ['practice', 'research', 'education'] as const;
export type Corner = (typeof CORNERS)[number];

/** Where a kind of document stands; a question is asked from every corner, and stands in none. */
export const CORNER_OF: Record<Kind, Corner | null> = {
	case: 'practice',
	study: 'research',
	assignment: 'education',
	question: null
};

/** What is begun to put something in a corner. */
export const BEGUN_IN: Record<Corner, Kind> = {
	practice: 'case',
	research: 'study',
	education: 'assignment'
};

/** How much work stands in each corner. */
export type Corners = Record<Corner, number>;

export function cornersOf(counts: readonly { kind: Kind; count: number }[]): Corners {
	const corners: Corners = { practice: 0, research: 0, education: 0 };
	for (const { kind, count } of counts) {
		const corner = CORNER_OF[kind];
		if (corner) corners[corner] += count;
	}
	return corners;
}
