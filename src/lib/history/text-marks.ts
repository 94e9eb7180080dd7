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
	looks: Looks,
	/** A class for the lines that they stand in. */
	ofLines?: string
): { placed: () => Placed[]; stop: () => void } {
	const key = new PluginKey<DecorationSet>(name);
	const plugin = new Plugin<DecorationSet>({
		key,
		state: {
			init: (_, { doc }) => drawn(doc, passages, looks, ofLines),
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

function drawn(
	doc: Node,
	passages: readonly Passage[],
	looks: Looks,
	ofLines: string | undefined
): DecorationSet {
	const lines = linesOf(doc);
	const marked = new Set<LineHere>();
	const decorations = passages.flatMap((passage) => {
		const line = lineOf(lines, passage);
		if (!line) return [];
		marked.add(line);
		const [from, to] = [line.start + passage.from, line.start + passage.to];
		return [Decoration.inline(from, to, looks(passage), { passage })];
	});
	if (ofLines) {
		for (const { start, end } of marked) {
			decorations.push(Decoration.node(start - 1, end, { class: ofLines }));
		}
	}
	return DecorationSet.create(doc, decorations);
}

type LineHere = { text: string; start: number; end: number };

function linesOf(doc: Node): LineHere[] {
	const lines: LineHere[] = [];
	doc.descendants((node, place) => {
		if (!node.isTextblock) return true;
		const text = node.textBetween(0, node.content.size, '', '\n');
		lines.push({ text, start: place + 1, end: place + node.nodeSize });
		return false;
	});
	return lines;
}

/** The line of a passage: where it was, or the nearest that says the same. */
function lineOf(lines: readonly LineHere[], { line }: Passage): LineHere | undefined {
	const here = lines[line.nth];
	if (here?.text === line.text) return here;
	const same = lines.filter(({ text }) => text === line.text);
	const far = (one: LineHere) => Math.abs(lines.indexOf(one) - line.nth);
	return same.toSorted((a, b) => far(a) - far(b))[0];
}
