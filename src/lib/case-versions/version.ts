import type { VersionPurpose } from '#domain/case-versions.ts';
import type { Perspective } from '#domain/kinds.ts';
import type { Hint } from '#domain/look-again.ts';
import type { Telling } from '#domain/voices.ts';
import { m } from '#lib/paraglide/messages.js';

type Said = { says: 'yes' | 'no'; stands: boolean };

/** A voice that tells in a version, and whether it may be told so. */
export type VersionVoice = {
	id: string;
	perspective: Perspective;
	label: string;
	telling: Telling;
	isAgreed: boolean;
	isRefused: boolean;
	/** Nobody who told it can be asked. */
	isOutOfReach: boolean;
	excuse: { why: string; stands: boolean } | null;
	/** Who told it, for who manages the version. */
	holders: { name: string; reads: boolean; answer: (Said & { at: Date }) | null }[];
	/** The asker's own. */
	own: { answer: Said | null } | null;
};

/** What a version is checked on, as who works on it sees it. */
export type VersionChecks = {
	readers: { name: string; at: Date; stands: boolean; isMe: boolean }[];
	mayRead: boolean;
	/** Why the asker may not read it along, as the code of a sentence. */
	notReading: string | null;
	mayArrange: boolean;
	voices: VersionVoice[];
	hints: Hint[];
};

/** What a document is a version of, and for what. */
export type Version = {
	purpose: VersionPurpose;
	source: { id: string; title: string } | null;
	isChecked: boolean;
	isReleased: boolean;
	on: string;
	checks: VersionChecks | null;
};

/** What a form shows again after it was refused. */
export type Refusal = {
	action: string;
	fields: Record<string, string>;
	conflict?: string;
	values: Record<string, string>;
};

const PARTY: Record<Perspective, () => string> = {
	citizen: m.cases_perspective_citizen,
	relative: m.cases_perspective_relative,
	professional: m.cases_perspective_professional,
	municipality: m.cases_perspective_municipality
};

export function voiceName({ perspective, label }: Pick<VersionVoice, 'perspective' | 'label'>) {
	return label ? `${PARTY[perspective]()}: ${label}` : PARTY[perspective]();
}
