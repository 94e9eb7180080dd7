import Bold from '@lucide/svelte/icons/bold';
import Code from '@lucide/svelte/icons/code';
import Heading1 from '@lucide/svelte/icons/heading-1';
import Heading2 from '@lucide/svelte/icons/heading-2';
import Heading3 from '@lucide/svelte/icons/heading-3';
import Italic from '@lucide/svelte/icons/italic';
import Lightbulb from '@lucide/svelte/icons/lightbulb';
import BookOpen from '@lucide/svelte/icons/book-open';
import List from '@lucide/svelte/icons/list';
import ListChecks from '@lucide/svelte/icons/list-checks';
import ListOrdered from '@lucide/svelte/icons/list-ordered';
import Minus from '@lucide/svelte/icons/minus';
import PanelTop from '@lucide/svelte/icons/panel-top';
import Pilcrow from '@lucide/svelte/icons/pilcrow';
import Quote from '@lucide/svelte/icons/quote';
import SquareCode from '@lucide/svelte/icons/square-code';
import Strikethrough from '@lucide/svelte/icons/strikethrough';
import Table from '@lucide/svelte/icons/table';
import TriangleAlert from '@lucide/svelte/icons/triangle-alert';
import Underline from '@lucide/svelte/icons/underline';
import type { Editor } from '@tiptap/core';
import type { Component } from 'svelte';
import { m } from '#lib/paraglide/messages.js';

type Words = (inputs?: object, options?: { locale?: 'nl' | 'en' }) => string;

/** Something a person can do to the text: in a toolbar, in the menu of blocks, by keys. */
export type Command = {
	id: string;
	icon: Component;
	label: Words;
	keys?: string;
	isActive: (editor: Editor) => boolean;
	run: (editor: Editor) => void;
	/** In the menu of blocks: under which head, and by which other words it is found. */
	menu?: { group: Words; find: Words };
};

function mark(id: string, icon: Component, label: Words, keys: string): Command {
	return {
		id,
		icon,
		label,
		keys,
		isActive: (editor) => editor.isActive(id),
		run: (editor) => editor.chain().focus().toggleMark(id).run()
	};
}

function heading(level: 1 | 2 | 3, icon: Component, label: Words): Command {
	return {
		id: `heading-${level}`,
		icon,
		label,
		keys: `Mod-Alt-${level}`,
		isActive: (editor) => editor.isActive('heading', { level }),
		run: (editor) => editor.chain().focus().toggleHeading({ level }).run(),
		menu: { group: m.editor_group_text, find: m.editor_find_heading }
	};
}

function callout(
	kind: 'tip' | 'warning' | 'source',
	icon: Component,
	label: Words,
	find: Words
): Command {
	return {
		id: `callout-${kind}`,
		icon,
		label,
		isActive: (editor) => editor.isActive('callout', { kind }),
		run: (editor) => editor.chain().focus().toggleCallout(kind).run(),
		menu: { group: m.editor_group_blocks, find }
	};
}

export const BOLD = mark('bold', Bold, m.editor_bold, 'Mod-b');
export const ITALIC = mark('italic', Italic, m.editor_italic, 'Mod-i');
export const UNDERLINE = mark('underline', Underline, m.editor_underline, 'Mod-u');
export const STRIKE = mark('strike', Strikethrough, m.editor_strike, 'Mod-Shift-s');
export const CODE = mark('code', Code, m.editor_code, 'Mod-e');

const PARAGRAPH: Command = {
	id: 'paragraph',
	icon: Pilcrow,
	label: m.editor_paragraph,
	keys: 'Mod-Alt-0',
	isActive: (editor) => editor.isActive('paragraph'),
	run: (editor) => editor.chain().focus().setParagraph().run(),
	menu: { group: m.editor_group_text, find: m.editor_find_paragraph }
};
export const HEADINGS: readonly Command[] = [
	heading(1, Heading1, m.editor_heading_1),
	heading(2, Heading2, m.editor_heading_2),
	heading(3, Heading3, m.editor_heading_3)
];

