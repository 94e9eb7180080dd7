import { m } from '#lib/paraglide/messages.js';
import type { SaveState } from './save-state.ts';

/** The one sentence that says where the words are. */
export function saveWords(save: SaveState): string {
	switch (save.state) {
		case 'opening':
			return m.editor_save_opening();
		case 'saved':
			return m.editor_save_saved();
		case 'saving':
			return save.slow ? m.editor_save_slow() : m.editor_save_saving();
		case 'offline':
			return save.unsent ? m.editor_save_offline_unsent() : m.editor_save_offline();
		case 'readOnly':
			return m.editor_save_readOnly();
		case 'stopped':
			return save.unsent ? m.editor_save_stopped_unsent() : m.editor_save_stopped();
	}
}
