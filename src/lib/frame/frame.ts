import type { WerkplaatsFunction } from '#domain/functions.ts';

export type Unread = { mine: number; updates: number };

/** What the frame knows of who is in it. */
export type FrameData = {
	me: { id: string; name: string; administrator: boolean };
	/** Where the person takes part now, with their functions there. */
	werkplaatsen: { slug: string; name: string; functions: WerkplaatsFunction[] }[];
	/** The werkplaats that the person looked at last. */
	werkplaats: { slug: string; name: string } | null;
	/** How much they did not read of what they were told. */
	unread: Unread;
};
