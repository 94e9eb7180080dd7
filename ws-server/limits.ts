/**
 * What one client may ask of a server that others use too. Each is far above what an honest client
 * does, so that only who means harm, or is broken, meets it.
 */
export const LIMITS = {
	/** A pasted book; more than any text of ours. */
	frameBytes: 16 * 1024 * 1024,
	/** What a reader's client sends to say that it has nothing new; more is not even read. */
	readerStep2Bytes: 1024
} as const;
