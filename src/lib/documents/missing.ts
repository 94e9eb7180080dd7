import { CORNERS, type Corner } from '#domain/corners.ts';
import { m } from '#lib/paraglide/messages.js';

const WORDS: Record<Corner, () => string> = {
	practice: m.documents_theme_missing_practice,
	research: m.documents_theme_missing_research,
	education: m.documents_theme_missing_education
};

/** What is missing in a theme, in a sentence; empty when there is work in every corner. */
export function missingIn(corners: Record<Corner, number>): string {
	const empty = CORNERS.filter((corner) => corners[corner] === 0);
	if (empty.length === CORNERS.length) return m.documents_theme_missing_all();
	return empty.map((corner) => WORDS[corner]()).join(' ');
}
