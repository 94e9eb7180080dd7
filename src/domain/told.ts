/** For me: somebody calls or waits for me. Updates: something happened in what I follow. */
export const BOXES = ['mine', 'updates'] as const;
export type Box = (typeof BOXES)[number];

/** `at_once` is within minutes, together with what comes in between. */
export const MAIL_RHYTHMS = ['at_once', 'daily', 'weekly', 'never'] as const;
export type MailRhythm = (typeof MAIL_RHYTHMS)[number];

/** What one can watch: one of the three. */
export type Watched = { document: string } | { theme: string } | { werkplaats: string };

/** What somebody said themselves of a document, theme or werkplaats. */
export const WATCHINGS = ['watching', 'muted', 'unsaid'] as const;
export type Watching = (typeof WATCHINGS)[number];

export type WatchStanding = {
	said: Watching;
	/** Why they hear of a document when they say nothing: they have a hand in it, or watch what it belongs to. */
	because: 'hand' | 'theme' | 'werkplaats' | null;
	/** Whether they hear of what happens in it. */
	follows: boolean;
};

export function isFollowed(said: Watching, because: WatchStanding['because']): boolean {
	return said === 'unsaid' ? because !== null : said === 'watching';
}
