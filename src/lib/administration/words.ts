import type { OrganisationKind } from '#domain/organisations.ts';
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
