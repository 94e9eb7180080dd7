import type { Content } from '../content/schema.ts';
import type { Kind, PartKind, Perspective } from '../kinds.ts';
import type { Sensitivity } from '../sensitivity.ts';
import { ASSIGNMENT } from './assignment.ts';
import { CASE } from './case.ts';
import { DOSSIER_ARTICLE } from './dossier-article.ts';
import { INTERVISION } from './intervision.ts';
import { LESSON } from './lesson.ts';
import { TEMPLATE_KIND, TEMPLATE_NAMES, type TemplateName } from './names.ts';
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

type Template = { content: Content; sensitivity: Sensitivity };

const SHIPPED: Record<TemplateName, Template> = {
	proposal: { content: fromSections(PROPOSAL), sensitivity: 'werkplaats' },
	dossier_article: { content: fromSections(DOSSIER_ARTICLE), sensitivity: 'werkplaats' },
	lesson: { content: fromSections(LESSON), sensitivity: 'werkplaats' },
	// It belongs to its group.
	intervision: { content: fromSections(INTERVISION), sensitivity: 'restricted' }
};

/** The shipped template with this name for this kind, or undefined. */
export function findShipped(kind: Kind, name: string): Template | undefined {
	const known = TEMPLATE_NAMES.find((each) => each === name && TEMPLATE_KIND[each] === kind);
	return known && SHIPPED[known];
}
