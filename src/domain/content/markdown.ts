import { headingLevel } from './heading.ts';
import { escapeLineStart, escapeMarkdown, inlineMarkdown, longestRun } from './markdown-inline.ts';
import { tableMarkdown } from './markdown-table.ts';
import { quoteSource } from './quote.ts';
import type { Content } from './schema.ts';
import { inlineText } from './text.ts';
import { calloutKind } from './words.ts';

/** How GitHub and most editors write a callout of each kind. */
const ALERTS = { tip: '[!TIP]', warning: '[!WARNING]', source: '[!NOTE]' } as const;

/** The text as Markdown (GitHub's dialect), under its title. Guidance is left out. */
export function renderMarkdown(title: string, content: Content): string {
	const heading = `# ${escapeMarkdown(title.replace(/\s+/g, ' ').trim())}`;
	return `${[heading, ...blocks(content)].filter(Boolean).join('\n\n')}\n`;
}

function blocks(parent: Content): string[] {
	return (parent.content ?? []).map(block).filter((text) => text.trim());
}

function block(node: Content): string {
	switch (node.type) {
		case 'heading':
			// The title is level 1, as in the page.
			return `${'#'.repeat(headingLevel(node.attrs?.['level']) + 1)} ${oneLine(node)}`;
		case 'bulletList':
			return list(node, () => '- ');
		case 'orderedList':
			return list(node, (index) => `${start(node) + index}. `);
		case 'taskList':
			return list(node, (_, item) => (item.attrs?.['checked'] === true ? '- [x] ' : '- [ ] '));
		case 'blockquote':
			return quoted([...blocks(node), sourceLine(node)]);
		case 'callout':
			return quoted([ALERTS[calloutKind(node.attrs?.['kind'])], blocks(node).join('\n\n')], '\n');
		case 'codeBlock':
			return codeBlock(inlineText(node));
		case 'horizontalRule':
			return '---';
		case 'table':
			return tableMarkdown(node);
		default:
			return lines(inlineMarkdown(node.content ?? []));
	}
}

function oneLine(node: Content): string {
	return inlineMarkdown(node.content ?? [], ' ').trim();
}

function lines(text: string): string {
	return text.split('\n').map(escapeLineStart).join('\n');
}

function start(list: Content): number {
	const first: unknown = list.attrs?.['start'];
	return typeof first === 'number' && first >= 0 ? first : 1;
}

function list(node: Content, signOf: (index: number, item: Content) => string): string {
	const items = (node.content ?? []).map((item, index) => {
		const sign = signOf(index, item);
		// What belongs to an item stands under its text; a task's box is part of that text.
		const indent = ' '.repeat(sign.startsWith('- ') ? 2 : sign.length);
		return (
			sign +
			blocks(item)
				.join('\n\n')
				.replace(/\n(?=[^\n])/g, `\n${indent}`)
		);
	});
	return items.join('\n');
}

function quoted(parts: string[], between = '\n\n'): string {
	const inside = parts.filter(Boolean).join(between);
	return inside
		.split('\n')
		.map((line) => (line ? `> ${line}` : '>'))
		.join('\n');
}

function sourceLine(quote: Content): string {
	const source = quoteSource(quote.attrs?.['source']);
	return source ? `— ${escapeMarkdown(source.replace(/\s+/g, ' '))}` : '';
}

function codeBlock(code: string): string {
	const fence = '`'.repeat(Math.max(3, longestRun(code) + 1));
	return `${fence}\n${code}\n${fence}`;
}
