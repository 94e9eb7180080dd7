import { flushSync, untrack } from 'svelte';
import type { Range } from '@tiptap/core';
import { toasts } from '#lib/ui/toasts.svelte.ts';
import type { Command } from './commands.ts';

/** A small form at the selection: the address of a link, or the source of a quote. */
export type FieldRequest = { kind: 'link' | 'source'; value: string };

/** The menu of blocks at the caret. `box` is where the caret is, in the window. */
export type SlashRequest = {
	query: string;
	range: Range;
	items: Command[];
	box: () => DOMRect | null;
	choose: (command: Command) => void;
};

const REMEMBERED = 'editor.toolbar';

/** What is open around one text: toolbar, menu, form, and what is told to a screen reader. */
export class EditorUi {
	slash = $state.raw<SlashRequest | null>(null);
	chosen = $state(0);
	field = $state.raw<FieldRequest | null>(null);
	toolbar = $state(false);
	/** Opened by Alt-F10 for once, so closed again by Esc. */
	toolbarForOnce = $state(false);
	announcement = $state('');
	/** The menu was opened by its button, not by typing: then its `/` goes when nothing is chosen. */
	slashByButton = false;
	/** Puts focus on the toolbar; set by the toolbar that is shown. */
	focusToolbar: (() => void) | null = null;
	/** Leaves the text; set by the editor. */
	leave: () => void = () => {};

	/** As it was left the last time on this device. */
	recallToolbar(): void {
		this.toolbar = localStorage.getItem(REMEMBERED) === 'shown';
	}

	showToolbar(shown: boolean): void {
		this.toolbar = shown;
		this.toolbarForOnce = false;
		localStorage.setItem(REMEMBERED, shown ? 'shown' : 'hidden');
	}

	hideForOnce(): void {
		this.toolbar = false;
		this.toolbarForOnce = false;
	}

	/** To the toolbar, which is shown for this once when it is hidden. */
	goToToolbar(): void {
		if (!this.toolbar) {
			this.toolbar = true;
			this.toolbarForOnce = true;
			flushSync();
		}
		this.focusToolbar?.();
	}

	/** Tells everybody something in passing. */
	say(text: string): void {
		toasts.show({ kind: 'done', text });
	}

	/** Tells only who listens to the page. */
	announce(text: string): void {
		// The same words twice are read out only when the region changes.
		const before = untrack(() => this.announcement);
		this.announcement = before === text ? `${text}\u00a0` : text;
	}
}
