import { DEFAULTS, GUEST_CAP, RESTRICTED_FUNCTIONS } from './defaults.ts';
import type { Actor, DocumentFacts, Grant, Membership, PartFacts } from './facts.ts';
import { atLeast, capped, highest, type Level } from './levels.ts';
import type { WorkFacts } from './runs.ts';
import { TEXT_CAP } from './states.ts';

/** Somebody whose every membership is as a guest: what they were given, and no more than a guest may. */
export function isGuest({ memberships }: Pick<Actor, 'memberships'>): boolean {
	return memberships.every((membership) => membership.function === 'guest');
}

/** The actor's level on a document, for everything but its text (see `partLevel`). */
export function documentLevel(actor: Actor, document: DocumentFacts): Level {
	const own = documentRights(actor, document);
	// Whoever holds one part may find the document that it is in.
	const viaPart = atLeast(counted(actor, document, document.partGrants), 'view') ? 'view' : 'none';
	return capped(highest([own, viaPart]), accountCap(actor, document));
}

/** The actor's level on the text of a part. */
export function partLevel(actor: Actor, part: PartFacts): Level {
	const { deleted, state } = part.document;
	return levelUnder(actor, part, deleted ? 'view' : TEXT_CAP[state]);
}

/** The same whatever the state of the document: of what has been, which nobody changes. */
export function levelInAnyState(actor: Actor, part: PartFacts): Level {
	return levelUnder(actor, part, 'owner');
}

function levelUnder(actor: Actor, part: PartFacts, cap: Level): Level {
	const { document } = part;
	if (part.kind === 'work') return part.work ? workLevel(actor, document, part.work) : 'none';
	const granted = counted(actor, document, part.grants);
	if (part.kind === 'guide') return capped(guideLevel(actor, document), cap);
	if (part.perspective) return capped(voiceLevel(actor, document, granted), cap);
	const inherited = documentRights(actor, document);
	// A policy text stays as it was made: much can be said of it, nothing in it.
	const most = part.kind === 'policy' ? capped(cap, 'comment') : cap;
	return capped(capped(highest([granted, inherited]), most), accountCap(actor, document));
}

/**
 * A voice is written only by those who hold it; whoever manages the document hears it like others, and while
 * the document is blind, not before all are heard. A guest who holds one writes it: that is what they were
 * asked in for.
 */
function voiceLevel(actor: Actor, document: DocumentFacts, granted: Level): Level {
	const held = capped(granted, 'edit');
	if (document.blind) return held;
	const heard = capped(documentRights(actor, document), 'suggest');
	return highest([held, capped(heard, accountCap(actor, document))]);
}

/** Whether the actor holds this voice. */
export function holdsVoice(actor: Actor, part: PartFacts): boolean {
	return part.perspective !== null && atLeast(counted(actor, part.document, part.grants), 'edit');
}

/** The sheet of who guides: for who may change the assignment, and nobody who only reads it. */
function guideLevel(actor: Actor, document: DocumentFacts): Level {
	const own = capped(documentRights(actor, document), accountCap(actor, document));
	return atLeast(own, 'edit') ? own : 'none';
}

/**
 * What a group writes is the group's, also of who has no account. Who leads reads along, unless the group talks
 * behind closed doors; a text that is closed nobody writes in. Whether the assignment itself still changes is
 * of no matter here.
 */
function workLevel(actor: Actor, document: DocumentFacts, work: WorkFacts): Level {
	const own = work.members.find(({ person }) => person === actor.id);
	const led = work.isPrivate ? 'none' : leadLevel(actor, document);
	const level = highest([led, own ? (own.mayWrite ? 'edit' : 'view') : 'none']);
	const isOver = work.isClosed || document.deleted || document.state === 'archived';
	return isOver ? capped(level, 'comment') : level;
}

/**
 * With what groups do with an assignment: by function, as the table says, and for who was made its manager, as
 * long as they may change the assignment itself. `none` for everybody else: who reads an assignment does not see
 * what others make of it.
 */
