import type { Actor, DocumentFacts, Grant, Membership, PartFacts } from '#domain/facts.ts';
import type { WerkplaatsFunction } from '#domain/functions.ts';
import type { Level } from '#domain/levels.ts';
import type { WorkFacts } from '#domain/runs.ts';

export const HERE = 'here';
const ELSEWHERE = 'elsewhere';

/** Somebody with these functions in the werkplaats of the test (`national`: in the network). */
export function somebody(...functions: WerkplaatsFunction[]): Actor {
	return member(
		functions.map((as) => ({ function: as, werkplaats: as === 'national' ? null : HERE }))
	);
}

/** The same person, but in another werkplaats than the document's. */
export function neighbour(...functions: WerkplaatsFunction[]): Actor {
	return member(functions.map((as) => ({ function: as, werkplaats: ELSEWHERE })));
}

function member(memberships: Pick<Membership, 'function' | 'werkplaats'>[]): Actor {
	return {
		id: 'me',
		name: 'Me',
		administrator: false,
		memberships: memberships.map((membership) => ({ ...membership, organisation: null }))
	};
}

/** A study that is a draft in its werkplaats, and whatever the test says of it. */
export function aDocument(given: Partial<DocumentFacts> = {}): DocumentFacts {
	return {
		id: 'document',
		werkplaats: HERE,
		kind: 'study',
		themes: [],
		state: 'draft',
		sensitivity: 'werkplaats',
		blind: false,
		version: null,
		deleted: false,
		grants: [],
		policies: [],
		partGrants: [],
		...given
	};
}

/** A part of the document, nobody's voice unless the test says so. */
export function aPart(document: DocumentFacts, given: Partial<PartFacts> = {}): PartFacts {
	const kind = given.perspective ? 'voice' : 'text';
	return { id: 'part', document, kind, perspective: null, grants: [], work: null, ...given };
}

/** What a group writes for the assignment, in which nobody is unless the test says so. */
export function aWork(document: DocumentFacts, given: Partial<WorkFacts> = {}): PartFacts {
	const work = { run: 'run', isPrivate: false, members: [], isClosed: false, ...given };
	return aPart(document, { kind: 'work', work });
}

export function toMe(level: Level): Grant {
	return { principal: { type: 'person', person: 'me' }, level };
}

export function toEveryone(level: Level, as: WerkplaatsFunction | null = null): Grant {
	return { principal: { type: 'werkplaats', werkplaats: HERE, function: as }, level };
}
