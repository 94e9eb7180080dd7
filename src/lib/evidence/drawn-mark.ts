import { Decoration } from '@tiptap/pm/view';
import type { Mark, Placed } from '#lib/ui/passages/shown-marks.ts';
import './passage-marks.css';

/** Words to underline: `count` of something hangs on them, which `label` says. */
export type PassageMark = Mark & {
	count: number;
	label: string;
	/** The one that somebody came for. */
	target: boolean;
};

export const LAYER = 'evidence';

/** An underline, and small after the words how many; in full for who listens. */
export function drawnMark({ id, from, to, count, label, target }: Placed<PassageMark>) {
	return [
		Decoration.inline(
			from,
			to,
			{ class: target ? 'passage is-target' : 'passage', 'data-passage': id },
			{ layer: LAYER }
		),
		Decoration.widget(to, () => sign(count, label), {
			layer: LAYER,
			side: 1,
			key: `${id} ${label}`
		})
	];
}

function sign(count: number, label: string): HTMLElement {
	const sign = document.createElement('span');
	sign.className = 'passage-count';
	sign.contentEditable = 'false';
	sign.title = label;
	const shown = document.createElement('span');
	shown.ariaHidden = 'true';
	shown.textContent = String(count);
	const said = document.createElement('span');
	said.className = 'vh';
	said.textContent = ` (${label}) `;
	sign.append(shown, said);
	return sign;
}
