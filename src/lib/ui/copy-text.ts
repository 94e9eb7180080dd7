import { m } from '#lib/paraglide/messages.js';
import { toasts } from './toasts.svelte.ts';

/** Puts words where one can paste them from, and says whether that went well. */
export async function copyText(words: string): Promise<void> {
	try {
		await navigator.clipboard.writeText(words);
		toasts.show({ kind: 'done', text: m.editor_copied() });
	} catch {
		toasts.show({ kind: 'warn', text: m.editor_copy_failed() });
	}
}
