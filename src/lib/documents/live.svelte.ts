import { SvelteMap } from 'svelte/reactivity';
import type { Present } from './document.ts';
import { whileSeen } from '#lib/ui/while-seen.ts';

/** What changes in a list while it is open: who is at work where, and titles. Silent when it can't be heard. */
export class LiveDocuments {
	readonly present = new SvelteMap<string, Present[]>();
	readonly titles = new SvelteMap<string, string>();

	/** Begins with who was at work when the page was made. */
	constructor(present: Iterable<[string, Present[]]> = []) {
		for (const [id, people] of present) this.present.set(id, people);
	}

	/**
	 * Listens for these documents while the page is seen, until the returned function is called. Calls `refresh`
	 * when something changed of which is told only that it did, and when the page is seen again: who is at work is
	 * told then, and what else changed is not.
	 */
	listen(documents: readonly { id: string }[], refresh: () => void): () => void {
		if (documents.length === 0) return () => {};
		return whileSeen(() => this.#hear(documents, refresh), refresh);
	}

	#hear(documents: readonly { id: string }[], refresh: () => void): () => void {
		const ids = documents.map(({ id }) => id);
		const source = new EventSource(`/api/v1/live?documents=${ids.join(',')}`);
		source.addEventListener('presence', (event) => {
			const { document, people } = JSON.parse(event.data) as {
				document: string;
				people: Present[];
			};
			this.present.set(document, people);
		});
		source.addEventListener('title', (event) => {
			const { document, title } = JSON.parse(event.data) as { document: string; title: string };
			this.titles.set(document, title);
		});
		source.addEventListener('changed', refresh);
		return () => source.close();
	}
}
