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
