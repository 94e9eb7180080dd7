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

/** Names of provinces are the same in both languages. */
export const PROVINCE_NAME: Record<Province, string> = {
	DR: 'Drenthe',
	FL: 'Flevoland',
	FR: 'Fryslân',
	GE: 'Gelderland',
	GR: 'Groningen',
	LI: 'Limburg',
	NB: 'Noord-Brabant',
	NH: 'Noord-Holland',
	OV: 'Overijssel',
	UT: 'Utrecht',
	ZE: 'Zeeland',
	ZH: 'Zuid-Holland'
};

/** Where each province lies on a map of tiles, four wide and four high; from north to south, west to east. */
export const PROVINCE_TILES: readonly { province: Province; column: number; row: number }[] = [
	{ province: 'FR', column: 3, row: 1 },
	{ province: 'GR', column: 4, row: 1 },
	{ province: 'NH', column: 2, row: 2 },
	{ province: 'FL', column: 3, row: 2 },
	{ province: 'DR', column: 4, row: 2 },
	{ province: 'ZH', column: 1, row: 3 },
	{ province: 'UT', column: 2, row: 3 },
	{ province: 'GE', column: 3, row: 3 },
	{ province: 'OV', column: 4, row: 3 },
	{ province: 'ZE', column: 1, row: 4 },
	{ province: 'NB', column: 2, row: 4 },
	{ province: 'LI', column: 3, row: 4 }
];
