import { expect, test } from 'vitest';
import { z } from 'zod';
import { Invalid } from '#domain/errors.ts';
import { parse } from './failure.ts';
import { hasNul } from './storable.ts';

const Anything = z.object({ title: z.string(), themes: z.array(z.string()).default([]) });

test('what a schema refuses is told per field, by code', () => {
	const Form = z.object({ title: z.string('required'), count: z.coerce.number() });
	expect(() => parse(Form, { count: 'x' })).toThrow(
		expect.objectContaining({ fields: { title: 'required', count: 'invalid' } })
	);
});

test.each([
	['NUL', 'a\0b'],
	['half a pair', 'a\ud83d']
])('%s is refused in every field, also where any text will do', (_, text) => {
	expect(() => parse(Anything, { title: text })).toThrow(new Invalid({ title: 'invalid' }));
	const nested = { title: 'A title', themes: ['a', text] };
	expect(() => parse(Anything, nested)).toThrow(
		expect.objectContaining({ fields: { 'themes.1': 'invalid' } })
	);
	expect(() => parse(z.record(z.string(), z.string()), { [text]: '' })).toThrow(Invalid);
	expect(() => parse(z.string(), text)).toThrow(
		expect.objectContaining({ fields: { body: 'invalid' } })
	);
});

test('other text is let through as it is', () => {
	const input = { title: 'Één\u200d 👩‍🦳\tregel\n', themes: ['a'] };
	expect(parse(Anything, input)).toEqual(input);
});

test.each([
	['/studies?q=a%00b', true],
	['/werkplaats/%00', true],
	['/studies?q=100%25', false]
])('%s has a NUL in it: %s', (address, has) => {
	expect(hasNul(new URL(address, 'http://here'))).toBe(has);
});
