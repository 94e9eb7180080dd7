import type { Membership } from './facts.ts';
import { NETWORK_FUNCTIONS, type WerkplaatsFunction } from './functions.ts';

export type MembershipTerms = {
	/** Null: of the network as a whole. */
	werkplaats: string | null;
	function: WerkplaatsFunction;
	until: Date | null;
};

/** Per field the code of what is wrong with a membership that begins or changes now; null when it will do. */
export function membershipFault(
	{ werkplaats, function: f, until }: MembershipTerms,
	now: Date
): Record<string, string> | null {
	if (NETWORK_FUNCTIONS.includes(f) !== (werkplaats === null)) return { function: 'wrong_place' };
	if (f === 'guest' && until === null) return { until: 'guest_needs_end' };
	if (until !== null && until <= now) return { until: 'end_in_past' };
	return null;
}

/** Whether anybody coordinates, of those who take part in a werkplaats now. */
export function isCoordinated(seats: readonly { function: WerkplaatsFunction }[]): boolean {
	return seats.some((seat) => seat.function === 'coordinator');
}

/** As what somebody is seen at a document: by how they take part in its werkplaats, or else elsewhere. */
export function seenAs(
	memberships: readonly Membership[],
	werkplaats: string
): Membership | undefined {
	return memberships.find((of) => of.werkplaats === werkplaats) ?? memberships[0];
}
