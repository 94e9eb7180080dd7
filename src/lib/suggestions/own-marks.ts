import type { Editor } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { drawLayer } from '#lib/ui/passages/passage-marks.ts';
import { Differences } from './found.ts';
import { decorationsOf, LAYER } from './hunk-decorations.ts';
import { toContent } from './nodes.ts';
import './suggested.css';

/** What takes longer is not done at each key, but in a pause; what is drawn moves along with the words until then. */
const AT_ONCE_MS = 8;
const PAUSE_MS = 400;

/** Shows in one's own version of a text how it differs from the text. `base` is that text as it is now. */
export class OwnMarks {
	readonly #editor: Editor;
	readonly #base: () => Node;
	readonly #look: { person: string; class: string };
	readonly #differences = new Differences();
	#took = 0;
	#timer: ReturnType<typeof setTimeout> | undefined;

	constructor(editor: Editor, base: () => Node, look: { person: string; class: string }) {
		this.#editor = editor;
		this.#base = base;
		this.#look = look;
		editor.on('update', this.#typed);
		// While a letter is composed nothing around it is drawn anew.
		editor.view.dom.addEventListener('compositionend', this.#soon);
		this.draw();
	}

	draw = (): void => {
		const editor = this.#editor;
		if (editor.isDestroyed || editor.view.composing) return;
		const start = performance.now();
		const { doc } = editor.state;
		const drawn = this.#differences.between(this.#base(), toContent(doc)).flatMap((found) =>
			decorationsOf(
				doc,
				{
					...found,
					id: `${this.#look.person} ${found.hunk.key}`,
					look: this.#look.class,
					by: null,
					isCurrent: false
				},
				'suggested'
			)
		);
		drawLayer(editor, LAYER, drawn);
		this.#took = performance.now() - start;
	};

	readonly #typed = (): void => {
		clearTimeout(this.#timer);
		if (this.#took <= AT_ONCE_MS) this.draw();
		else this.#timer = setTimeout(this.draw, PAUSE_MS);
	};

	stop(): void {
		clearTimeout(this.#timer);
		this.#editor.off('update', this.#typed);
		if (!this.#editor.isDestroyed) {
			this.#editor.view.dom.removeEventListener('compositionend', this.#soon);
		}
	}

	// The editor reads the letter after this event.
	#soon = (): void => void setTimeout(this.draw);
}
