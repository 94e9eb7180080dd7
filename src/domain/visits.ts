/** Who comes back within this time is still at the same visit: reading on, or a page that was asked for anew. */
export const VISIT_MS = 60 * 60_000;

/** Up to where somebody knows a text: at the end of the visit before this one, and as they last had it. */
export type Known = { version: string; latest: string; at: Date };

/** What somebody knows once they have `latest` before them. Who came for the first time knows all of that. */
export function knownAfter(known: Known | undefined, latest: string, now: Date): Known {
	if (!known) return { version: latest, latest, at: now };
	const isNext = now.getTime() - known.at.getTime() > VISIT_MS;
	return { version: isNext ? known.latest : known.version, latest, at: now };
}
