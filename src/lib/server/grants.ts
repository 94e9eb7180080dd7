import type { Queryable } from '#db/connection.ts';
import { findDocument, lockDocument } from '#db/queries/documents.ts';
import { readsByName, tellsInVersion } from '#db/queries/case-versions.ts';
import { findOneDocumentFacts } from '#db/queries/facts.ts';
import { deleteGrant, listGrants, putGrant } from '#db/queries/grants.ts';
import { membershipFacts } from '#db/queries/memberships.ts';
import { findPerson, findPersonByEmail, isAccount } from '#db/queries/people.ts';
import { resolveWerkplaats } from '#db/queries/references.ts';
import { documentLevel, isGuest } from '#domain/access.ts';
import { Conflict, Invalid, NotAllowed, NotFound } from '#domain/errors.ts';
import type { Actor } from '#domain/facts.ts';
import type { WerkplaatsFunction } from '#domain/functions.ts';
import { atLeast, type Level } from '#domain/levels.ts';
import { authorize, documentAbilities } from '#domain/policy.ts';
import type { Context } from './context.ts';
import { recordEvent } from './events.ts';
import { countAddress } from './limits.ts';

export type ShareInput = {
	/** A person, by e-mail address or id; or a werkplaats, by id or slug, with or without a function. */
	person?: string;
	werkplaats?: string;
	function?: WerkplaatsFunction;
	level: Level;
	expiresAt?: Date;
};

/**
 * Gives a person, or everyone (with a function) in a werkplaats, a level, in the place of what they were
 * given before; neither of the two above the giver's own.
 *
 * An address is answered with whether it has an account here, and the grant then shows its name: who
 * shares must see that they named the right person, and an address may be of any werkplaats. So whoever
 * manages a document can test addresses; `countAddress` keeps them from testing lists.
 */
export async function shareDocument(
	context: Context,
	actor: Actor,
	id: string,
	input: ShareInput
): Promise<void> {
	const now = context.now();
	if (input.level === 'none') throw new Invalid({ level: 'required' });
	if (input.expiresAt && input.expiresAt <= now) throw new Invalid({ expiresAt: 'past' });
	if (input.person?.includes('@')) await countAddress(context, actor.id);
	await context.db.transaction(async (tx) => {
		await lockDocument(tx, id);
		const facts = await findOneDocumentFacts(tx, id, now);
		if (!facts) throw new NotFound();
		authorize(actor, 'share', { type: 'document', document: facts });
		if (!atLeast(documentLevel(actor, facts), input.level)) throw new NotAllowed('share');
		const principal = await principalOf(tx, input, now);
		// To a whole group it is given by being checked, so that nobody reads on what is written in it again.
		if (facts.version && principal.werkplaatsId) throw new Conflict('version_by_name');
		const given = await listGrants(tx, id);
		const held = given.find((grant) => isFor(grant, principal));
		if (held && !atLeast(documentLevel(actor, facts), held.level)) throw new NotAllowed('share');
		// An owner with an end date would leave a document of nobody.
		if (input.level === 'owner' && (!principal.personId || input.expiresAt)) {
			throw new Invalid({ level: 'owner_is_a_person' });
		}
		if (principal.guest && !input.expiresAt) throw new Invalid({ expiresAt: 'guest_needs_end' });
		keepAnOwner(given, principal.personId, input.level, now);
		if (facts.version && principal.personId) {
			const own = principal.personId === actor.id;
			if (held && !own && isLess(input, held, now)) {
				await assertTellsNot(tx, id, principal.personId);
			}
			await readsByName(tx, id, principal.personId);
		}
		await putGrant(tx, {
			documentId: id,
			personId: principal.personId,
			werkplaatsId: principal.werkplaatsId,
			function: principal.function,
			level: input.level,
			expiresAt: input.expiresAt ?? null,
			grantedBy: actor.id
		});
		await recordEvent(tx, {
			name: 'document.shared',
			actorId: actor.id,
			werkplaatsId: facts.werkplaats,
			documentId: id,
			personId: principal.personId,
			details: { level: input.level, to: principal.werkplaatsId, function: principal.function }
		});
	});
	context.bus.ring({ kind: 'access', documents: [id] });
}

