import fc from 'fast-check';
import { contentSchema } from './schema.ts';
import type { Content } from './schema.ts';
import { CALLOUT_KINDS } from './words.ts';

/** Random valid texts, for tests: every node and mark, nested, with the signs that break formats. */

const words = fc.oneof(
	fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }),
	fc.constantFrom(
		'*',
		'_a_',
		'`b`',
		'<b>&amp;',
		'# x',
		'1. y',
		'- z',
		'|',
		'\\',
		'  ',
		'</p>',
		'~~'
	)
);

const mark = fc.oneof(
	fc.constantFrom('bold', 'italic', 'strike', 'underline', 'code').map((type) => ({ type })),
	fc
		.constantFrom('https://example.nl/a?b=(c)', 'mailto:an@example.nl', 'javascript:alert(1)')
		.map((href) => ({ type: 'link', attrs: { href } }))
);

const inline = fc.array(
	fc.oneof(
		{
			weight: 5,
			arbitrary: fc.record({
				type: fc.constant('text'),
				text: words,
				marks: fc.uniqueArray(mark, { maxLength: 3, selector: ({ type }) => type })
			})
		},
		{ weight: 1, arbitrary: fc.constant({ type: 'hardBreak' }) }
	),
	{ maxLength: 5 }
);

const paragraph: fc.Arbitrary<Content> = fc.record({
	type: fc.constant('paragraph'),
	attrs: fc.record({ guidance: fc.option(words) }),
	content: inline
});

const heading: fc.Arbitrary<Content> = fc.record({
	type: fc.constant('heading'),
	attrs: fc.record({ level: fc.constantFrom(1, 2, 3), moment: fc.option(fc.uuid()) }),
	content: inline
});

const codeBlock: fc.Arbitrary<Content> = words.map((text) => ({
	type: 'codeBlock',
	content: [{ type: 'text', text }]
}));

const { block } = fc.letrec<{ block: Content }>((tie) => {
	const some = fc.array(tie('block'), { minLength: 1, maxLength: 3 });
	const item = fc.tuple(paragraph, fc.array(tie('block'), { maxLength: 2 }));
	const cell = (type: string) => some.map((content): Content => ({ type, content }));
	const row = (type: string) =>
		fc.tuple(cell(type), cell(type)).map((content): Content => ({ type: 'tableRow', content }));
	return {
		block: fc.oneof(
			{ depthSize: 'small', withCrossShrink: true },
			paragraph,
			heading,
			codeBlock,
			fc.constant<Content>({ type: 'horizontalRule' }),
			fc.tuple(some, fc.option(words)).map(([content, source]) => ({
				type: 'blockquote',
				attrs: { source },
				content
			})),
			fc.tuple(some, fc.constantFrom(...CALLOUT_KINDS)).map(([content, kind]) => ({
				type: 'callout',
				attrs: { kind },
				content
			})),
			fc
				.tuple(
					fc.constantFrom('bulletList', 'orderedList'),
					fc.array(item, { minLength: 1, maxLength: 3 })
				)
				.map(([type, items]) => ({
					type,
					content: items.map(([first, rest]) => ({ type: 'listItem', content: [first, ...rest] }))
				})),
			fc.tuple(fc.boolean(), item).map(([checked, [first, rest]]) => ({
				type: 'taskList',
				content: [{ type: 'taskItem', attrs: { checked }, content: [first, ...rest] }]
			})),
			fc.tuple(row('tableHeader'), row('tableCell')).map((content) => ({ type: 'table', content }))
		)
	};
});

/** A random text as it would come back from the schema: marks in order, defaults filled in. */
export const anyContent: fc.Arbitrary<Content> = fc
	.array(block, { minLength: 1, maxLength: 4 })
	.map((content): Content => {
		const doc = contentSchema.nodeFromJSON({ type: 'doc', content });
		return contentSchema.nodeFromJSON(doc.toJSON()).toJSON();
	});
