/** Who somebody is in a werkplaats, with dates. It labels, gives defaults, and expires. */
export const FUNCTIONS = [
	'coordinator',
	'lector',
	'researcher',
	'teacher',
	'student',
	'professional',
	'policy_officer',
	'citizen',
	'national',
	'guest'
] as const;
export type WerkplaatsFunction = (typeof FUNCTIONS)[number];

/** Functions that belong to the network as a whole: such a membership names no werkplaats. */
export const NETWORK_FUNCTIONS: readonly WerkplaatsFunction[] = ['national'];
