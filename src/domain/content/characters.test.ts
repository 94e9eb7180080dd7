import { expect, test } from 'vitest';
import { Characters } from './characters.ts';
import { contentSchema } from './schema.ts';

const doc = contentSchema.nodeFromJSON({
	type: 'doc',
	content: [
		{ type: 'paragraph', content: [{ type: 'text', text: 'Een ' }, bold('deur')] },
		{ type: 'paragraph' },
		{ type: 'paragraph', content: [{ type: 'text', text: 'ging open' }] }
	]
});
const characters = new Characters(doc);

function bold(text: string) {
	return { type: 'text', text, marks: [{ type: 'bold' }] };
}

test('characters are found at the places where they stand, over the ends of blocks', () => {
	const { from, to } = characters.around({ from: 4, to: 12 })!;
	expect(doc.textBetween(from, to, '|')).toBe('deur||ging');
});

test('there is no place around more characters than there are, or around none', () => {
	expect(characters.around({ from: 0, to: 18 })).toBeNull();
	expect(characters.around({ from: 3, to: 3 })).toBeNull();
	expect(characters.around({ from: 0, to: 17 })).not.toBeNull();
});

test('as many characters stand before a place as can be read before it', () => {
	for (let place = 0; place <= doc.content.size; place += 1) {
		expect(characters.before(place)).toBe(doc.textBetween(0, place).length);
	}
});
