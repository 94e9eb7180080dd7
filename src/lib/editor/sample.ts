import type { Content } from '#domain/content/schema.ts';

const text = (words: string, ...marks: { type: string; attrs?: Record<string, unknown> }[]) => ({
	type: 'text',
	text: words,
	marks
});
const paragraph = (...content: Content[]): Content => ({ type: 'paragraph', content });
const cell = (type: string, words: string): Content => ({
	type,
	content: [paragraph(text(words))]
});
const row = (type: string, ...words: string[]): Content => ({
	type: 'tableRow',
	content: words.map((word) => cell(type, word))
});
const item = (type: string, words: string, attrs?: Record<string, unknown>): Content => ({
	type,
	...(attrs && { attrs }),
	content: [paragraph(text(words))]
});

/** One of everything that a text can hold, for tests of the editor. */
export const SAMPLE: Content = {
	type: 'doc',
	content: [
		{ type: 'heading', attrs: { level: 1 }, content: [text('Wat we zagen')] },
		paragraph(
			text('Van de '),
			text('145', { type: 'bold' }),
			text(' keer ging de deur '),
			text('99', { type: 'italic' }),
			text(' keer open. '),
			text('Lees meer', { type: 'link', attrs: { href: 'https://example.nl/' } }),
			text('.')
		),
		{ type: 'paragraph', attrs: { guidance: 'Wat weet je nog niet?' } },
		{
			type: 'blockquote',
			attrs: { source: 'mevrouw A.' },
			content: [paragraph(text('Een schaar.'))]
		},
		{ type: 'callout', attrs: { kind: 'warning' }, content: [paragraph(text('Bel één keer.'))] },
		{
			type: 'bulletList',
			content: [item('listItem', 'een ladder'), item('listItem', 'een schaar')]
		},
		{ type: 'orderedList', attrs: { start: 3 }, content: [item('listItem', 'derde')] },
		{
			type: 'taskList',
			content: [
				item('taskItem', 'gevraagd', { checked: true }),
				item('taskItem', 'nog niet', { checked: false })
			]
		},
		{
			type: 'table',
			content: [row('tableHeader', 'Waarmee', 'Open'), row('tableCell', 'Een vraag', '33')]
		},
		{ type: 'codeBlock', content: [{ type: 'text', text: 'select 1;' }] },
		{ type: 'horizontalRule' },
		paragraph(text('Regel'), { type: 'hardBreak' }, text('en nog een')),
		{ type: 'paragraph' }
	]
};