export function leadLevel(actor: Actor, document: DocumentFacts): Level {
	if (!atLeast(documentLevel(actor, document), 'edit')) return 'none';
	const granted = counted(actor, document, document.grants);
	const levels = [atLeast(granted, 'manage') ? granted : 'none'];
	for (const { werkplaats, function: own } of actor.memberships) {
		const reaches = document.sensitivity !== 'restricted' || RESTRICTED_FUNCTIONS.includes(own);
		const isHere = werkplaats === document.werkplaats && document.sensitivity !== 'vault';
		if (isHere && reaches) levels.push(DEFAULTS[own].work);
	}
	return capped(highest(levels), accountCap(actor, document));
}

function documentRights(actor: Actor, document: DocumentFacts): Level {
	const levels = [counted(actor, document, document.grants)];
	if (document.sensitivity !== 'vault') {
		for (const membership of actor.memberships) levels.push(byFunction(membership, document));
		if (isOfNetwork(document) && !isGuest(actor)) levels.push('view');
	}
	return highest(levels);
}

/** Grants to this actor; in a vault only grants by name, and only for functions that may hold raw material. */
function counted(actor: Actor, document: DocumentFacts, grants: Grant[]): Level {
	const mine = grants.filter((grant) => meets(actor, grant)).map((grant) => grant.level);
	if (document.sensitivity !== 'vault') return highest(mine);
	const rules = actor.memberships.map((membership) => DEFAULTS[membership.function].vault);
	if (rules.includes('grant')) return byName(actor, grants);
	// Whoever may hold raw material of their own holds the voices in it that they were given.
	const owns = byName(actor, document.grants) === 'owner';
	return rules.includes('own') && owns ? byName(actor, grants) : 'none';
}

function byName(actor: Actor, grants: Grant[]): Level {
	const named = grants.filter((g) => g.principal.type === 'person' && meets(actor, g));
	return highest(named.map((grant) => grant.level));
}

/** Whether what is given to a whole werkplaats reaches this member of it: a guest has only what is by name. */
export function sharesInGroups(membership: Membership): boolean {
	return membership.werkplaats !== null && membership.function !== 'guest';
}

function meets(actor: Actor, { principal }: Grant): boolean {
	if (principal.type === 'person') return principal.person === actor.id;
	return actor.memberships.some(
		(membership) =>
			membership.werkplaats === principal.werkplaats &&
			sharesInGroups(membership) &&
			(principal.function === null || principal.function === membership.function)
	);
}

/** The level that comes with a membership, changed by the policies of the theme or the werkplaats. */
function byFunction(membership: Membership, document: DocumentFacts): Level {
	const everywhere = membership.werkplaats === null;
	if (!everywhere && membership.werkplaats !== document.werkplaats) return 'none';
	if (
		document.sensitivity === 'restricted' &&
		!RESTRICTED_FUNCTIONS.includes(membership.function)
	) {
		return 'none';
	}
	const changed = policyLevel(membership, document);
	if (changed !== undefined) return changed;
	const cell = DEFAULTS[membership.function][document.kind];
	const released = document.state === 'final' || document.state === 'published';
	return released && cell.released ? highest([cell.level, cell.released]) : cell.level;
}

/** A policy for one of the document's themes goes before one for the werkplaats; of several the highest. */
function policyLevel(membership: Membership, document: DocumentFacts): Level | undefined {
	const own = document.policies.filter((policy) => policy.function === membership.function);
	const themed = own.filter((p) => p.theme !== null && document.themes.includes(p.theme));
	if (themed.length > 0) return highest(themed.map((policy) => policy.level));
	return own.find((policy) => policy.theme === null)?.level;
}

/** What is open, or published, is read in every werkplaats: variety is the strength. */
export function isOfNetwork({
	sensitivity,
	state
}: Pick<DocumentFacts, 'sensitivity' | 'state'>): boolean {
	return sensitivity === 'open' || (sensitivity === 'werkplaats' && state === 'published');
}

function accountCap(actor: Actor, document: DocumentFacts): Level {
	return isGuest(actor) ? GUEST_CAP[document.kind] : 'owner';
}
