import type { OrganisationKind } from '#domain/organisations.ts';
import type { Province } from '#domain/provinces.ts';
import { m } from '#lib/paraglide/messages.js';

export const ORGANISATION_WORD: Record<OrganisationKind, () => string> = {
	hogeschool: m.places_kind_hogeschool,
	municipality: m.places_kind_municipality,
	care: m.places_kind_care,
	welfare: m.places_kind_welfare,
	citizens: m.places_kind_citizens,
	national: m.places_kind_national,
	other: m.places_kind_other
};

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
