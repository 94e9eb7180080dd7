import { CORNERS, type Corner } from '#domain/corners.ts';
import type { Gap } from '#domain/gaps.ts';
import { m } from '#lib/paraglide/messages.js';

/** Where there is no work, by the corners that lack it, in their order. */
const MISSING: Record<string, () => string> = {
	practice: m.network_gap_practice,
	research: m.network_gap_research,
	education: m.network_gap_education,
	'practice research': m.network_gap_practice_research,
	'practice education': m.network_gap_practice_education,
	'research education': m.network_gap_research_education
};

/** With work everywhere: from which corner nothing goes on. */
const STUCK: Record<Corner, () => string> = {
	practice: m.network_stuck_practice,
	research: m.network_stuck_research,
	education: m.network_stuck_education
};

/** What a triangle lacks, as a short word and a sentence; without a word when it lacks nothing. */
export function gapInWords(gap: Gap | null): { word: string; sentence: string } {
	if (!gap) return { word: '', sentence: m.network_gap_none() };
	if (gap.type === 'flow') return { word: m.network_stuck(), sentence: STUCK[gap.from]() };
	const missing = CORNERS.filter((corner) => gap.missing.includes(corner)).join(' ');
	return { word: m.network_gap(), sentence: (MISSING[missing] ?? m.network_gap_all)() };
}
