import type { Content } from '../content/schema.ts';
import type { Kind, PartKind, Perspective } from '../kinds.ts';
import type { Sensitivity } from '../sensitivity.ts';
import { ASSIGNMENT } from './assignment.ts';
import { CASE } from './case.ts';
import { DOSSIER_ARTICLE } from './dossier-article.ts';
import { INTERVISION } from './intervision.ts';
import { LESSON } from './lesson.ts';
import { PROPOSAL } from './proposal.ts';
import { STUDY } from './study.ts';
import { fromSections } from './template.ts';

export type FirstPart = { kind: PartKind; perspective: Perspective | null; content: Content };

/** The parts with which a document of each kind begins, in the order in which they stand. */
export const FIRST_PARTS: Record<Kind, readonly FirstPart[]> = {
	study: [{ kind: 'text', perspective: null, content: fromSections(STUDY) }],
	case: [{ kind: 'text', perspective: null, content: fromSections(CASE) }],
	assignment: [{ kind: 'text', perspective: null, content: fromSections(ASSIGNMENT) }]
};

/** What else a document of a kind can begin as. */
export const TEMPLATE_NAMES = ['proposal', 'dossier_article', 'lesson', 'intervision'] as const;
export type TemplateName = (typeof TEMPLATE_NAMES)[number];

type Template = { kind: Kind; content: Content; sensitivity: Sensitivity };

/**
 * A lesson and an intervision report are cases, because of who begins and reads those by their function:
 * professionals hold them and may begin a case, but no study; a lesson is for students and citizens too,
 * who read cases and not studies. An intervision report belongs to its group, so it begins restricted.
 */
export const TEMPLATES: Record<TemplateName, Template> = {
	proposal: { kind: 'study', content: fromSections(PROPOSAL), sensitivity: 'werkplaats' },
	dossier_article: {
		kind: 'study',
		content: fromSections(DOSSIER_ARTICLE),
		sensitivity: 'werkplaats'
	},
	lesson: { kind: 'case', content: fromSections(LESSON), sensitivity: 'werkplaats' },
	intervision: { kind: 'case', content: fromSections(INTERVISION), sensitivity: 'restricted' }
};

/** The shipped template with this name, or undefined. */
export function findShipped(name: string): Template | undefined {
	const known = TEMPLATE_NAMES.find((each) => each === name);
	return known && TEMPLATES[known];
}
