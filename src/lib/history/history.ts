import type { VersionReason } from '#domain/versions.ts';

// The history of a text as its screens need it.

export type Writer = { id: string; name: string };

/** A moment comes as text where it was asked for by a page that is open. */
type Moment = Date | string;

export type Version = {
	id: string;
	reason: VersionReason;
	name: string | null;
	createdAt: Moment;
	words: number;
	more: number;
	writers: Writer[];
	madeBy: Writer | null;
	restored: { id: string; createdAt: Moment } | null;
};

export type Day = { day: string; versions: Version[] };

export type Passage = {
	line: { nth: number; text: string };
	from: number;
	to: number;
	person: string;
};

export type WrittenBy = { people: (Writer & { words: number })[]; passages: Passage[] };

/** How a passage is made again as it was in a version, where one may do that. */
export type PassageBack = { action: string; version: string; conflict: string | undefined };
