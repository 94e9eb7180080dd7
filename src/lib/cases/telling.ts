import type { Editor } from '@tiptap/core';
import type { Moment } from '#domain/moments.ts';

type Place = { id: string; at: number; end: number };

/** The moments that a voice tells of, where their headings stand. */
function places({ state: { doc } }: Editor): Place[] {
	const found: Place[] = [];
	doc.forEach((node, at) => {
		const moment: unknown = node.attrs['moment'];
		if (node.type.name !== 'heading' || typeof moment !== 'string') return;
		found.push({ id: moment, at, end: at + node.nodeSize });
	});
	return found;
}

export function told(editor: Editor): string[] {
	return places(editor).map(({ id }) => id);
}

/** Puts the caret at the end of the heading of a moment that is told of already. */
export function goToMoment(editor: Editor, id: string): void {
	const place = places(editor).find((one) => one.id === id);
	if (place)
		editor
			.chain()
			.focus(place.end - 1)
			.scrollIntoView()
			.run();
}

/** Adds a heading for a moment, in the order of the timeline, with the caret under it. */
export function tellOf(editor: Editor, moment: Moment, moments: readonly Moment[]): void {
	const order = moments.map(({ id }) => id);
	const later = places(editor).find(({ id }) => order.indexOf(id) > order.indexOf(moment.id));
	const at = later?.at ?? editor.state.doc.content.size;
	const heading = {
		type: 'heading',
		attrs: { level: 1, moment: moment.id },
		content: [{ type: 'text', text: moment.title }]
	};
	editor
		.chain()
		.insertContentAt(at, [heading, { type: 'paragraph' }], { updateSelection: false })
		// Past the heading, into the paragraph under it.
		.focus(at + moment.title.length + 3)
		.scrollIntoView()
		.run();
}
