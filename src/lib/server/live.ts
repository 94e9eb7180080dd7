import { findDocumentFacts, findPartFacts } from '#db/queries/facts.ts';
import type { Actor } from '#domain/facts.ts';
import { can } from '#domain/policy.ts';
import type { Ring } from './bus.ts';
import type { Context } from './context.ts';
import type { Present } from './presence.ts';

/** What a list learns while it is open. */
export type Live =
	| { kind: 'presence'; document: string; people: Present[] }
	| { kind: 'title'; document: string; title: string };

/** Few enough to decide at once; a list shows no more on one page. */
export const LIVE_DOCUMENTS_MAX = 100;

/**
 * Tells who is at work in these documents, now and at each change, of those that the actor may view.
 * `end` is called when access changed: the asker comes back and is decided anew.
 */
export async function watchDocuments(
	context: Context,
	actor: Actor,
	ids: readonly string[],
	listener: { tell: (live: Live) => void; end: () => void }
): Promise<() => void> {
	const documentOf = await readableParts(context, actor, ids.slice(0, LIVE_DOCUMENTS_MAX));
	const watched = new Set(documentOf.values());
	const tellPresence = (document: string) => {
		const parts = [...documentOf].filter(([, of]) => of === document).map(([part]) => part);
		listener.tell({ kind: 'presence', document, people: presentIn(context, parts) });
	};
	const hear = (ring: Ring) => {
		if (ring.kind === 'access') return listener.end();
		if (ring.kind === 'presence') {
			const document = documentOf.get(ring.part);
			if (document) tellPresence(document);
		}
		if (ring.kind === 'document' && ring.title !== undefined && watched.has(ring.document)) {
			listener.tell({ kind: 'title', document: ring.document, title: ring.title });
		}
	};
	const stop = context.bus.listen(hear);
	for (const document of watched) tellPresence(document);
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
	const documentOf = new Map<string, string>();
	for (const facts of (await findDocumentFacts(context.db, ids, now)).values()) {
		for (const part of await findPartFacts(context.db, facts, now)) {
			if (can(actor, 'read', { type: 'part', part })) documentOf.set(part.id, facts.id);
		}
	}
	return documentOf;
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
