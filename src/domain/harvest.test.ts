import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyContent } from './content/arbitrary.ts';
import { validContent } from './content/known.ts';
import { plainText } from './content/text.ts';
import { harvestContent } from './harvest.ts';

const line = (text: string) => ({ type: 'paragraph', content: [{ type: 'text', text }] });
const empty = { type: 'paragraph', attrs: { guidance: 'Wat we zien' } };

test('a heading for each round, below it one for each group, and what it wrote without the lines around it', () => {
	const content = { type: 'doc', content: [empty, line('Een bank.'), empty, line('Leeg.'), empty] };
	expect(
		harvestContent([{ title: 'Wat zie je?', texts: [{ group: 'Groep 1', content }] }])
	).toEqual({
		type: 'doc',
		content: [
			{ type: 'heading', attrs: { level: 1 }, content: [{ type: 'text', text: 'Wat zie je?' }] },
			{ type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: 'Groep 1' }] },
			...[line('Een bank.'), empty, line('Leeg.')]
		]
	});
});

test('headings of a group stand below its own', () => {
	const heading = {
		type: 'heading',
		attrs: { level: 1 },
		content: [{ type: 'text', text: 'Kop' }]
	};
	const texts = [{ group: 'Groep 1', content: { type: 'doc', content: [heading] } }];
	const { content } = harvestContent([{ title: 'Ronde', texts }]);
	expect(content?.at(-1)).toEqual({ ...heading, attrs: { level: 3 } });
});

test('whatever groups wrote, all of its words are in it and it is a text', () => {
	fc.assert(
		fc.property(fc.array(anyContent, { minLength: 1, maxLength: 3 }), (contents) => {
			const texts = contents.map((content, nth) => ({ group: `Groep ${nth + 1}`, content }));
			const made = harvestContent([{ title: 'Ronde', texts }]);
			expect(validContent(made)).not.toBeNull();
			for (const content of contents) expect(plainText(made)).toContain(plainText(content));
		})
	);
});
