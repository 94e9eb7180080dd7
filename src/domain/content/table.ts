import { mergeAttributes } from '@tiptap/core';
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

export const TABLE_EXTENSIONS = [TextTable, TableRow, TableHeader, TableCell];
