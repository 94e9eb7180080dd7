/** A letter in the reader's language; `text` holds every link in full. */
export type Letter = { to: string; subject: string; text: string };

/** `delivered: false` means that nobody was mailed: the letter lies in the data directory for an administrator. */
export interface Mail {
	send(letter: Letter): Promise<{ delivered: boolean }>;
}
