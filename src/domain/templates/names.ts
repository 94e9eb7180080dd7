import type { Kind } from '../kinds.ts';

/** What else than its own outline a document of a kind can begin as. */
export const TEMPLATE_NAMES = ['proposal', 'dossier_article', 'lesson', 'intervision'] as const;
export type TemplateName = (typeof TEMPLATE_NAMES)[number];

/**
 * A lesson and an intervision report are cases, because of who begins and reads those by their function:
 * professionals hold them and may begin a case, but no study; a lesson is for students and citizens too,
 * who read cases and not studies.
 */
export const TEMPLATE_KIND: Record<TemplateName, Kind> = {
	proposal: 'study',
	dossier_article: 'study',
	lesson: 'case',
	intervision: 'case'
};
