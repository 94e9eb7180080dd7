/** Leefgebieden: where in somebody's life a case plays. */
export const AREAS = [
	'income',
	'housing',
	'health',
	'work',
	'parenting',
	'network',
	'safety',
	'meaning'
] as const;
export type Area = (typeof AREAS)[number];
