/** How long a line over HTTP waits for what, in milliseconds; shorter in tests. */
export const PATIENCE = {
	/** Opening. */
	answer: 10_000,
	/** A body that is taken in slowly, because we send faster than the server reads. */
	taken: 60_000,
	/** The server says something at once when a stream is opened, unless a proxy keeps it. */
	firstWord: 4_000,
	/** The server gives a sign of life every 15 seconds. */
	nextWord: 25_000,
	/** What the server says to have sent is here by then, unless a proxy keeps it. */
	behind: 3_000,
	/** A poll is answered after 20 seconds when there is nothing to tell; a book takes its time. */
	poll: 120_000,
	/** Nothing goes through for so long: there is no line any more. The server waits 15 seconds. */
	giveUp: 10_000,
	/** Before the second try; then twice as long each time, up to eight times. */
	again: 250
};
export type Patience = typeof PATIENCE;
