import type { Editor } from '@tiptap/core';
import { atLeast, type Level } from '#domain/levels.ts';
import { m } from '#lib/paraglide/messages.js';
import type { OutlineEntry } from '#domain/content/text.ts';
import type { SaveState } from '#lib/editor/save-state.ts';
import type { Review } from '#lib/suggestions/review.svelte.ts';

/** One's own version of a text, as the page around it sees it. */
export type Proposal = {
	save: SaveState;
	/** Leaving the page now would lose words. */
	isAtRisk: boolean;
	figures: { outline: OutlineEntry[]; words: number };
};

const load = () => import('#lib/suggestions/page.ts');

/**
 * What people would have otherwise in the text that is open, and what one would oneself. What shows it comes along when
 * there is something, or when one looks.
 */
export class Suggestions {
	/** Whether one may know of any. */
	mayBe = $state(false);
	review = $state.raw<Review | null>(null);
	/** One's own version of the text, while one writes in that. */
	proposal = $state.raw<Proposal | null>(null);
	own = $state.raw<{ heard: () => void; leave: () => void } | undefined>();
	#part = '';
	#editor: Editor | null = null;
	#detach = () => {};

	/** The text is live. Answers the way to stop. */
	attach(editor: Editor, part: { id: string; ability: Level } | null): () => void {
		if (!part || !atLeast(part.ability, 'comment')) return () => {};
		this.#part = part.id;
		this.#editor = editor;
		this.mayBe = true;
		if (this.review) this.#detach = this.review.attach(editor);
		else void this.#look();
		return () => {
			this.#detach();
			this.#editor = null;
		};
	}

	/** Whatever it is, what is shown is asked for again. */
	heard(): void {
		this.own?.heard();
		if (this.review) this.review.heard();
		else if (this.mayBe) void this.#look();
	}

	/** Brings what shows them. */
	async open(): ReturnType<typeof load> {
		const tools = await load();
		if (!this.review && this.#editor) {
			this.review = new tools.Review(this.#part);
			this.#detach = this.review.attach(this.#editor);
		}
		return tools;
	}

	/** Before one does something else with the text. False when words would be lost, and one stays for them. */
	leave(): boolean {
		const { proposal } = this;
		const isSure = !proposal?.isAtRisk || proposal.save.state === 'saving';
		if (!isSure && !confirm(m.editor_leave())) return false;
		this.own?.leave();
		return true;
	}

	async #look(): Promise<void> {
		const response = await fetch(`/api/v1/parts/${this.#part}/suggestions`).catch(() => null);
		const answer: unknown = await response?.json().catch(() => null);
		if (response?.ok && isSome(answer)) await this.open();
	}
}

function isSome(answer: unknown): boolean {
	return JSON.stringify(answer).includes('"blocks"');
}
