import type { Kind } from './kinds.ts';

/** The corners of the triangle: work stands in one of them, and knowledge flows between them. */
export const CORNERS = ['practice', 'research', 'education'] as const;
export type Corner = (typeof CORNERS)[number];

/** Where a kind of document stands. */
export const CORNER_OF: Record<Kind, Corner> = {
	case: 'practice',
	study: 'research',
	assignment: 'education'
};
