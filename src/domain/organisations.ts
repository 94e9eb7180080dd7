/** What an organisation is, among those that take part. */
export const ORGANISATION_KINDS = [
	'hogeschool',
	'municipality',
	'care',
	'welfare',
	'citizens',
	'national',
	'other'
] as const;
export type OrganisationKind = (typeof ORGANISATION_KINDS)[number];
