import type { Editor } from '@tiptap/core';
import type { OutlineEntry } from '#domain/content/text.ts';
import type { PersonHere } from './people.ts';
import { isAtRisk } from './save-state.ts';
import type { SaveState } from './save-state.ts';

/** What somebody typed before and that has no place in the text any more. */
export type Leftover = { words: string; discard: () => void };

/**
 * One text as the page sees it: is it saved, who is here, what is in it. A page makes one per part
 * and hands it to the editor and to whatever shows these things elsewhere, such as its top bar.
 */
export class LiveText {
	save = $state.raw<SaveState>({ state: 'opening' });
	/** The server takes nothing more: a round is over, or somebody else's turn came. */
	reads = $state.raw(false);
	people = $state.raw<PersonHere[]>([]);
	/** Null until the text is live. For features that work on the text, such as comments. */
	editor = $state.raw<Editor | null>(null);
	/** Null until the text is live; then a second behind the typing. */
	figures = $state.raw<{ outline: OutlineEntry[]; words: number } | null>(null);
	/** Words that could not be put back in the text: for the person to copy or throw away. */
	leftovers = $state.raw<Leftover[]>([]);
	/** What is unsent may be kept on this device, as the server says. */
	mayKeep = $state.raw(false);
	#goTo: ((personId: string) => void) | null = null;

	/** Whether this page has words that are not stored. */
	get unsent(): boolean {
		return 'unsent' in this.save && this.save.unsent !== 'none';
	}

	/** Whether leaving the page now would lose words. */
	get atRisk(): boolean {
		return isAtRisk(this.save);
	}

	/** Shows words that have no place any more, until the person throws them away. */
	offer(words: string, discard: () => void): void {
		const leftover = {
			words,
			discard: () => {
				discard();
				this.leftovers = this.leftovers.filter((other) => other !== leftover);
			}
		};
		this.leftovers = [...this.leftovers, leftover];
	}

	/** Scrolls to where a person is writing. */
	goTo(personId: string): void {
		this.#goTo?.(personId);
	}

	/** For the editor: takes its place, and gives the way out. */
	attach(editor: Editor, goTo: (personId: string) => void): () => void {
		this.editor = editor;
		this.#goTo = goTo;
		return () => {
			this.editor = null;
			this.people = [];
			this.#goTo = null;
		};
	}
}
