import type { Content } from '../content/schema.ts';
import type { Kind, PartKind, Perspective } from '../kinds.ts';
import { ASSIGNMENT } from './assignment.ts';
import { CASE } from './case.ts';
import { QUESTION_CONTENT } from './question.ts';
import { STUDY } from './study.ts';
import { fromSections } from './template.ts';

/** The parts with which a document of each kind begins, in the order in which they stand. */
export const FIRST_PARTS: Record<
	Kind,
	readonly { kind: PartKind; perspective: Perspective | null; content: Content }[]
> = {
	study: [{ kind: 'text', perspective: null, content: fromSections(STUDY) }],
	case: [{ kind: 'text', perspective: null, content: fromSections(CASE) }],
	assignment: [{ kind: 'text', perspective: null, content: fromSections(ASSIGNMENT) }],
	question: [{ kind: 'text', perspective: null, content: QUESTION_CONTENT }]
};
