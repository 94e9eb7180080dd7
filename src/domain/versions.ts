/**
 * Why a version was kept: people paused, gave it a name, handed it in, asked for feedback on it, published it, or put
 * an older one back (then also what stood there before).
 */
export const VERSION_REASONS = [
	'paused',
	'named',
	'handed_in',
	'round',
	'published',
	'restored'
] as const;
export type VersionReason = (typeof VERSION_REASONS)[number];

/** So many characters one after the other by one person; null is the server itself: what a template began with. */
export type AuthorRun = { person: string | null; length: number };

/** While people go on writing, a version at most this often. */
export const VERSION_EVERY_MS = 5 * 60_000;

export const VERSION_NAME_MAX = 120;
