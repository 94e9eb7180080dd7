/** What a page that carries a text in its body says of it in its data; else the text itself. */
type Told = { html: string | null };

/** What is drawn in the place of a text that stands there already: it is left alone, but must not be empty. */
const AS_IT_STANDS = ' ';

/**
 * A stored text as HTML. A page from the server has it in its body: that page does not bring a text of a hundred
 * pages a second time in its data, to be read and kept there.
 */
export class DrawnText {
	readonly #html: string | null;
	readonly #isInBody: boolean;
	/** Where the page from the server has it. */
	readonly #place: Element | null;

	constructor(html: string | null, isInBody: boolean) {
		this.#html = html;
		this.#isInBody = isInBody;
		this.#place = html === null ? document.querySelector('.text > .content') : null;
	}

	get html(): string {
		if (this.#html !== null) return this.#html;
		// Something else changed the page, and it is drawn anew: the text is in what was taken away.
		if (this.#place && !this.#place.isConnected) return this.#place.innerHTML;
		return AS_IT_STANDS;
	}

	/** For the data of the page. */
	get told(): Told {
		return { html: this.#isInBody ? null : this.#html };
	}

	static from({ html }: Told): DrawnText {
		return new DrawnText(html, html === null);
	}
}
