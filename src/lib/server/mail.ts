/** A letter in the reader's language; `text` holds every link in full. */
export type Letter = {
	to: string;
	subject: string;
	text: string;
	/** When the link in it stops working, and it is of no use to anybody. */
	until?: Date;
};

/** A letter that was not delivered. */
export type KeptLetter = Letter & { id: string; at: Date };

/** `delivered: false` means that nobody was mailed: the letter is kept for an administrator to pass on. */
export interface Mail {
	send(letter: Letter): Promise<{ delivered: boolean }>;
	/** What was kept, newest first. */
	kept(): Promise<KeptLetter[]>;
	/** Throws a kept letter away; false when it isn't there. */
	discard(id: string): Promise<boolean>;
	/** Throws kept letters away whose link works no more; answers how many there were. */
	expire(now: Date): Promise<number>;
}
