import type { Queryable } from '#db/connection.ts';
import { membershipFactsOf } from '#db/queries/memberships.ts';
import { findOrganisationNames } from '#db/queries/organisations.ts';
import { findPeopleNames } from '#db/queries/people.ts';
import type { WerkplaatsFunction } from '#domain/functions.ts';
import { seenAs } from '#domain/membership.ts';

/** Somebody as others see them at a document. */
export type PersonTold = {
	id: string;
	name: string;
	/** As what they take part now; null for who does so nowhere. */
	function: WerkplaatsFunction | null;
	organisation: string | null;
	isSelf: boolean;
};

/** Who looks, where and when; nobody is `self` where nobody asks. */
export type Telling = { werkplaats: string; self: string | null; now: Date };

/** These people as somebody sees them at a document of a werkplaats, by id; ids that name nobody are left out. */
export async function tellPeople(
	db: Queryable,
	ids: readonly string[],
	{ werkplaats, self, now }: Telling
): Promise<Map<string, PersonTold>> {
	const wanted = [...new Set(ids)];
	const names = await findPeopleNames(db, wanted);
	const memberships = await membershipFactsOf(db, wanted, now);
	const seen = new Map([...memberships].map(([id, own]) => [id, seenAs(own, werkplaats)] as const));
	const organisations = await findOrganisationNames(
		db,
		[...seen.values()].flatMap((as) => as?.organisation ?? [])
	);
	const told = [...names].map(([id, name]): PersonTold => {
		const as = seen.get(id);
		const organisation = organisations.get(as?.organisation ?? '') ?? null;
		return { id, name, function: as?.function ?? null, organisation, isSelf: id === self };
	});
	return new Map(told.map((person) => [person.id, person]));
}
