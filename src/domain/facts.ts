import type { VersionPurpose } from './case-versions.ts';
import type { WerkplaatsFunction } from './functions.ts';
import type { Kind, PartKind, Perspective } from './kinds.ts';
import type { Level } from './levels.ts';
import type { WorkFacts } from './runs.ts';
import type { Sensitivity } from './sensitivity.ts';
import type { State } from './states.ts';

/** A membership that holds now; null as werkplaats is the network. */
export type Membership = {
	werkplaats: string | null;
	function: WerkplaatsFunction;
	organisation: string | null;
};

/** Who asks, as the policy sees them. Facts are loaded anew for each request and never come from a browser. */
export type Actor = {
	id: string;
	name: string;
	administrator: boolean;
	memberships: Membership[];
};

/** To exactly one principal: a person, or everyone (with that function) in a werkplaats. */
export type Principal =
	| { type: 'person'; person: string }
	| { type: 'werkplaats'; werkplaats: string; function: WerkplaatsFunction | null };

/** A grant that holds now, on a document or on one of its parts. */
export type Grant = { principal: Principal; level: Level };

/** A coordinator's change to a cell of the defaults, for the werkplaats (theme null) or one theme. */
export type AccessPolicy = { theme: string | null; function: WerkplaatsFunction; level: Level };

/** What the policy needs to know of a document; policies are those of its werkplaats and kind. */
export type DocumentFacts = {
	id: string;
	werkplaats: string;
	kind: Kind;
	themes: string[];
	state: State;
	sensitivity: Sensitivity;
	/** Each voice is read only by those who hold it, until all are heard at once. */
	blind: boolean;
	/** A copy of a case, to be checked before others read it; null for every other document. */
	version: VersionPurpose | null;
	deleted: boolean;
	grants: Grant[];
	policies: AccessPolicy[];
	/** Parts on which the asker holds a grant make the document findable. */
	partGrants: Grant[];
};

/** What the policy needs to know of a part. */
export type PartFacts = {
	id: string;
	document: DocumentFacts;
	kind: PartKind;
	perspective: Perspective | null;
	grants: Grant[];
	/** Of what a group writes; null for every other part. */
	work: WorkFacts | null;
};
