import type { DocumentFacts } from './facts.ts';
import type { Kind } from './kinds.ts';

export const VARIANT_WHY_MAX = 500;

/**
 * What another werkplaats can do its own way: an assignment, the approach of a study, a lesson from practice (a
 * case without voices). A question belongs to the agenda that it stands on.
 */
const VARIANT_KINDS: readonly Kind[] = ['assignment', 'study', 'case'];

/**
 * Whether a copy of this may stand somewhere else. What is restricted or in a vault was told to few; and a
 * version of a case was agreed to and checked as it stands, not as it would stand in a copy.
 */
export function mayLeave({
	kind,
	sensitivity,
	version
}: Pick<DocumentFacts, 'kind' | 'sensitivity' | 'version'>): boolean {
	if (version !== null || !VARIANT_KINDS.includes(kind)) return false;
	return sensitivity === 'open' || sensitivity === 'werkplaats';
}

/** A voice is somebody's own: nobody makes another form of what they told. */
export function isToldInVoices(parts: readonly { perspective: unknown }[]): boolean {
	return parts.some(({ perspective }) => perspective !== null);
}
