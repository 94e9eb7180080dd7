import type { Corner } from './corners.ts';
import type { Actor } from './facts.ts';
import type { WerkplaatsFunction } from './functions.ts';

/** The parties that have a say in the agenda of a werkplaats, who can do least without a seat first. */
export const PARTIES = ['citizens', 'practice', 'municipality', 'research', 'education'] as const;
export type Party = (typeof PARTIES)[number];

/** For which party somebody speaks by a function. A coordinator helps all of them, and speaks for none. */
const PARTY_OF: Record<WerkplaatsFunction, Party | null> = {
	citizen: 'citizens',
	professional: 'practice',
	policy_officer: 'municipality',
	lector: 'research',
	researcher: 'research',
	teacher: 'education',
	student: 'education',
	coordinator: null,
	national: null,
	guest: null
};

/** The party that somebody speaks for in a werkplaats. */
export function partyIn(
	{ memberships }: Pick<Actor, 'memberships'>,
	werkplaats: string
): Party | null {
	const here = memberships.filter((membership) => membership.werkplaats === werkplaats);
	return partyOf(here.map((membership) => membership.function));
}

/** The one party of somebody with these functions in a werkplaats: nobody counts for two. */
export function partyOf(functions: readonly WerkplaatsFunction[]): Party | null {
	const own = functions.map((each) => PARTY_OF[each]);
	return PARTIES.find((party) => own.includes(party)) ?? null;
}

/** The corner of the triangle from which a party asks. */
const CORNER_OF_PARTY: Record<Party, Corner> = {
	citizens: 'practice',
	practice: 'practice',
	municipality: 'practice',
	research: 'research',
	education: 'education'
};

export function cornerOfParty(party: Party): Corner {
	return CORNER_OF_PARTY[party];
}
