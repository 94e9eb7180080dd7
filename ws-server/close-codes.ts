/** Why the live door closes a socket. After 44xx a stock client stays away; after the others it comes back. */
export const CLOSE = {
	/** A frame that no honest client sends. */
	badFrame: 4400,
	signIn: 4401,
	noAccess: 4403,
	/** There is no such part, or not for you. */
	gone: 4404,
	/** The text was rebuilt without something that was in it: what was not sent can be had as a copy. */
	rebuilt: 4409,
	/** The editor is older than the texts it would open. */
	reload: 4426,
	/** Nothing was wrong with you: come back and send again what was not acknowledged. */
	comeBack: 4503,
	/** This person, or this part, has more sockets, new client ids or work for others than it can have: come back later. */
	tooMany: 1013,
	/** The server stops or restarts. */
	restart: 1012
} as const;

export type CloseCode = (typeof CLOSE)[keyof typeof CLOSE];
