import { describe, expect, test } from 'vitest';
import { entries, FIELDS_MAX, FORM_BYTES, readForm } from './form.ts';

const sent = (body: BodyInit, headers?: HeadersInit) =>
	new Request('http://here/login', { method: 'POST', body, headers });

describe('a form', () => {
	test('becomes an object, in which a name that occurs more than once is a list', async () => {
		const body = new URLSearchParams('title=Aanbellen&themes=a&themes=b&empty=');
		expect(entries(await readForm(sent(body)))).toEqual({
			...{ title: 'Aanbellen', themes: ['a', 'b'], empty: '' }
		});
	});

	test('may be sent in parts too', async () => {
		const body = new FormData();
		body.append('title', 'Aanbellen');
		expect(entries(await readForm(sent(body)))).toEqual({ title: 'Aanbellen' });
	});

	test('that is larger than any of ours is refused, whatever it says of its length', async () => {
		const text = `password=${'x'.repeat(FORM_BYTES)}`;
		const type = { 'content-type': 'application/x-www-form-urlencoded' };
		await expect(readForm(sent(text, type))).rejects.toMatchObject({ status: 413 });
		await expect(readForm(sent(text, { ...type, 'content-length': '10' }))).rejects.toMatchObject({
			status: 413
		});
	});

	test('with more fields than any of ours is refused', async () => {
		const of = (count: number) =>
			new URLSearchParams(Array.from({ length: count }, (_, i) => [`field${i}`, '']));
		expect([...(await readForm(sent(of(FIELDS_MAX))))]).toHaveLength(FIELDS_MAX);
		await expect(readForm(sent(of(FIELDS_MAX + 1)))).rejects.toMatchObject({ status: 413 });
	});

	test('that is no form at all is refused', async () => {
		const type = { 'content-type': 'application/json' };
		await expect(readForm(sent('{}', type))).rejects.toMatchObject({ status: 400 });
	});
});
