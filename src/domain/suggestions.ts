import type { Content } from './content/schema.ts';

/** A block of a text as ProseMirror writes it. */
export type BlockJson = NonNullable<Content['content']>[number];

/**
 * Blocks that somebody would have otherwise: those from `from` up to but not including `to`, as they are counted in
 * the text as it is read out, become `blocks`. Runs are in order and do not touch.
 */
export type SuggestedRun = { from: number; to: number; blocks: readonly BlockJson[] };

/** What becomes of a suggestion; withdrawn is by who made it. */
export const VERDICTS = ['accepted', 'rejected', 'withdrawn'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** So much one layer may hold, in characters of JSON: a text of a hundred pages, rewritten. */
export const LAYER_MAX = 1_000_000;

/** So many of the last pushes a layer remembers. */
export const PUSHES_KEPT = 50;