const ORDERED_LIST: Command = {
	id: 'ordered-list',
	icon: ListOrdered,
	label: m.editor_ordered_list,
	keys: 'Mod-Shift-7',
	isActive: (editor) => editor.isActive('orderedList'),
	run: (editor) => editor.chain().focus().toggleOrderedList().run(),
	menu: { group: m.editor_group_lists, find: m.editor_find_ordered_list }
};
const BULLET_LIST: Command = {
	id: 'bullet-list',
	icon: List,
	label: m.editor_bullet_list,
	keys: 'Mod-Shift-8',
	isActive: (editor) => editor.isActive('bulletList'),
	run: (editor) => editor.chain().focus().toggleBulletList().run(),
	menu: { group: m.editor_group_lists, find: m.editor_find_bullet_list }
};
const TASK_LIST: Command = {
	id: 'task-list',
	icon: ListChecks,
	label: m.editor_task_list,
	keys: 'Mod-Shift-9',
	isActive: (editor) => editor.isActive('taskList'),
	run: (editor) => editor.chain().focus().toggleTaskList().run(),
	menu: { group: m.editor_group_lists, find: m.editor_find_task_list }
};
export const LISTS = [BULLET_LIST, ORDERED_LIST, TASK_LIST] as const;

export const QUOTE: Command = {
	id: 'quote',
	icon: Quote,
	label: m.editor_quote,
	keys: 'Mod-Shift-b',
	isActive: (editor) => editor.isActive('blockquote'),
	run: (editor) => editor.chain().focus().toggleBlockquote().run(),
	menu: { group: m.editor_group_blocks, find: m.editor_find_quote }
};
export const CALLOUTS: readonly Command[] = [
	callout('tip', Lightbulb, m.editor_callout_tip, m.editor_find_callout_tip),
	callout('warning', TriangleAlert, m.editor_callout_warning, m.editor_find_callout_warning),
	callout('source', BookOpen, m.editor_callout_source, m.editor_find_callout_source)
];
const TABLE: Command = {
	id: 'table',
	icon: Table,
	label: m.editor_table,
	isActive: (editor) => editor.isActive('table'),
	run: (editor) =>
		editor.chain().focus().insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run(),
	menu: { group: m.editor_group_blocks, find: m.editor_find_table }
};
const CODE_BLOCK: Command = {
	id: 'code-block',
	icon: SquareCode,
	label: m.editor_code_block,
	isActive: (editor) => editor.isActive('codeBlock'),
	run: (editor) => editor.chain().focus().toggleCodeBlock().run(),
	menu: { group: m.editor_group_more, find: m.editor_find_code_block }
};
const RULE: Command = {
	id: 'rule',
	icon: Minus,
	label: m.editor_rule,
	isActive: () => false,
	run: (editor) => editor.chain().focus().setHorizontalRule().run(),
	menu: { group: m.editor_group_more, find: m.editor_find_rule }
};

/** The menu of blocks, in its order. */
export const BLOCKS: readonly Command[] = [
	...HEADINGS,
	PARAGRAPH,
	...LISTS,
	QUOTE,
	...CALLOUTS,
	TABLE,
	CODE_BLOCK,
	RULE
];

/** Shows or hides the toolbar above the text, for who is used to one. */
export function toolbarCommand(ui: {
	toolbar: boolean;
	showToolbar: (shown: boolean) => void;
}): Command {
	return {
		id: 'toolbar',
		icon: PanelTop,
		label: (inputs, options) =>
			ui.toolbar ? m.editor_toolbar_hide(inputs, options) : m.editor_toolbar_show(inputs, options),
		isActive: () => ui.toolbar,
		run: () => ui.showToolbar(!ui.toolbar),
		menu: { group: m.editor_group_more, find: m.editor_find_toolbar }
	};
}

/** The blocks that somebody may mean, in either language; the best match first. */
export function findBlocks(query: string, blocks: readonly Command[] = BLOCKS): Command[] {
	const asked = plain(query);
	if (!asked) return [...blocks];
	const ranked = blocks.map((command) => ({ command, rank: rankOf(command, asked) }));
	return ranked
		.filter(({ rank }) => rank < NO_MATCH)
		.sort((one, other) => one.rank - other.rank)
		.map(({ command }) => command);
}

const NO_MATCH = 3;

function rankOf({ label, menu }: Command, asked: string): number {
	const names = [plain(label({}, { locale: 'nl' })), plain(label({}, { locale: 'en' }))];
	if (names.some((name) => name.startsWith(asked))) return 0;
	const others = [menu?.find({}, { locale: 'nl' }), menu?.find({}, { locale: 'en' })];
	const words = [...names, ...others.map((text) => plain(text ?? ''))].join(' ').split(' ');
	if (words.some((word) => word.startsWith(asked))) return 1;
	return words.some((word) => asked.length > 2 && word.includes(asked)) ? 2 : NO_MATCH;
}

function plain(text: string): string {
	return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim();
}
