import { isSharedPart, type PartKind } from './kinds.ts';

type Readable = { id: string; kind: PartKind };

/**
 * Of the parts that somebody may read the one that an address names; without a name, or with an unknown
 * one, the first that is shared. Undefined when they may read none.
 */
export function pickPart<Part extends Readable>(
	parts: readonly Part[],
	asked: string | null
): Part | undefined {
	const named = parts.find(({ id }) => id === asked);
	return named ?? parts.find(isSharedPart) ?? parts[0];
}
