import { mergeAttributes } from '@tiptap/core';
import { alignment, span } from './attributes.ts';
import { Table, TableCell, TableHeader, TableRow } from '@tiptap/extension-table';

// Widths come from what is in the columns: no colgroup, so that the page from the server and the
// editor draw the same table, and no node view.
const TextTable = Table.extend({
	renderHTML({ HTMLAttributes }) {
		return [
			'div',
			{ class: 'table-wrap' },
			['table', mergeAttributes(HTMLAttributes), ['tbody', 0]]
		];
	},
	addNodeView() {
		return null;
	}
});

/** Shown as one of the known alignments only: the value can come from anybody. */
const align = {
	default: null,
	parseHTML: (element: HTMLElement) => alignment(element.style.textAlign),
	renderHTML: (attributes: Record<string, unknown>) => {
		const known = alignment(attributes['align']);
		return known ? { style: `text-align: ${known}` } : {};
	}
};

/** A number of cells that can be drawn: the editor makes room for all of them. */
const spanned = (name: 'colspan' | 'rowspan') => ({
	default: 1,
	parseHTML: (element: HTMLElement) => span(Number(element.getAttribute(name) ?? 1))
});

const CELL = { align, colspan: spanned('colspan'), rowspan: spanned('rowspan') };

const TextHeader = TableHeader.extend({
	addAttributes() {
		return { ...this.parent?.(), ...CELL };
	}
});

const TextCell = TableCell.extend({
	addAttributes() {
		return { ...this.parent?.(), ...CELL };
	}
});

export const TABLE_EXTENSIONS = [TextTable, TableRow, TextHeader, TextCell];
