import { inlineMarkdown } from './markdown-inline.ts';
import { quoteSource } from './quote.ts';
import type { Content } from './schema.ts';

/** A table in GitHub's dialect, which knows one line per cell and always a header row. */
export function tableMarkdown(table: Content): string {
	const rows = (table.content ?? []).map((row) => row.content ?? []);
	const width = Math.max(1, ...rows.map((row) => row.reduce((sum, cell) => sum + span(cell), 0)));
	const first = rows[0] ?? [];
	const headed = first.length > 0 && first.every(({ type }) => type === 'tableHeader');
	const header = headed ? first : [];
	const body = headed ? rows.slice(1) : rows;
	return [
		rowMarkdown(header, width),
		rule(first, width),
		...body.map((row) => rowMarkdown(row, width))
	].join('\n');
}

function rowMarkdown(cells: readonly Content[], width: number): string {
	const texts = cells.flatMap((cell) => [cellText(cell), ...Array(span(cell) - 1).fill('')]);
	while (texts.length < width) texts.push('');
	return `| ${texts.join(' | ')} |`;
}

function rule(cells: readonly Content[], width: number): string {
	const signs = cells.map(({ attrs }) => (attrs?.['align'] === 'right' ? '--:' : '---'));
	while (signs.length < width) signs.push('---');
	return `| ${signs.slice(0, width).join(' | ')} |`;
}

function span(cell: Content): number {
	const columns: unknown = cell.attrs?.['colspan'];
	return typeof columns === 'number' && columns > 1 && columns < 1000 ? Math.floor(columns) : 1;
}

function cellText(cell: Content): string {
	return (
		textBlocks(cell)
			.map((block) => inlineMarkdown(block.content ?? [], '<br>').trim())
			// Code is not escaped, but in a table a bar ends the cell even there.
			.map((text) => text.replace(/(?<!\\)\|/g, '\\|'))
			.filter(Boolean)
			.join('<br>')
	);
}

/** The blocks with text in a cell, however deep: a list in a cell becomes its lines. */
function textBlocks(node: Content): Content[] {
	const children = node.content ?? [];
	if (children.some(({ type }) => type === 'text')) return [node];
	const source = quoteSource(node.attrs?.['source']);
	const stated = source ? [{ content: [{ type: 'text', text: `— ${source}` }] }] : [];
	return [...children.flatMap(textBlocks), ...stated];
}
