import type { Actor } from '#domain/facts.ts';
import { readsFrozen } from '#domain/review-rounds.ts';
import { placeInRound } from '#domain/round-place.ts';
import type { ToldPlace } from '#domain/telling.ts';
import type { Pointers } from './told-circles.ts';

/** Something that happened, by its name and what it points at. */
type Happened = {
	name: string;
	documentId: string;
	to: Pick<Pointers, 'part' | 'thread' | 'submission' | 'version'>;
};

/** Where somebody can read of what happened, without our own address before it. */
export function addressOf(
	actor: Actor,
	{ name, documentId, to }: Happened,
	place: ToldPlace
): string {
	const document = `/document/${documentId}`;
	if (to.thread && to.submission) return `/submission/${to.submission}?thread=${to.thread}`;
	if (to.thread && place.frozen) return besideFrozen(actor, document, to, place);
	if (place.round) return `${document}/review/${place.round.id}`;
	// What stands on the page with all that is asked beside a document.
	if (/^(mirror|policy|findings)\./.test(name)) return `${document}/review`;
	return withQuery(document, { part: to.part, thread: to.thread });
}

/** Beside the text as it was in a round that they read; else that text itself, in the history. */
function besideFrozen(
	actor: Actor,
	document: string,
	{ part: id, thread, version }: Happened['to'],
	{ part, frozen }: ToldPlace
): string {
	const round =
		part && frozen?.find((one) => readsFrozen(one.kind, placeInRound(actor, part, one)));
	return round
		? withQuery(`${document}/review/${round.id}`, { thread })
		: withQuery(`${document}/history`, { part: id, version, thread });
}

function withQuery(address: string, given: Record<string, string | null>): string {
	const query = new URLSearchParams();
	for (const [name, value] of Object.entries(given)) if (value) query.set(name, value);
	return query.size > 0 ? `${address}?${query}` : address;
}
