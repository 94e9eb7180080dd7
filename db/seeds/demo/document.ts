import type { Content } from '#domain/content/schema.ts';
import type { WerkplaatsFunction } from '#domain/functions.ts';
import type { Kind } from '#domain/kinds.ts';
import type { Level } from '#domain/levels.ts';
import type { Sensitivity } from '#domain/sensitivity.ts';
import type { CaseHead } from '#domain/case-head.ts';
import type { Perspective } from '#domain/kinds.ts';
import type { State } from '#domain/states.ts';
import type { Telling } from '#domain/voices.ts';
import type { DemoName } from './people.ts';
import type { DemoStudy } from './study.ts';
import { p } from './text.ts';

/** A moment before now: days ago, on this hour and minute of that day (UTC). */
export type Ago = { days: number; at: string };

export type DemoShare =
	| { person: DemoName; level: Level }
	| { werkplaats: string; function?: WerkplaatsFunction; level: Level };

/** What a voice tells of a moment, by the moment's title. */
export type Told = { under: string; words: Content[] };

/** A voice of a case as somebody wrote it. */
export type DemoVoice = {
	perspective: Perspective;
	/** Who holds it; a voice that is missing may have nobody. */
	holder?: DemoName;
	label?: string;
	telling?: Telling;
	teller?: string;
	told?: Told[];
};

/** What a case has beside the text that all share. */
export type DemoCase = {
	head: CaseHead;
	moments: { title: string; period: string }[];
	voices: DemoVoice[];
	lessons?: Content;
	/** What changes for a party, said by who holds its voice; or why it says nothing. */
	closings?: { perspective: Perspective; by: DemoName; change?: string; reason?: string }[];
	blind?: true;
};

/** A document to plant: begun, given its text, shared and taken to its state as people would. */
export type DemoDocument = {
	werkplaats: string;
	kind: Kind;
	title: string;
	by: DemoName;
	themes: string[];
	domains: string[];
	sensitivity: Sensitivity;
	state?: State;
	/** Without it the document has the text of its template. */
	content?: Content;
	case?: DemoCase;
	study?: DemoStudy;
	/** Of a question: who asked it through the link for citizens; without a name, nobody knows. */
	viaLink?: { name: string | null };
	shares?: DemoShare[];
	begun: Ago;
	changed: Ago & { by: DemoName };
	/** Thrown away by its maker, when it was last changed. */
	binned?: true;
	/** Who had it open, and when. */
	visits?: (Ago & { by: DemoName })[];
};

const DAY_MS = 24 * 60 * 60 * 1000;
const MINUTE_MS = 60 * 1000;

/** The moment that `at` is so many days ago (UTC), also one that has yet to come. */
export function dayOf({ days, at }: Ago, now: Date): Date {
	const day = new Date(now.getTime() - days * DAY_MS).toISOString().slice(0, 10);
	return new Date(`${day}T${at}:00Z`);
}

/** The same of what happened: what has yet to come today was a minute ago. */
export function momentOf(at: Ago, now: Date): Date {
	const moment = dayOf(at, now);
	return moment < now ? moment : new Date(now.getTime() - MINUTE_MS);
}

export const ago = (days: number, at: string): Ago => ({ days, at });
/** What somebody did, and when. */
export const did = (by: DemoName, days: number, at: string): Ago & { by: DemoName } => ({
	by,
	days,
	at
});
/** What a voice tells of a moment; a paragraph may be but its words. */
export const told = (under: string, ...words: (string | Content)[]): Told => ({
	under,
	words: words.map((of) => (typeof of === 'string' ? p(of) : of))
});
