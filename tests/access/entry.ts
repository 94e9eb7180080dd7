import type { Guard } from './guards.ts';
import type { Subject } from './world.ts';

/** A request about a subject; `json` for the machines' door, `form` for the people's door. */
export type Call = {
	method?: string;
	path: string;
	json?: unknown;
	form?: Record<string, string | readonly string[]>;
	/** The answer is a stream: read its head only. */
	stream?: true;
};

export type Entry = {
	guard: Guard;
	call: (subject: Subject) => Call;
	/** The document lies in the bin. */
	inBin?: true;
	/** What it is about, where that is not the whole subject: the rest exists in the comparison too. */
	about?: readonly (keyof Subject)[];
	/** What who passes the guard is answered, where that is no success: the request itself is refused. */
	answers?: number;
};
