import type { ChangedLine } from '#domain/content/changed-lines.ts';
import type { Kind } from '#domain/kinds.ts';
import type { State } from '#domain/states.ts';

/** What changed between two texts, to read; and how many lines that did not were left out. */
export type Difference = (ChangedLine | { left: number })[];

/** Of what a document is a local variant; the origin is null for who may not view it, and when it is gone. */
export type Variant = {
	why: string;
	takenAt: Date;
	origin: {
		id: string;
		title: string;
		werkplaats: { name: string };
		differs: Difference;
		/** Whether the origin was changed since it was taken. */
		changedSince: boolean;
	} | null;
};

/** What was taken over from a document. */
export type ListedVariant = {
	id: string;
	title: string;
	werkplaats: { name: string };
	state: State;
	why: string;
};

export type Origin = { id: string; title: string; kind: Kind; werkplaats: { name: string } };
