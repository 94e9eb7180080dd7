import type { Content } from '../content/schema.ts';
import { PERSPECTIVES, type Kind, type PartKind, type Perspective } from '../kinds.ts';
import type { Sensitivity } from '../sensitivity.ts';
import { ASSIGNMENT, GUIDE } from './assignment.ts';
import { CASE, LESSONS, VOICE_GUIDANCE } from './case.ts';
import { DOSSIER_ARTICLE } from './dossier-article.ts';
import { INTERVISION } from './intervision.ts';
import { LESSON } from './lesson.ts';
import { TEMPLATE_KIND, TEMPLATE_NAMES, type TemplateName } from './names.ts';
import { PROPOSAL } from './proposal.ts';
import { QUESTION_CONTENT } from './question.ts';
import { STUDY } from './study.ts';
import { fromSections } from './template.ts';

export type FirstPart = { kind: PartKind; perspective: Perspective | null; content: Content };

const shared = (kind: PartKind, content: Content): FirstPart => ({
	kind,
	perspective: null,
	content
});

/** What a voice begins with: nothing but a word of welcome that yields to typing. */
export function firstVoice(perspective: Perspective): FirstPart {
	const guidance = VOICE_GUIDANCE[perspective];
	return {
		kind: 'voice',
		perspective,
		content: { type: 'doc', content: [{ type: 'paragraph', attrs: { guidance } }] }
	};
}

/** What an assignment has for who guides it. */
export const FIRST_GUIDE: FirstPart = shared('guide', fromSections(GUIDE));

/** The parts with which a document of each kind begins, in the order in which they stand. */
export const FIRST_PARTS: Record<Kind, readonly FirstPart[]> = {
	study: [shared('text', fromSections(STUDY))],
	case: [
		shared('text', fromSections(CASE)),
		...PERSPECTIVES.map(firstVoice),
		shared('lessons', fromSections(LESSONS))
	],
	assignment: [shared('text', fromSections(ASSIGNMENT)), FIRST_GUIDE],
	question: [shared('text', QUESTION_CONTENT)]
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
