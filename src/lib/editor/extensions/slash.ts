import { Extension } from '@tiptap/core';
import { Suggestion } from '@tiptap/suggestion';
import type { SuggestionProps } from '@tiptap/suggestion';
import { isChangeOrigin } from '@tiptap/extension-collaboration';
import { BLOCKS, findBlocks, toolbarCommand } from '../commands.ts';
import type { Command } from '../commands.ts';
import type { EditorUi, SlashRequest } from '../editor-ui.svelte.ts';

type Options = { ui: EditorUi | null };

/** The menu of blocks that `/` opens at the start of a line or after a space. */
export const Slash = Extension.create<Options>({
	name: 'slash',
	// Before the keys of the text: Enter, Escape and the arrows are the menu's while it is open.
	priority: 1100,
	addOptions() {
		return { ui: null };
	},
	addProseMirrorPlugins() {
		const { ui } = this.options;
		if (!ui) return [];
		const open = (props: SuggestionProps<Command, Command>) => {
			ui.slash = request(props);
			ui.chosen = 0;
		};
		return [
			Suggestion<Command, Command>({
				editor: this.editor,
				char: '/',
				items: ({ query }) => findBlocks(query, [...BLOCKS, toolbarCommand(ui)]),
				allow: ({ editor }) => !editor.isActive('codeBlock') && !editor.isActive('code'),
				// A slash that somebody else typed opens nothing here.
				shouldShow: ({ transaction }) => !isChangeOrigin(transaction),
				command: ({ editor, range, props: command }) => {
					editor.chain().focus().deleteRange(range).run();
					command.run(editor);
				},
				render: () => ({
					onStart: open,
					onUpdate: open,
					onExit: ({ editor, range }) => {
						const abandoned =
							ui.slashByButton &&
							editor.state.doc.textBetween(
								range.from,
								Math.min(range.to, editor.state.doc.content.size)
							) === '/';
						ui.slash = null;
						ui.slashByButton = false;
						if (abandoned) editor.commands.deleteRange(range);
					},
					onKeyDown: ({ event }) => steer(ui, event)
				})
			})
		];
	}
});

function request(props: SuggestionProps<Command, Command>): SlashRequest {
	return {
		query: props.query,
		range: props.range,
		items: props.items,
		box: () => props.clientRect?.() ?? null,
		choose: (command) => props.command(command)
	};
}

function steer(ui: EditorUi, event: KeyboardEvent): boolean {
	const items = ui.slash?.items ?? [];
	if (items.length === 0) return false;
	const last = items.length - 1;
	if (event.key === 'ArrowDown') ui.chosen = ui.chosen >= last ? 0 : ui.chosen + 1;
	else if (event.key === 'ArrowUp') ui.chosen = ui.chosen <= 0 ? last : ui.chosen - 1;
	else if (event.key === 'Enter' || event.key === 'Tab') {
		const command = items[ui.chosen];
		if (command) ui.slash?.choose(command);
	} else return false;
	return true;
}
