import { afterEach, expect, test } from 'vitest';
import { DrawnText } from './drawn-text.ts';

const HTML = '<p>Wie aanbelt</p>';

afterEach(() => document.body.replaceChildren());

test('a page that has the text in its body does not bring it again', () => {
	expect(new DrawnText(HTML, true).told).toEqual({ html: null });
	expect(new DrawnText(HTML, false).told).toEqual({ html: HTML });
});

test('it is left as it stands, and found again when it is taken away', () => {
	document.body.innerHTML = `<div class="text"><div class="content">${HTML}</div></div>`;
	const drawn = DrawnText.from({ html: null });
	expect(drawn.html.trim()).toBe('');
	document.body.replaceChildren();
	expect(drawn.html).toBe(HTML);
});

test('data that came by itself has it', () => {
	expect(DrawnText.from({ html: HTML }).html).toBe(HTML);
});
