/** The phases of a cycle of action research, in the order in which one goes through them, and again. */
export const PHASES = ['orient', 'plan', 'act', 'observe', 'reflect'] as const;
export type Phase = (typeof PHASES)[number];

/** In these people are met and asked: what the gates of a study are for. */
export const FIELD_WORK: readonly Phase[] = ['act', 'observe'];
