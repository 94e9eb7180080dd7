import { findOneDocumentFacts } from '#db/queries/facts.ts';
import { listGrants } from '#db/queries/grants.ts';
import { membersOf } from '#db/queries/memberships.ts';
import { documentLevel } from '#domain/access.ts';
import { Invalid, NotFound } from '#domain/errors.ts';
import type { Actor } from '#domain/facts.ts';
import { FUNCTIONS, NETWORK_FUNCTIONS } from '#domain/functions.ts';
import { atLeast, LEVELS } from '#domain/levels.ts';
import { authorize, can } from '#domain/policy.ts';
import type { Context } from './context.ts';

/** Everything that says who may do what with a document now, for whoever may share it. */
export async function openSharing(context: Context, actor: Actor, id: string) {
	const now = context.now();
	const facts = await findOneDocumentFacts(context.db, id, now);
	if (!facts) throw new NotFound();
	authorize(actor, 'share', { type: 'document', document: facts });
	const own = documentLevel(actor, facts);
	const given = await listGrants(context.db, id);
	// What a function brings by itself: the same policy, asked for somebody who was given nothing.
	const bare = { ...facts, grants: [], partGrants: [] };
	const inherited = FUNCTIONS.flatMap((f) => {
		const werkplaats = NETWORK_FUNCTIONS.includes(f) ? null : facts.werkplaats;
		const membership = { werkplaats, function: f, organisation: null };
		const somebody = { id: '', name: '', administrator: false, memberships: [membership] };
		const level = documentLevel(somebody, bare);
		return level === 'none' ? [] : [{ function: f, level }];
	});
	return {
		given: given.map((grant) => ({
			...grant,
			ended: grant.expiresAt !== null && grant.expiresAt <= now,
			/** Nobody changes what goes above their own level. */
			mayChange: atLeast(own, grant.level)
		})),
		inherited,
		levels: LEVELS.filter((level) => level !== 'none' && atLeast(own, level)),
		people: await knownPeople(context, actor, facts.werkplaats)
	};
}

/** People whom the actor can choose by name: the members of the werkplaats, if they may see those. */
async function knownPeople(context: Context, actor: Actor, werkplaatsId: string) {
	if (!can(actor, 'view_members', { type: 'werkplaats', werkplaats: werkplaatsId })) return [];
	const rows = await membersOf(context.db, werkplaatsId, context.now());
	const people = rows.filter((row) => !row.disabledAt).map((row) => row.person);
	return [...new Map(people.map((person) => [person.id, person])).values()];
}

/** The person meant by an e-mail address, or by the name of somebody the actor can choose. */
export async function personMeant(context: Context, actor: Actor, documentId: string, who: string) {
	const meant = who.trim();
	if (meant === '') throw new Invalid({ who: 'required' });
	if (meant.includes('@')) return meant;
	const { people } = await openSharing(context, actor, documentId);
	const named = people.filter(({ name }) => name.toLowerCase() === meant.toLowerCase());
	const [person] = named;
	if (!person) throw new Invalid({ who: 'person_unknown' });
	if (named.length > 1) throw new Invalid({ who: 'person_ambiguous' });
	return person.id;
}
