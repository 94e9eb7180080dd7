/** The kinds of document that exist today; `dossier` and others join this list when they do. */
export const KINDS = ['question', 'study', 'case', 'assignment'] as const;
export type Kind = (typeof KINDS)[number];

/** Whose voice a part is; null is shared by all. */
export const PERSPECTIVES = ['citizen', 'relative', 'professional', 'municipality'] as const;
export type Perspective = (typeof PERSPECTIVES)[number];

/**
 * What a part is for within its document: its text, a cycle of action research in a study, the voice of one
 * party in a case, what a case teaches, written when the voices have been heard, the sheet of who guides an
 * assignment, what a group writes for one, and a policy text of a municipality that a study reads, as it was made.
 */
export const PART_KINDS = ['text', 'cycle', 'voice', 'lessons', 'guide', 'work', 'policy'] as const;
export type PartKind = (typeof PART_KINDS)[number];

/** The parts that everybody reads who reads the document they are in. */
export const SHARED_PART_KINDS: readonly PartKind[] = ['text', 'cycle', 'lessons', 'policy'];

export function isSharedPart({ kind }: { kind: PartKind }): boolean {
	return SHARED_PART_KINDS.includes(kind);
}
