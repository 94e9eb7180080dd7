/** The phases of a cycle of action research, in the order in which one goes through them, and again. */
export const PHASES = ['orient', 'plan', 'act', 'observe', 'reflect'] as const;
export type Phase = (typeof PHASES)[number];
