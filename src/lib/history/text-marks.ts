import type { Editor } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import type { Passage } from './history.ts';
import './compared.css';

/** Words of one person where they are in the text now. */
export type Placed = { passage: Passage; from: number; to: number };

type Looks = (passage: Passage) => Record<string, string>;

/**
 * Marks passages in a text that is live, as decorations: nothing of it is in the text. They go along with the words.
 * Answers where they are at any moment, and the way to stop.
 */
export function markPassages(
	editor: Editor,
	name: string,
	passages: readonly Passage[],
	looks: Looks
): { placed: () => Placed[]; stop: () => void } {
	const key = new PluginKey<DecorationSet>(name);
	const plugin = new Plugin<DecorationSet>({
		key,
		state: {
			init: (_, { doc }) => drawn(doc, passages, looks),
			apply: (tr, set) => set.map(tr.mapping, tr.doc)
		},
		props: { decorations: (state) => key.getState(state) }
	});
	editor.registerPlugin(plugin);
	return {
		placed: () =>
			(key.getState(editor.state)?.find() ?? []).flatMap(({ from, to, spec }) =>
				isPassage(spec) ? [{ passage: spec.passage, from, to }] : []
			),
		stop: () => {
			if (!editor.isDestroyed) editor.unregisterPlugin(key);
		}
	};
}

function isPassage(spec: unknown): spec is { passage: Passage } {
	return typeof spec === 'object' && spec !== null && 'passage' in spec;
}

function drawn(doc: Node, passages: readonly Passage[], looks: Looks): DecorationSet {
	const lines = linesOf(doc);
	const decorations = passages.flatMap((passage) => {
		const start = startOf(lines, passage);
		if (start === null) return [];
		const [from, to] = [start + passage.from, start + passage.to];
		return [Decoration.inline(from, to, looks(passage), { passage })];
	});
	return DecorationSet.create(doc, decorations);
}

type LineHere = { text: string; start: number };

function linesOf(doc: Node): LineHere[] {
	const lines: LineHere[] = [];
	doc.descendants((node, place) => {
		if (!node.isTextblock) return true;
		const text = node.textBetween(0, node.content.size, '', '\n');
		lines.push({ text, start: place + 1 });
		return false;
	});
	return lines;
}

/** Where the line of a passage begins now: where it was, or the nearest that says the same. */
function startOf(lines: readonly LineHere[], { line }: Passage): number | null {
	const same = lines
		.map(({ text, start }, nth) => ({ start, text, far: Math.abs(nth - line.nth) }))
		.filter(({ text }) => text === line.text)
		.sort((a, b) => a.far - b.far);
	return same[0]?.start ?? null;
}
