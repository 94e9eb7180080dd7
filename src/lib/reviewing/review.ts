import type { Concern } from '#domain/change-requests.ts';
import type { Checked, ReviewPerspective } from '#domain/critical-friends.ts';
import type { WerkplaatsFunction } from '#domain/functions.ts';
import type { RoundAnswer, RoundKind, RoundStanding } from '#domain/review-rounds.ts';

// What pages about feedback show, as the use cases tell it.

export type Refusal = {
	action: string;
	fields: Record<string, string>;
	conflict?: string;
	values: Record<string, string>;
};

export type Person = {
	id: string;
	name: string;
	function: WerkplaatsFunction | null;
	organisation: string | null;
	isSelf: boolean;
};
export type Askable = Person & { functions: WerkplaatsFunction[]; mayRead: boolean };
export type Said = { words: string; by: Person | null; at: Date };

export type Round = {
	id: string;
	kind: RoundKind;
	part: { id: string };
	standing: RoundStanding;
	plannedFor: string | null;
	dueOn: string | null;
	daysLeft: number | null;
	questions: readonly string[];
	message: string;
	by: Person | null;
	begunAt: Date | null;
	closed: { at: Date; by: Person | null; version: string | null } | null;
	progress: { asked: number; answered: number };
	changes: Said | null;
	mine: { answeredAt: Date | null; signedAt: Date | null } | null;
	may: {
		open: boolean;
		answer: boolean;
		lead: boolean;
		sayChanges: boolean;
		begin: boolean;
		plan: boolean;
	};
};

export type Asked = {
	person: Person;
	function: WerkplaatsFunction | null;
	answeredAt: Date | null;
	remindedAt: Date | null;
	answer: RoundAnswer | null;
};

export type Remark = {
	id: string;
	perspective: ReviewPerspective;
	quote: string | null;
	body: string;
	by: Person | null;
	isOwn: boolean;
	isDraft: boolean;
	reply: Said | null;
};

export type Policy = {
	title: string;
	source: string;
	address: string | null;
	sha256: string;
	frozenAt: Date;
	remarks: Remark[];
	coverage: { perspective: ReviewPerspective; remarks: number }[];
	reviews: { by: Person; signedAs: WerkplaatsFunction | null; signedAt: Date; checked: Checked }[];
	checked: Checked | null;
	reply: Said | null;
	mayReply: boolean;
};

export type PolicyListed = {
	part: string;
	title: string;
	source: string;
	sha256: string;
	frozenAt: Date;
	/** Its text, made by our own renderHtml. */
	html: string;
};

export type Request = {
	id: string;
	who: string;
	organisation: string;
	what: string;
	askedOn: string;
	concern: Concern;
	loggedBy: Person | null;
	loggedAt: Date;
	answers: (Said & { id: string })[];
};

/** A refusal that belongs to the form with this action. */
export function refusedIn(refused: Refusal | null, action: string): Refusal | null {
	return refused?.action === action ? refused : null;
}
