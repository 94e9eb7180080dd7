import { findDocumentFacts, findPartFacts } from '#db/queries/facts.ts';
import type { Actor } from '#domain/facts.ts';
import { can } from '#domain/policy.ts';
import { isAbout, type Ring } from './bus.ts';
import type { Context } from './context.ts';
import { actorOf, type Asker } from './credentials.ts';
import type { Present } from './presence.ts';

type Watcher = Pick<Asker, 'actor' | 'sessionId' | 'tokenId'>;

/** What a list learns while it is open. */
export type Live =
	| { kind: 'presence'; document: string; people: Present[] }
	| { kind: 'title'; document: string; title: string }
	/** Something else that a list or a page shows of it. */
	| { kind: 'changed'; document: string };

/** Few enough to decide at once; a list shows no more on one page. */
export const LIVE_DOCUMENTS_MAX = 100;

/**
 * Tells who is at work in these documents, now and at each change, of those that the asker may view.
 * `end` is called when what the asker may do with them changed: they come back and are decided anew.
 */
export async function watchDocuments(
	context: Context,
	asker: Watcher,
	ids: readonly string[],
	{ tell, end }: { tell: (live: Live) => void; end: () => void }
): Promise<() => void> {
	const asked = ids.slice(0, LIVE_DOCUMENTS_MAX);
	const { actor: person, sessionId, tokenId } = asker;
	const about = { person: person.id, documents: asked, sessionId, tokenId };
	let documentOf: Map<string, string> | undefined;
	const missed: Ring[] = [];
	const hear = (ring: Ring) => {
		if (ring.kind === 'access') {
			if (isAbout(ring, about)) end();
		} else if (documentOf) pass(ring, documentOf);
		else missed.push(ring);
	};
	const pass = (ring: Ring, known: Map<string, string>) => {
		if (ring.kind === 'presence') {
			const document = known.get(ring.part);
			if (document) tellPresence(document, known);
		}
		if (ring.kind !== 'document') return;
		const { document, title } = ring;
		if (![...known.values()].includes(document)) return;
		tell(title === undefined ? { kind: 'changed', document } : { kind: 'title', document, title });
	};
	const tellPresence = (document: string, known: Map<string, string>) => {
		const parts = [...known].filter(([, of]) => of === document).map(([part]) => part);
		tell({ kind: 'presence', document, people: presentIn(context, parts) });
	};
	// Before it is decided: what changes meanwhile would be heard by nobody.
	const stop = context.bus.listen(hear);
	try {
		// Read anew: what they were a moment ago was read before anybody listened.
		const actor = await actorOf(context, asker.actor, context.now());
		documentOf = await readableParts(context, actor, asked);
	} catch (error) {
		stop();
		throw error;
	}
	for (const document of new Set(documentOf.values())) tellPresence(document, documentOf);
	for (const ring of missed) pass(ring, documentOf);
	return stop;
}

/** Who has a part of these documents open now, for pages that are not live. */
export async function presentInDocuments(
	context: Context,
	actor: Actor,
	ids: readonly string[]
): Promise<Map<string, Present[]>> {
	const documentOf = await readableParts(context, actor, ids);
	const present = new Map<string, Present[]>();
	for (const id of new Set(documentOf.values())) {
		const parts = [...documentOf].filter(([, of]) => of === id).map(([part]) => part);
		const people = presentIn(context, parts);
		if (people.length > 0) present.set(id, people);
	}
	return present;
}

/** From each part that the actor may read to its document. */
async function readableParts(context: Context, actor: Actor, ids: readonly string[]) {
	const now = context.now();
	const documents = await findDocumentFacts(context.db, ids, now);
	const parts = await findPartFacts(context.db, [...documents.values()], now);
	const readable = parts.filter((part) => can(actor, 'read', { type: 'part', part }));
	return new Map(readable.map((part) => [part.id, part.document.id]));
}

function presentIn(context: Context, parts: string[]): Present[] {
	const people = new Map<string, Present>();
	for (const part of parts) {
		for (const present of context.presence.in(part)) {
			const known = people.get(present.person);
			people.set(present.person, { ...present, writing: present.writing || !!known?.writing });
		}
	}
	return [...people.values()];
}
