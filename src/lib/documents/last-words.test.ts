import { expect, test } from 'vitest';
import { lastWords } from './last-words.ts';

const text = (value: string) => [{ type: 'text', text: value }];
const paragraph = (value: string) => ({ type: 'paragraph', content: text(value) });
const heading = (value: string) => ({ type: 'heading', attrs: { level: 2 }, content: text(value) });

test('the last two sentences of the last paragraph, whatever headings follow', () => {
	const content = {
		type: 'doc',
		content: [
			paragraph('Iets eerders.'),
			paragraph('Wie het woord gebruikt, staat voor een dichte deur. Daarom vroegen we niet naar'),
			heading('Wat dit nog niet laat zien'),
			{ type: 'paragraph' }
		]
	};
	expect(lastWords(content)).toEqual({
		before: 'Wie het woord gebruikt, staat voor een dichte deur.',
		last: 'Daarom vroegen we niet naar'
	});
});

test('a text without paragraphs has no last words', () => {
	expect(lastWords({ type: 'doc', content: [heading('Vraag')] })).toBeNull();
});
