import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyChange } from '#tests/domain/edits.ts';
import { anyContent } from '../arbitrary.ts';
import { contentSchema, type Content } from '../schema.ts';
import { plainText } from '../text.ts';
import { compared, COMPARED, type Compared, type Side } from './compared.ts';
import { comparedHtml, type Says } from './compared-html.ts';
import { undone } from './undone.ts';

const p = (text: string): Content => ({
	type: 'paragraph',
	content: text ? [{ type: 'text', text }] : []
});
const doc = (...content: Content[]): Content => ({ type: 'doc', content });
const by = (content: Content, person: string): Side => ({
	content,
	authors: [{ person, length: 10_000 }]
});

const says: Says = ({ fate, nth, author }) => ({
	element: fate === 'add' ? 'ins' : fate === 'remove' ? 'del' : 'span',
	attributes: { 'data-nth': String(nth), title: author ?? '' }
});
const html = (before: Content, after: Content) =>
	comparedHtml(compared(by(before, 'noor'), by(after, 'sam')).content, says, 'nl');

test('what went and what came stand beside each other as whole words, with who wrote them', () => {
	expect(html(doc(p('De kat sliep.')), doc(p('De zeekat sliep.')))).toBe(
		'<p>De <del data-nth="1" title="noor">kat</del><ins data-nth="1" title="sam">zeekat</ins> sliep.</p>'
	);
});

test('formatting is shown as it is, and a change of it alone as that', () => {
	const bold = { type: 'text', text: 'kat', marks: [{ type: 'bold' }] };
	const after = doc({ type: 'paragraph', content: [{ type: 'text', text: 'De ' }, bold] });
	expect(html(doc(p('De kat')), after)).toBe(
		'<p>De <span data-nth="1" title="sam"><strong>kat</strong></span></p>'
	);
	expect(compared(by(doc(p('De kat')), 'noor'), by(after, 'sam')).changes).toMatchObject([
		{ nth: 1, does: 'restyle', added: '', removed: '' }
	]);
});

test('a paragraph that went stands where it was; one that was joined to another shows where it ended', () => {
	const gone = html(doc(p('Een.'), p('Dit gaat weg.'), p('Drie.')), doc(p('Een.'), p('Drie.')));
	expect(gone).toContain('<del data-nth="1" title="noor">Dit gaat weg.</del></p><p>Drie.</p>');
	const joined = html(
		doc(p('Zij vertelt '), p('over de straat.')),
		doc(p('Zij vertelt over de straat.'))
	);
	expect(joined).toBe('<p>Zij vertelt <del data-nth="1" title="">¶</del>over de straat.</p>');
});

test('changes are counted as they are read', () => {
	const before = doc(p('Zij woont in de straat met haar zoon.'), p('Het is er stil.'));
	const after = doc(
		p('Zij leeft in de straat met haar dochter.'),
		p('Het is er stil.'),
		p('Soms.')
	);
	const { changes } = compared(by(before, 'noor'), by(after, 'sam'));
	expect(changes).toMatchObject([
		{ nth: 1, does: 'replace', removed: 'woont', added: 'leeft', people: ['sam'] },
		{ nth: 2, does: 'replace', removed: 'zoon', added: 'dochter' },
		{ nth: 3, does: 'add', removed: '' }
	]);
	expect(changes[2]?.added.trim()).toBe('Soms.');
});

test('nothing that people write is taken for markup', () => {
	const evil = '<script>alert("x")</script>&\'';
	const shown = html(doc(p('veilig')), doc(p(evil)));
	expect(shown).not.toContain('<script');
	expect(shown).toContain('&lt;');
	const named = comparedHtml(
		compared(by(doc(p('')), 'a'), by(doc(p('x')), '"><img src=x>')).content,
		says,
		'nl'
	);
	expect(named).not.toContain('<img');
});

/** The words that are left without what has one of these fates. */
function wordsWithout(content: Content, fate: Compared['fate']): string {
	const said = content.marks?.find(({ type }) => type === COMPARED)?.attrs?.['said'];
	if ((said as Compared | undefined)?.fate === fate) return '';
	if (content.type === 'text') return content.text ?? '';
	return (content.content ?? []).map((child) => wordsWithout(child, fate)).join('');
}

test('without what went it reads as the new text, without what came as the old one', () => {
	fc.assert(
		fc.property(anyChange(4), ({ before, after }) => {
			const [one, other] = [before.toJSON() as Content, after.toJSON() as Content];
			const both = compared(by(one, 'noor'), by(other, 'sam')).content;
			const words = (text: Content, without: Compared['fate']) =>
				wordsWithout(text, without).replaceAll(/[¶\n]/g, '');
			expect(words(both, 'remove')).toBe(words(other, 'remove'));
			expect(words(both, 'add')).toBe(words(one, 'add'));
			expect(() => comparedHtml(both, says, 'nl')).not.toThrow();
		}),
		{ numRuns: 60 }
	);
});

test('texts that have nothing to do with each other can be shown too', () => {
	fc.assert(
		fc.property(anyContent, anyContent, (one, other) => {
			const both = compared(by(one, 'noor'), by(other, 'sam'));
			expect(comparedHtml(both.content, says, 'nl')).not.toContain('<script');
		}),
		{ numRuns: 60 }
	);
});

test('a change can be undone by itself: what went is there again, and what else changed stays', () => {
	const before = doc(p('Zij woont in de straat.'), p('Het is er stil.'), p('Klaar.'));
	const after = doc(p('Zij leeft in de straat.'), p('Klaar.'));
	const { changes } = compared(by(before, 'noor'), by(after, 'sam'));
	const gone = changes.find(({ removed }) => removed.includes('stil'))!;
	const back = undone(before, after, gone.keys)!;
	expect(plainText(back)).toBe('Zij leeft in de straat.\nHet is er stil.\nKlaar.');
	expect(undone(before, back, gone.keys)).toBeNull();
});

test('whichever change is undone, a valid text is left, and with all of them the words of before', () => {
	fc.assert(
		fc.property(anyChange(4), ({ before, after }) => {
			const [one, other] = [before.toJSON() as Content, after.toJSON() as Content];
			const { changes } = compared(by(one, 'noor'), by(other, 'sam'));
			for (const { keys } of changes) {
				expect(keys).not.toEqual([]);
				contentSchema.nodeFromJSON(undone(one, other, keys)).check();
			}
			const all = undone(one, other, [...new Set(changes.flatMap(({ keys }) => keys))]);
			expect(contentSchema.nodeFromJSON(all).textContent).toBe(before.textContent);
		}),
		{ numRuns: 60 }
	);
}, 20_000);
