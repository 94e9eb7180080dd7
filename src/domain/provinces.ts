/** ISO 3166-2 without NL-. */
export const PROVINCES = [
	'DR',
	'FL',
	'FR',
	'GE',
	'GR',
	'LI',
	'NB',
	'NH',
	'OV',
	'UT',
	'ZE',
	'ZH'
] as const;
export type Province = (typeof PROVINCES)[number];
