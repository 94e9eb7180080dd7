import fc from 'fast-check';
import type { Node } from '@tiptap/pm/model';
import { expect, test } from 'vitest';
import { anyChange } from '#tests/domain/edits.ts';
import { aroundChanges, changedLines, isChangedLine, type ChangedLine } from './changed-lines.ts';
import { applied, differenceOf } from './merge/difference.ts';
import type { Content } from './schema.ts';

/** The lines of a text as they stand in it. */
function linesOf(doc: Node): string[] {
	const lines: string[] = [];
	doc.descendants((node) => {
		if (node.type.name === 'horizontalRule') lines.push('—');
		if (!node.isTextblock) return true;
		const words = node.children.map((child) => (child.isText ? child.text : '\n'));
		lines.push(words.join(''));
		return false;
	});
	return lines;
}

/** What somebody reads who leaves out what stands in the other text alone. */
function reading(lines: readonly ChangedLine[], without: 'add' | 'remove'): string[] {
	const read: string[] = [];
	for (const { begins, runs } of lines) {
		const words = runs.map(({ fate, text }) => (fate === without ? '' : text)).join('');
		if (begins !== without) read.push(words);
		else if (words !== '') read.push((read.pop() ?? '') + words);
	}
	return read;
}

test('the difference that is shown is the edits: without what was added it is the one text, without what was removed the other', () => {
	fc.assert(
		fc.property(anyChange(6), ({ before, after }) => {
			const lines = changedLines(before.toJSON() as Content, after.toJSON() as Content);
			expect(reading(lines, 'add')).toEqual(linesOf(before));
			expect(reading(lines, 'remove')).toEqual(linesOf(after));
			// And taken as a whole, the same difference makes the one text of the other.
			const whole = applied(differenceOf(before, after), () => true);
			expect(differenceOf(whole, after).hunks).toBe(0);
			// What looks the same is the same, and what is the same shows nothing.
			expect(lines.some(isChangedLine)).toBe(!before.eq(after));
		}),
		{ numRuns: 60 }
	);
});

const p = (text: string): Content => ({ type: 'paragraph', content: [{ type: 'text', text }] });
const h = (text: string): Content => ({
	type: 'heading',
	attrs: { level: 1 },
	content: [{ type: 'text', text }]
});
const doc = (...content: Content[]): Content => ({ type: 'doc', content });

test('what changed is read under its heading, and what did not is counted', () => {
	const before = doc(h('Rondes'), p('Een.'), p('Twee.'), h('Rollen'), p('Bewoner.'), p('Kijker.'));
	const after = doc(
		h('Rondes'),
		p('Een.'),
		p('Twee.'),
		h('Rollen'),
		p('Bewoner en buur.'),
		p('Kijker.')
	);
	expect(aroundChanges(changedLines(before, after))).toEqual([
		{ left: 3 },
		{ kind: 'heading', begins: 'keep', restyled: false, runs: [{ fate: 'keep', text: 'Rollen' }] },
		{
			...{ kind: 'text', begins: 'keep', restyled: false },
			runs: [
				{ fate: 'keep', text: 'Bewoner' },
				{ fate: 'add', text: ' en buur' },
				{ fate: 'keep', text: '.' }
			]
		},
		{ left: 1 }
	]);
	expect(aroundChanges(changedLines(before, before))).toEqual([]);
});

test('what became a list is the same words, made up otherwise', () => {
	const item = { type: 'bulletList', content: [{ type: 'listItem', content: [p('Een.')] }] };
	const [line, ...others] = changedLines(doc(p('Een.')), doc(item));
	expect(others).toEqual([]);
	expect(line).toEqual({
		...{ kind: 'item', begins: 'keep', restyled: true },
		runs: [{ fate: 'keep', text: 'Een.' }]
	});
});
