import { Extension } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';
import { yCursorPlugin } from '@tiptap/y-tiptap';
import type { Awareness } from 'y-protocols/awareness';
import { readUser } from '../people.ts';

/** How long the flag with the name stays after the caret moved. */
const FLAG_FOR_MS = 2000;

type Options = { awareness: Awareness | null };

/** The carets of others: a stem in their hue, with their name for a moment after each move. */
export const Carets = Extension.create<Options>({
	name: 'carets',
	addOptions() {
		return { awareness: null };
	},
	addProseMirrorPlugins() {
		const { awareness } = this.options;
		if (!awareness) return [];
		const flags = new Flags();
		return [
			yCursorPlugin(awareness, {
				cursorBuilder: (user, client) => flags.caretOf(client, user),
				selectionBuilder: (user) => ({ class: `caret-selection ${hueClass(user)}` })
			}),
			new Plugin({ view: () => flags.follow(awareness) })
		];
	}
});

function hueClass(user: unknown): string {
	return `person-${readUser(user)?.hue ?? 1}`;
}

function isBreak(node: Node): boolean {
	return node instanceof HTMLBRElement;
}

/** The elements of carets by client: ProseMirror moves them along, so a timer can find them again. */
class Flags {
	readonly #carets = new Map<number, HTMLElement>();
	readonly #timers = new Map<number, ReturnType<typeof setTimeout>>();
	readonly #places = new Map<number, string>();

	caretOf(client: number, user: unknown): HTMLElement {
		const caret = document.createElement('span');
		caret.className = `caret ${hueClass(user)}`;
		caret.dataset['client'] = String(client);
		const flag = document.createElement('span');
		flag.className = 'caret-flag';
		// A caret is small: the first name is enough, the avatar has the rest.
		flag.textContent = readUser(user)?.name.split(' ')[0] ?? '';
		caret.append(flag);
		// The text is what is read out; who is in it is told elsewhere.
		caret.setAttribute('aria-hidden', 'true');
		this.#carets.set(client, caret);
		this.#raise(client);
		return caret;
	}

	follow(awareness: Awareness): { destroy: () => void } {
		const moved = ({ updated, removed }: { updated: number[]; removed: number[] }) => {
			for (const client of updated) {
				const place = JSON.stringify(awareness.getStates().get(client)?.['cursor'] ?? null);
				if (this.#places.get(client) !== place) this.#raise(client);
				this.#places.set(client, place);
			}
			for (const client of removed) this.#forget(client);
		};
		awareness.on('change', moved);
		return {
			destroy: () => {
				awareness.off('change', moved);
				for (const client of [...this.#carets.keys()]) this.#forget(client);
			}
		};
	}

	#raise(client: number): void {
		this.#carets.get(client)?.classList.remove('is-still');
		// After ProseMirror has moved the caret: at the end of a line its flag can stand beside it.
		requestAnimationFrame(() => {
			const caret = this.#carets.get(client);
			caret?.classList.toggle('at-end', caret.nextSibling === null || isBreak(caret.nextSibling));
		});
		clearTimeout(this.#timers.get(client));
		const lower = () => this.#carets.get(client)?.classList.add('is-still');
		this.#timers.set(client, setTimeout(lower, FLAG_FOR_MS));
	}

	#forget(client: number): void {
		clearTimeout(this.#timers.get(client));
		this.#timers.delete(client);
		this.#carets.delete(client);
		this.#places.delete(client);
	}
}
