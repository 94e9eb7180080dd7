import type { Node } from '@tiptap/pm/model';
import { Authors } from './authors-in-turn.ts';
import type { Side } from './compared/compared.ts';
import { stepsOf } from './compared/steps.ts';
import { differenceOf } from './merge/difference.ts';
import { contentSchema, type Content } from './schema.ts';
import { WORD } from './text.ts';

/** Words of one person in a line of a text: where they stand in it. */
export type Passage = {
	/** Which line it is, counted in the order of the text; and what the line says, to find it again. */
	line: { nth: number; text: string };
	from: number;
	to: number;
	person: string;
};

/** A full stop more is no news. */
const NO_WORDS = /^[\s\p{P}]*$/u;

/** What others added to a text since somebody knew it. Never what they wrote themselves, or what a template began with. */
export function newsIn(before: Content, after: Side, self: string): Passage[] {
	const [old, now] = [before, after.content].map((content) => contentSchema.nodeFromJSON(content));
	if (!old || !now || old.eq(now)) return [];
	return passagesIn(now, addedBy(old, now, after.authors), self);
}

/** How many words those are. */
export function newWords(passages: readonly Passage[]): number {
	return passages.reduce((sum, passage) => sum + (wordsOf(passage).match(WORD)?.length ?? 0), 0);
}

export function wordsOf({ line, from, to }: Passage): string {
	return line.text.slice(from, to);
}

/** Of each character of the text who added it; null of what was there before. */
function addedBy(before: Node, after: Node, runs: Side['authors']): (string | null)[] {
	const authors = { before: new Authors([]), after: new Authors(runs) };
	const added: (string | null)[] = [];
	const add = (length: number, person: string | null) => {
		for (let i = 0; i < length; i += 1) added.push(person);
	};
	for (const passage of differenceOf(before, after).passages) {
		if ('blocks' in passage) {
			const length = passage.blocks.reduce((sum, block) => sum + lengthOf(block), 0);
			authors.after.next(length);
			add(length, null);
			continue;
		}
		for (const { fate, token, author } of stepsOf(passage.rows, authors)) {
			if (token.is !== 'character' || fate === 'remove') continue;
			add(token.text.length, fate === 'add' ? author : null);
		}
	}
	return added;
}

/** Who wrote which words of a text, line by line; what a template began with is nobody's. */
export function passagesBy({ content, authors }: Side): Passage[] {
	const doc = contentSchema.nodeFromJSON(content);
	const whose = authors.flatMap(({ person, length }) =>
		new Array<typeof person>(length).fill(person)
	);
	return passagesIn(doc, whose, null, wholeWords);
}

const IN_WORDS = /[\p{L}\p{N}\p{M}]+/gu;

/** A word that several wrote is of who wrote most of it, as where words are counted. */
function wholeWords(text: string, whose: (string | null)[]): void {
	for (const { index, 0: word } of text.matchAll(IN_WORDS)) {
		const counts = new Map<string | null, number>();
		for (const person of whose.slice(index, index + word.length)) {
			counts.set(person, (counts.get(person) ?? 0) + 1);
		}
		const most = Math.max(...counts.values());
		const writer = [...counts].find(([, count]) => count === most)?.[0] ?? null;
		whose.fill(writer, index, index + word.length);
	}
}

function passagesIn(
	doc: Node,
	added: readonly (string | null)[],
	self: string | null,
	tidy?: (text: string, whose: (string | null)[]) => void
): Passage[] {
	const passages: Passage[] = [];
	let [at, nth] = [0, -1];
	doc.descendants((block) => {
		if (!block.isTextblock) return true;
		nth += 1;
		const line = { nth, text: block.textBetween(0, block.content.size, '', '\n') };
		const whose: (string | null)[] = [];
		block.forEach((child) => {
			for (let i = 0; i < child.nodeSize; i += 1) {
				whose.push(child.isText ? (added[at++] ?? null) : null);
			}
		});
		tidy?.(line.text, whose);
		for (const [place, person] of whose.entries()) {
			const last = passages.at(-1);
			const goesOn = last?.line === line && last.to === place && last.person === person;
			if (goesOn) last.to += 1;
			else if (person && person !== self)
				passages.push({ line, from: place, to: place + 1, person });
		}
		return false;
	});
	return passages.filter((passage) => !NO_WORDS.test(wordsOf(passage)));
}

function lengthOf(node: Node): number {
	if (node.isText) return node.text?.length ?? 0;
	return node.children.reduce((sum, child) => sum + lengthOf(child), 0);
}
