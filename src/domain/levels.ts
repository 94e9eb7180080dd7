/** What somebody may do with a document or part: one ordered list everywhere. */
export const LEVELS = ['none', 'view', 'comment', 'suggest', 'edit', 'manage', 'owner'] as const;
export type Level = (typeof LEVELS)[number];

export function atLeast(level: Level, needed: Level): boolean {
	return LEVELS.indexOf(level) >= LEVELS.indexOf(needed);
}

/** The highest of the levels; `none` when there are none. */
export function highest(levels: Iterable<Level>): Level {
	let top: Level = 'none';
	for (const level of levels) if (atLeast(level, top)) top = level;
	return top;
}

/** The level, but not above the cap. */
export function capped(level: Level, cap: Level): Level {
	return atLeast(level, cap) ? cap : level;
}
