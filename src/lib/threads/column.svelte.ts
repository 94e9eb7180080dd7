import { placeCards, type Card } from './place-cards.ts';

/** Cards in a column beside a text: measures them and their words, and says where each of them stands. */
export class Column {
	// eslint-disable-next-line svelte/prefer-svelte-reactivity -- replaced, never changed
	tops = $state.raw<ReadonlyMap<string, number>>(new Map());
	/** How high the column is. */
	height = $state(0);
	readonly #ids: () => readonly string[];
	readonly #active: () => string | null;
	readonly #words: () => HTMLElement | null;
	// eslint-disable-next-line svelte/prefer-svelte-reactivity -- looked at in a frame, not by what is drawn
	readonly #cards = new Map<string, HTMLElement>();
	/** Where words were when they were seen last: what is cut and pasted is nowhere for a moment. */
	// eslint-disable-next-line svelte/prefer-svelte-reactivity -- looked at in a frame, not by what is drawn
	readonly #seen = new Map<string, number>();
	readonly #resized = new ResizeObserver(() => this.placeSoon());
	#column: HTMLElement | null = null;
	#due = 0;

	/** Which cards there are, which is active, and the text in which their words are. */
	constructor(of: {
		ids: () => readonly string[];
		active: () => string | null;
		words: () => HTMLElement | null;
	}) {
		this.#ids = of.ids;
		this.#active = of.active;
		this.#words = of.words;
	}

	/** For an attachment on the column. */
	readonly holds = (column: HTMLElement) => {
		this.#column = column;
		const words = this.#words();
		const place = () => this.placeSoon();
		if (words) this.#resized.observe(words);
		// Words that come near are laid out: now it is known on which line they are.
		words?.addEventListener('contentvisibilityautostatechange', place);
		this.placeSoon();
		return () => {
			words?.removeEventListener('contentvisibilityautostatechange', place);
			this.#column = null;
			cancelAnimationFrame(this.#due);
			this.#resized.disconnect();
		};
	};

	/** For an attachment on a card. */
	holdsCard(id: string) {
		return (card: HTMLElement) => {
			this.#cards.set(id, card);
			this.#resized.observe(card);
			return () => {
				this.#cards.delete(id);
				this.#resized.unobserve(card);
				this.placeSoon();
			};
		};
	}

	/** Once, before the next frame. */
	placeSoon(): void {
		cancelAnimationFrame(this.#due);
		this.#due = requestAnimationFrame(() => this.#place());
	}

	#place(): void {
		if (!this.#column) return;
		this.#see(this.#column.getBoundingClientRect().top);
		let last = 0;
		const cards = this.#ids().flatMap((id): Card[] => {
			const card = this.#cards.get(id);
			if (!card) return [];
			last = this.#seen.get(id) ?? last;
			return [{ id, at: last, height: card.offsetHeight }];
		});
		this.tops = placeCards(cards, this.#active());
		this.height = cards.reduce(
			(most, { id, height }) => Math.max(most, (this.tops.get(id) ?? 0) + height),
			0
		);
	}

	/** Where the words of each begin now, from the top of the column. */
	#see(top: number): void {
		// eslint-disable-next-line svelte/prefer-svelte-reactivity -- gone when this is done
		const met = new Set<string>();
		for (const mark of this.#words()?.querySelectorAll<HTMLElement>('[data-thread]') ?? []) {
			const id = mark.dataset['thread'];
			if (id === undefined || met.has(id)) continue;
			met.add(id);
			this.#seen.set(id, placed(mark).getBoundingClientRect().top - top);
		}
	}
}

/** What is not laid out, as it is far away, is where its block is: to measure it would lay it out. */
function placed(mark: HTMLElement): Element {
	if (mark.checkVisibility({ contentVisibilityAuto: true })) return mark;
	return mark.closest('.content > *') ?? mark;
}
