import * as Y from 'yjs';
import type { TextIndex } from '#domain/anchors/text-index.ts';
import { TEXT_FRAGMENT } from '#domain/content/schema.ts';
import type { Finder, Standing } from './rounds.ts';

// Ways to hold on to a passage that point at other text sooner or later; a test must notice each.

/** By where it was, as a book does. */
const byOffsets: Finder = (text, { from, to }) => said(text, from, to);

/** By relative positions of Yjs at both ends, and nothing else. */
const byRelativePositions: Finder = (text, { anchor }, doc) => {
	const [first, last] = [anchor.runs[0], anchor.runs.at(-1)];
	if (!first || !last) return { is: 'lost' };
	const from = placeOf(doc, first.client, first.clock);
	const to = placeOf(doc, last.client, last.clock + last.length - 1);
	return from === null || to === null ? { is: 'lost' } : said(text, from, to + 1);
};

/** By the first place where the words stand. */
const byWords: Finder = (text, { anchor }) => {
	const at = text.characters.indexOf(anchor.quote.slice(0, 4));
	return at < 0 ? { is: 'lost' } : said(text, at, at + anchor.quote.length);
};

export const SLOPPY: Record<string, Finder> = { byOffsets, byRelativePositions, byWords };

function said(text: TextIndex, from: number, to: number): Standing {
	const range = { from, to: Math.max(from, to) };
	return { is: 'same', range, text: text.read(range) };
}

/** Before how many characters an item is, or what came in its place. */
function placeOf(doc: Y.Doc, client: number, clock: number): number | null {
	const item = { client, clock };
	const relative = Y.createRelativePositionFromJSON({ item, assoc: 0 });
	const found = Y.createAbsolutePositionFromRelativePosition(relative, doc);
	if (!found) return null;
	let count = 0;
	for (const text of doc
		.getXmlFragment(TEXT_FRAGMENT)
		.createTreeWalker((node) => node instanceof Y.XmlText)) {
		if (text === found.type) return count + found.index;
		if (text instanceof Y.XmlText) count += text.length;
	}
	return null;
}