/** Takes back what was given. The last owner cannot leave. */
export async function unshareDocument(
	context: Context,
	actor: Actor,
	id: string,
	grantId: string
): Promise<void> {
	const now = context.now();
	await context.db.transaction(async (tx) => {
		await lockDocument(tx, id);
		const facts = await findOneDocumentFacts(tx, id, now);
		if (!facts) throw new NotFound();
		const given = await listGrants(tx, id);
		const grant = given.find((row) => row.id === grantId);
		// Anyone may give up what was given to themselves.
		const own = grant?.personId === actor.id;
		authorize(actor, own ? 'view' : 'share', { type: 'document', document: facts });
		if (!grant) throw new NotFound();
		if (!atLeast(documentLevel(actor, facts), grant.level)) throw new NotAllowed('share');
		keepAnOwner(given, grant.personId, 'none', now);
		const holds = !grant.expiresAt || grant.expiresAt > now;
		if (facts.version && grant.personId && !own && holds) {
			await assertTellsNot(tx, id, grant.personId);
		}
		await deleteGrant(tx, grantId);
		await recordEvent(tx, {
			name: 'document.unshared',
			actorId: actor.id,
			werkplaatsId: facts.werkplaats,
			documentId: id,
			personId: grant.personId,
			details: { to: grant.werkplaatsId, function: grant.function }
		});
	});
	context.bus.ring({ kind: 'access', documents: [id] });
}

/** With whom a document was shared, for whoever may share it. */
export async function listSharing(context: Context, actor: Actor, id: string) {
	const facts = await findOneDocumentFacts(context.db, id, context.now());
	const row = await findDocument(context.db, id);
	if (!facts || !row) throw new NotFound();
	authorize(actor, 'share', { type: 'document', document: facts });
	const grants = await listGrants(context.db, id);
	return {
		grants,
		sensitivity: facts.sensitivity,
		werkplaats: row.werkplaats,
		abilities: documentAbilities(actor, facts)
	};
}

type Given = Awaited<ReturnType<typeof listGrants>>;
type GivenTo = Pick<Given[number], 'personId' | 'werkplaatsId' | 'function'>;

/** Whoever tells in a version must be able to read how it is told. They can give that up themselves. */
async function assertTellsNot(db: Queryable, id: string, personId: string): Promise<void> {
	if (await tellsInVersion(db, id, personId)) throw new Conflict('version_holder_reads');
}

/** Whether somebody may do less than they may now, or for a shorter time. */
function isLess(
	{ level, expiresAt }: ShareInput,
	held: Pick<Given[number], 'level' | 'expiresAt'>,
	now: Date
): boolean {
	if (held.expiresAt && held.expiresAt <= now) return false;
	if (!atLeast(level, held.level)) return true;
	return expiresAt !== undefined && (!held.expiresAt || expiresAt < held.expiresAt);
}

function isFor(grant: GivenTo, principal: GivenTo): boolean {
	return (
		grant.personId === principal.personId &&
		grant.werkplaatsId === principal.werkplaatsId &&
		grant.function === principal.function
	);
}

async function principalOf(db: Queryable, input: ShareInput, now: Date) {
	if (input.person && !input.werkplaats) {
		return { ...(await personGiven(db, input.person, now)), werkplaatsId: null, function: null };
	}
	if (!input.werkplaats || input.person) throw new Invalid({ person: 'required' });
	const place = await resolveWerkplaats(db, input.werkplaats);
	if (!place) throw new Invalid({ werkplaats: 'unknown' });
	const holder = input.function ?? null;
	return { personId: null, werkplaatsId: place.id, function: holder, guest: false };
}

/** The person with this address or id, to whom something is given; and whether they are but a guest. */
export async function personGiven(db: Queryable, who: string, now: Date) {
	const person = who.includes('@') ? await findPersonByEmail(db, who) : await findPerson(db, who);
	// Who came into a workshop without an account is there for nobody outside it.
	if (!person || !isAccount(person) || person.disabledAt) throw new Invalid({ person: 'unknown' });
	const memberships = await membershipFacts(db, person.id, now);
	return { personId: person.id, guest: isGuest({ memberships }) };
}

/** Refuses what would leave a document without a person who owns it. */
function keepAnOwner(given: Given, personId: string | null, level: Level, now: Date): void {
	if (level === 'owner' || !personId) return;
	const owners = given.filter(
		(row) => row.level === 'owner' && row.personId && (!row.expiresAt || row.expiresAt > now)
	);
	if (owners.length === 1 && owners[0]?.personId === personId) throw new Conflict('last_owner');
}
