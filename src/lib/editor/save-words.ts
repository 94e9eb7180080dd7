import { m } from '#lib/paraglide/messages.js';
import type { SaveState, Unsent } from './save-state.ts';

/** The one sentence that says where the words are. */
export function saveWords(save: SaveState): string {
	switch (save.state) {
		case 'opening':
			return m.editor_save_opening();
		case 'saved':
			return m.editor_save_saved();
		case 'saving':
			if (!save.slow) return m.editor_save_saving();
			return save.unsent === 'kept' ? m.editor_save_slow_kept() : m.editor_save_slow();
		case 'offline':
			return offlineWords(save.unsent);
		case 'readOnly':
			return m.editor_save_readOnly();
		case 'stopped':
			return save.unsent === 'none' ? m.editor_save_stopped() : m.editor_save_stopped_unsent();
	}
}

function offlineWords(unsent: Unsent): string {
	switch (unsent) {
		case 'none':
			return m.editor_save_offline();
		case 'here':
			return m.editor_save_offline_unsent();
		case 'keeping':
			return m.editor_save_offline_keeping();
		case 'kept':
			return m.editor_save_offline_kept();
	}
}
