import { expect, test } from 'vitest';
import { storable } from './storable.ts';

const paragraph = (text: string) => ({ type: 'paragraph', content: [{ type: 'text', text }] });

test('what PostgreSQL refuses is left out, in texts, names and attributes', () => {
	const hostile = { ...paragraph('a\u0000b\ud800c\udc00d'), attrs: { 'k\u0000': '\udfff' } };
	expect(storable(hostile)).toEqual({ ...paragraph('abcd'), attrs: { k: '' } });
});

test('everything else stays as it is', () => {
	for (const text of ['👩‍👩‍👧', '\\u0000', '\\\\ud800', 'a\tb\n"c"\u001f', '\\']) {
		const content = paragraph(text);
		expect(storable(content)).toBe(content);
	}
});
