import type { Queryable } from '#db/connection.ts';
import { findFactsOfParts } from '#db/queries/facts.ts';
import { renewPassage, type Holder } from '#db/queries/passages.ts';
import { loadText } from '#db/queries/updates.ts';
import { anchorOf, isHeldBy, type Anchor } from '#domain/anchors/anchor.ts';
import { resolve } from '#domain/anchors/resolve.ts';
import { TextIndex, type Passage, type Run } from '#domain/anchors/text-index.ts';
import { identifiedText } from '#domain/content/identified-text.ts';
import { Conflict, NotFound } from '#domain/errors.ts';
import type { Actor, PartFacts } from '#domain/facts.ts';
import { can } from '#domain/policy.ts';
import { buildDoc } from './stored-text.ts';

/** A passage as a browser says it: the words, and the ids of their characters. */
export type PassageMeant = { quote: string; runs: readonly Run[] };

/** Of these parts those that the actor may read now, by id. */
export async function readableParts(
	db: Queryable,
	actor: Actor,
	ids: readonly string[],
	now: Date
): Promise<Map<string, PartFacts>> {
	if (ids.length === 0) return new Map();
	const parts = await findFactsOfParts(db, ids, now);
	const wanted = parts.filter((part) => can(actor, 'read', { type: 'part', part }));
	return new Map(wanted.map((part) => [part.id, part]));
}

/** The same of one part; what one may not read is not there. */
export async function readablePart(
	db: Queryable,
	actor: Actor,
	id: string,
	now: Date
): Promise<PartFacts> {
	const part = (await readableParts(db, actor, [id], now)).get(id);
	if (!part) throw new NotFound();
	return part;
}

/** A text as it is stored now, to find passages in. Ask for what the asker may read only. */
export async function indexedText(db: Queryable, partId: string): Promise<TextIndex> {
	const doc = buildDoc(await loadText(db, partId));
	const text = new TextIndex(identifiedText(doc));
	doc.destroy();
	return text;
}

/**
 * What a browser means, as it stands in the stored text: of what it says only the ids count, and the words must
 * be there around them. They are not when somebody wrote in them a moment ago.
 */
export function passageMeant(
	text: TextIndex,
	{ quote, runs }: PassageMeant
): { anchor: Anchor; range: Passage } {
	const found = resolve(text, { quote, runs, before: '', after: '', alone: false });
	const anchor = found.is === 'same' ? anchorOf(text, found.range) : null;
	if (found.is !== 'same' || !anchor) throw new Conflict('passage_changed');
	return { anchor, range: found.range };
}

/** How kept words are now: as they were, with what holds them from now on; as other words; or nowhere. */
export type Fared =
	| { is: 'same'; anchor: Anchor; range: Passage }
	| { is: 'changed'; range: Passage; text: string }
	| { is: 'lost' };

/** How a kept passage is now. What was found as copies is held by the ids of those from now on. */
export async function farePassage(
	db: Queryable,
	{ holder, id, passage: before }: { holder: Holder; id: string; passage: Anchor },
	text: TextIndex
): Promise<Fared> {
	const found = resolve(text, before);
	if (found.is === 'lost') return found;
	const { range } = found;
	if (found.is === 'changed') return { is: 'changed', range, text: found.text };
	const after = isHeldBy(before, text.runsIn(range)) ? null : anchorOf(text, range);
	if (after) await renewPassage(db, holder, id, { before, after });
	return { is: 'same', anchor: after ?? before, range };
}
