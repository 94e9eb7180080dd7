import type { Perspective } from '#domain/kinds.ts';
import { m } from '#lib/paraglide/messages.js';

const PERSPECTIVE_WORD: Record<Perspective, () => string> = {
	citizen: m.cases_perspective_citizen,
	relative: m.cases_perspective_relative,
	professional: m.cases_perspective_professional,
	municipality: m.cases_perspective_municipality
};

export function partyName(perspective: Perspective): string {
	return PERSPECTIVE_WORD[perspective]();
}

/** A voice by its party, and by its own name beside others of that party. */
export function voiceName({
	perspective,
	label
}: {
	perspective: Perspective;
	label: string;
}): string {
	return label ? `${partyName(perspective)}: ${label}` : partyName(perspective);
}
