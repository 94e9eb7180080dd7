import type { Party } from '#domain/parties.ts';
import { m } from '#lib/paraglide/messages.js';

/** The parties of a werkplaats as people read them. */
export const PARTY_WORD: Record<Party, () => string> = {
	citizens: m.party_citizens,
	practice: m.party_practice,
	municipality: m.party_municipality,
	research: m.party_research,
	education: m.party_education
};
