import type { Editor } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { drawLayer } from '#lib/ui/passages/passage-marks.ts';
import { Differences } from './found.ts';
import { decorationsOf, LAYER } from './hunk-decorations.ts';
import { toContent } from './nodes.ts';
import './suggested.css';

/** Shows in one's own version of a text how it differs from the text. `base` is that text as it is now. */
export class OwnMarks {
	readonly #editor: Editor;
	readonly #base: () => Node;
	readonly #look: { person: string; class: string };
	readonly #differences = new Differences();

	constructor(editor: Editor, base: () => Node, look: { person: string; class: string }) {
		this.#editor = editor;
		this.#base = base;
		this.#look = look;
		editor.on('update', this.draw);
		// While a letter is composed nothing around it is drawn anew.
		editor.view.dom.addEventListener('compositionend', this.#soon);
		this.draw();
	}

	draw = (): void => {
		const editor = this.#editor;
		if (editor.isDestroyed || editor.view.composing) return;
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
	};

	stop(): void {
		this.#editor.off('update', this.draw);
		if (!this.#editor.isDestroyed) {
			this.#editor.view.dom.removeEventListener('compositionend', this.#soon);
		}
	}

	// The editor reads the letter after this event.
	#soon = (): void => void setTimeout(this.draw);
}
