import { Extension } from '@tiptap/core';
import type { KeyboardShortcutCommand } from '@tiptap/core';
import { m } from '#lib/paraglide/messages.js';
import type { EditorUi } from '../editor-ui.svelte.ts';
import { askLink } from '../link.ts';
import { moveBlock } from './move-block.ts';

type Options = { ui: EditorUi | null; saved: () => boolean };

/** The keys of the text that are not formatting: link, moving a block, toolbar, saving, leaving. */
export const Shortcuts = Extension.create<Options>({
	name: 'shortcuts',
	// Before the keys of lists and blocks, after those of an open menu.
	priority: 1050,
	addOptions() {
		return { ui: null, saved: () => true };
	},
	addKeyboardShortcuts(): Record<string, KeyboardShortcutCommand> {
		const { ui, saved } = this.options;
		if (!ui) return {};
		const move = (direction: 'up' | 'down') => () => {
			const { state, view } = this.editor;
			const moved = moveBlock(direction)(state, view.dispatch);
			if (moved) ui.announce(direction === 'up' ? m.editor_moved_up() : m.editor_moved_down());
			// Also at the edge: the browser's own meaning of these keys would surprise.
			return true;
		};
		return {
			Enter: () => {
				const { $from, $to } = this.editor.state.selection;
				// Tiptap splits where the selection was, also when deleting it took that block away.
				if (!$from.sameParent($to)) this.editor.commands.deleteSelection();
				return false;
			},
			'Mod-k': () => {
				askLink(this.editor, ui);
				return true;
			},
			'Mod-s': () => {
				ui.say(saved() ? m.editor_already_saved() : m.editor_not_yet_saved());
				return true;
			},
			'Mod-Alt-ArrowUp': move('up'),
			'Mod-Alt-ArrowDown': move('down'),
			'Alt-F10': () => {
				ui.goToToolbar();
				return true;
			},
			Escape: () => {
				ui.leave();
				return true;
			}
		};
	}
});
