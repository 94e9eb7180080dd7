import type { Node } from '@tiptap/pm/model';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyBase, anyChange, anyEdits, edited, Letters, withLetters } from '#tests/domain/edits.ts';
import type { AuthorRun } from '../versions.ts';
import { authorsAfter } from './authors.ts';
import { contentSchema } from './schema.ts';
import { inlineText } from './text.ts';

const paragraphs = (...lines: string[]) =>
	contentSchema.nodeFromJSON({
		type: 'doc',
		content: lines.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] }))
	});

const by = (person: string, length: number): AuthorRun[] => [{ person, length }];
const lettersOf = (doc: Node) => inlineText(doc.toJSON()).replaceAll('\n', '');

/** Of each letter its author. */
function whose(doc: Node, runs: readonly AuthorRun[]): Map<string, string | null> {
	const people = runs.flatMap(({ person, length }) =>
		new Array<string | null>(length).fill(person)
	);
	return new Map(
		lettersOf(doc)
			.split('')
			.map((letter, nth) => [letter, people[nth] ?? null])
	);
}

test('who splits a paragraph takes nobody’s words', () => {
	const before = paragraphs('Zij vertelt over de straat en over het buurthuis.');
	const after = paragraphs('Zij vertelt over de straat', ' en over het buurthuis.');
	// The editor copied the second half, so to Yjs it is of who pressed Enter.
	const yjs: AuthorRun[] = [
		{ person: 'noor', length: 26 },
		{ person: 'sam', length: 23 }
	];
	expect(authorsAfter(before, by('noor', 49), after, yjs)).toEqual(by('noor', 49));
});

test('who wraps lines in a list, or makes one a heading, takes nobody’s words', () => {
	const before = paragraphs('Ja.', 'Nee.');
	const item = (text: string) => ({
		type: 'listItem',
		content: [{ type: 'paragraph', content: [{ type: 'text', text }] }]
	});
	const after = contentSchema.nodeFromJSON({
		type: 'doc',
		content: [{ type: 'bulletList', content: [item('Ja.'), item('Nee.')] }]
	});
	expect(authorsAfter(before, by('noor', 7), after, by('sam', 7))).toEqual(by('noor', 7));
});

test('a letter that is in the old word as in the new is of who typed the new one', () => {
	const [before, after] = [paragraphs('De kat sliep.'), paragraphs('De zeekant sliep.')];
	const yjs: AuthorRun[] = [
		{ person: 'noor', length: 3 },
		{ person: 'sam', length: 7 },
		{ person: 'noor', length: 7 }
	];
	expect(authorsAfter(before, by('noor', 13), after, yjs)).toEqual(yjs);
});

test('every letter of a text has one author, whatever was done to it; what was not there before is of who typed it', () => {
	fc.assert(
		fc.property(anyChange(4), ({ before, after }) => {
			const [had, has] = [textLength(before), textLength(after)];
			const runs = authorsAfter(before, by('noor', had), after, by('sam', has));
			expect(runs.reduce((sum, { length }) => sum + length, 0)).toBe(has);
			const old = new Set(lettersOf(before).split(''));
			for (const [letter, person] of whose(after, runs)) {
				if (letter !== ' ' && !old.has(letter)) expect(person).toBe('sam');
			}
		})
	);
});

test('whatever is done to blocks alone, all words stay whose they were', () => {
	fc.assert(
		fc.property(anyBase, anyEdits(3), (content, edits) => {
			const letters = new Letters();
			const before = withLetters(content, letters);
			const blocks = edits.filter(({ kind }) => ['split', 'join', 'wrap', 'lift'].includes(kind));
			const after = blocks.reduce((doc, edit) => edited(doc, edit, letters), before);
			fc.pre(lettersOf(after) === lettersOf(before));
			const length = textLength(before);
			const runs = authorsAfter(before, by('noor', length), after, by('sam', length));
			expect(runs).toEqual(length > 0 ? by('noor', length) : []);
		})
	);
});

function textLength(doc: Node): number {
	let length = 0;
	doc.descendants((node) => void (length += node.text?.length ?? 0));
	return length;
}
