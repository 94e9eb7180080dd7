import type { VersionPurpose } from '#domain/case-versions.ts';
import type { Kind } from '#domain/kinds.ts';
import type { Sensitivity } from '#domain/sensitivity.ts';
import type { State } from '#domain/states.ts';
import { getLocale } from '#lib/paraglide/runtime.js';

/** A theme or domain, in both languages. */
export type Label = { id: string; slug: string; name: { nl: string; en: string } };

/** A document as lists show it. */
export type ListedDocument = {
	id: string;
	kind: Kind;
	title: string;
	state: State;
	sensitivity: Sensitivity;
	version: VersionPurpose | null;
	werkplaats: { slug: string; name: string };
	themes: Label[];
	changedAt: Date;
	preview: string;
};

/** Somebody who has a document open now. */
export type Present = { person: string; name: string; writing: boolean };

export function labelName(label: Label): string {
	return label.name[getLocale()];
}

/** The list that a kind of document stands in, and its address. */
export const LIST_OF: Record<Kind, 'questions' | 'studies' | 'cases' | 'assignments'> = {
	question: 'questions',
	study: 'studies',
	case: 'cases',
	assignment: 'assignments'
};
