/**
 * Groups in Dutch society as the SCP found them: in 2014 six (Verschil in Nederland), in 2023 seven
 * (Eigentijdse ongelijkheid). A case keeps the list with which it was described. `share` is the part of the
 * population in per cent, `after` the groups of the list before that come nearest: for reading over time, not
 * for counting, since the lists were made in different ways.
 */
export type Group = { name: string; nl: string; en: string; share: number; after?: string[] };

export const GROUP_LISTS: Record<number, readonly Group[]> = {
	2014: [
		{ name: 'established', nl: 'Gevestigde bovenlaag', en: 'Established upper class', share: 15 },
		{ name: 'promising', nl: 'Jongere kansrijken', en: 'Promising younger people', share: 13 },
		{ name: 'working', nl: 'Werkende middengroep', en: 'Working middle group', share: 27 },
		{ name: 'retired', nl: 'Comfortabel gepensioneerden', en: 'Comfortable retired', share: 17 },
		{ name: 'insecure', nl: 'Onzekere werkenden', en: 'Insecure workers', share: 14 },
		{ name: 'behind', nl: 'Achterblijvers', en: 'Those left behind', share: 15 }
	],
	2023: [
		{
			name: 'working_upper',
			nl: 'Werkende bovenlaag',
			en: 'Working upper class',
			share: 19.9,
			after: ['established']
		},
		{
			name: 'young_promising',
			nl: 'Jongere kansrijken',
			en: 'Promising younger people',
			share: 8.6,
			after: ['promising']
		},
		{
			name: 'pensioned_upper',
			nl: 'Rentenierende bovenlaag',
			en: 'Upper class living on wealth',
			share: 12.2,
			after: ['established', 'retired']
		},
		{
			name: 'working_middle',
			nl: 'Werkende middengroep',
			en: 'Working middle group',
			share: 24.9,
			after: ['working']
		},
		{
			name: 'low_retired',
			nl: 'Laagopgeleide gepensioneerden',
			en: 'Retired with little schooling',
			share: 18.1,
			after: ['retired', 'behind']
		},
		{
			name: 'insecure_workers',
			nl: 'Onzekere werkenden',
			en: 'Insecure workers',
			share: 10,
			after: ['insecure']
		},
		{ name: 'precariat', nl: 'Precariaat', en: 'Precariat', share: 6.3, after: ['behind'] }
	]
};

/** The list that a new case is described with. */
export const NEWEST_GROUP_LIST = 2023;

/** A group by its list and name; undefined when there is none. */
export function groupOf(list: number | null, name: string): Group | undefined {
	return list === null ? undefined : GROUP_LISTS[list]?.find((group) => group.name === name);
}
