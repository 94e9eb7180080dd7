import type { Says } from '#domain/content/compared/compared-html.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Hand } from './hands.ts';

/** How a text that was compared is shown: what came, what went, and by whom. */
export function saysChange(hands: ReadonlyMap<string, Hand>): Says {
	let last = '';
	return ({ fate, nth, author }) => {
		const hand = author ? hands.get(author) : undefined;
		const isFirst = last !== `${nth} ${author}`;
		if (fate === 'add') last = `${nth} ${author}`;
		const titles = {
			add: hand ? m.history_added_by({ name: hand.name }) : m.history_added(),
			remove: hand ? m.history_removed_of({ name: hand.name }) : m.history_removed(),
			restyle: m.history_restyled()
		};
		const element = { add: 'ins', remove: 'del', restyle: 'span' } as const;
		return {
			element: element[fate],
			attributes: {
				'data-change': String(nth),
				'data-fate': fate,
				title: titles[fate],
				...(hand && fate === 'add' && lookOf(hand)),
				...(hand && fate === 'add' && isFirst && { 'data-letters': hand.letters })
			}
		};
	};
}

/** How a text is shown of which every piece has its author. */
export function saysWriter(hands: ReadonlyMap<string, Hand>): Says {
	let last: string | null = null;
	return ({ author }) => {
		const hand = author ? hands.get(author) : undefined;
		const isFirst = last !== author;
		last = author;
		return {
			element: 'span',
			attributes: hand
				? {
						class: 'by',
						title: m.history_written_by({ name: hand.name }),
						...lookOf(hand),
						...(isFirst && { 'data-letters': hand.letters })
					}
				: {}
		};
	};
}

function lookOf({ hue, line }: Hand): Record<string, string> {
	return { 'data-hue': String(hue), 'data-line': line };
}
