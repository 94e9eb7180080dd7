import { m } from '#lib/paraglide/messages.js';
import { toasts } from '#lib/ui/toasts.svelte.ts';

/** Long enough to finish a word, short enough that a glance at a list shows the new title. */
const SEND_AFTER_MS = 600;
const RETRY_AFTER_MS = 5_000;

/** A title while people change it: what was typed goes to the server, what others typed waits for a pause. */
export class TitleKeeper {
	/** What stands in the field. */
	shown = $state('');
	/** What the server has, as far as is known here. */
	#stored: string;
	#heard: string | null = null;
	#focused = false;
	#timer: ReturnType<typeof setTimeout> | undefined;
	readonly #id: string;

	constructor(id: string, title: string) {
		this.#id = id;
		this.#stored = title;
		this.shown = title;
	}

	typed(title: string): void {
		this.shown = title.replace(/[\r\n]+/g, ' ');
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => void this.#send(), SEND_AFTER_MS);
	}

	/** Somebody else renamed the document. Never under the hands of who is typing. */
	hear(title: string): void {
		if (this.#focused || this.#pending) this.#heard = title;
		else this.#take(title);
	}

	focus(): void {
		this.#focused = true;
	}

	async blur(): Promise<void> {
		this.#focused = false;
		if (this.shown.trim() === '') {
			this.shown = this.#stored;
			toasts.show({ kind: 'warn', text: m.documents_title_empty() });
		}
		if (this.#pending) await this.#send();
		else if (this.#heard !== null) this.#take(this.#heard);
	}

	get #pending(): boolean {
		return this.shown.trim() !== '' && this.shown.trim() !== this.#stored;
	}

	#take(title: string): void {
		this.#stored = title;
		this.#heard = null;
		this.shown = title;
	}

	async #send(): Promise<void> {
		clearTimeout(this.#timer);
		if (!this.#pending) return;
		const title = this.shown.trim();
		const response = await fetch(`/api/v1/documents/${this.#id}`, {
			method: 'PATCH',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify({ title }),
			keepalive: true
		}).catch(() => null);
		if (response?.ok) {
			this.#stored = title;
			this.#heard = null;
			return;
		}
		toasts.show({ kind: 'warn', text: m.documents_title_failed() });
		this.#timer = setTimeout(() => void this.#send(), RETRY_AFTER_MS);
	}
}
