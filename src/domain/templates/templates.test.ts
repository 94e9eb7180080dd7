import { expect, test } from 'vitest';
import { validContent } from '../content/known.ts';
import { outline, plainText } from '../content/text.ts';
import { KINDS, PERSPECTIVES } from '../kinds.ts';
import { CYCLE } from './cycle.ts';
import { TEMPLATE_KIND, TEMPLATE_NAMES, type TemplateName } from './names.ts';
import { findShipped, FIRST_PARTS, firstVoice } from './templates.ts';

function shipped(name: TemplateName) {
	const found = findShipped(TEMPLATE_KIND[name], name);
	if (!found) throw new Error(`no template ${name}`);
	return found;
}

const ALL = [
	...TEMPLATE_NAMES.map((name) => [name, shipped(name).content] as const),
	...KINDS.flatMap((kind) =>
		FIRST_PARTS[kind]
			.filter((part) => part.kind !== 'voice')
			.map(({ content }) => [kind, content] as const)
	),
	['cycle', CYCLE] as const
];

test.each(ALL)('%s is a text that says nothing but headings, each with guidance', (_, content) => {
	expect(validContent(content)).not.toBeNull();
	const headings = outline(content);
	expect(headings.length).toBeGreaterThanOrEqual(3);
	expect(plainText(content).split('\n')).toEqual(headings.map(({ text }) => text));
	for (const node of content.content ?? []) {
		if (node.type === 'paragraph') expect(node.attrs?.['guidance']).toMatch(/[.?]$/);
	}
});

test.each(PERSPECTIVES)(
	'the voice of a %s begins with nothing but a word of welcome',
	(perspective) => {
		const { content } = firstVoice(perspective);
		expect(validContent(content)).not.toBeNull();
		expect(plainText(content)).toBe('');
		expect(content.content?.[0]?.attrs?.['guidance']).toMatch(/[.?]$/);
	}
);

test('a template is found for its own kind only', () => {
	for (const name of TEMPLATE_NAMES) {
		const kinds = KINDS.filter((kind) => findShipped(kind, name));
		expect(kinds).toEqual([TEMPLATE_KIND[name]]);
	}
	expect(findShipped('study', 'toString')).toBeUndefined();
});

test('an intervision report begins restricted, and says that no client is named', () => {
	const { sensitivity, content } = shipped('intervision');
	expect(sensitivity).toBe('restricted');
	expect(JSON.stringify(content)).toContain('nooit namen van cliënten');
});
