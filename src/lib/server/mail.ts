/** A letter in the reader's language; `text` holds every link in full. */
export type Letter = {
	to: string;
	subject: string;
	text: string;
	/** The same for who reads mail with a page's looks. */
	html?: string;
	headers?: Record<string, string>;
	/** What stands in it is for this reader alone: what can't be delivered is not kept for an administrator. */
	unkept?: true;
	/** When the link in it stops working, and it is of no use to anybody. */
	until?: Date;
};

/** A letter that was not delivered. */
export type KeptLetter = Letter & { id: string; at: Date };

/** `delivered: false` means that nobody was mailed: the letter is kept for an administrator to pass on, or gone. */
export interface Mail {
	/** Whether there is a mail server at all. */
	readonly delivers: boolean;
	send(letter: Letter): Promise<{ delivered: boolean }>;
	/** What was kept, newest first. */
	kept(): Promise<KeptLetter[]>;
	/** Throws a kept letter away; false when it isn't there. */
	discard(id: string): Promise<boolean>;
	/** Throws kept letters away whose link works no more; answers how many there were. */
	expire(now: Date): Promise<number>;
}
