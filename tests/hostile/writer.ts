import {
	chainCommands,
	joinBackward,
	lift,
	setBlockType,
	splitBlock,
	toggleMark,
	wrapIn
} from '@tiptap/pm/commands';
import { Slice, type Attrs, type Node } from '@tiptap/pm/model';
import { liftListItem, sinkListItem, splitListItem, wrapInList } from '@tiptap/pm/schema-list';
import {
	AllSelection,
	EditorState,
	Selection,
	TextSelection,
	type Command,
	type Plugin,
	type PluginView,
	type Transaction
} from '@tiptap/pm/state';
import {
	addColumnAfter,
	addRowAfter,
	deleteColumn,
	deleteRow,
	mergeCells,
	splitCell,
	tableEditing,
	CellSelection
} from '@tiptap/pm/tables';
import type { EditorView } from '@tiptap/pm/view';
import { redo, undo, ySyncPlugin, yUndoPlugin } from '@tiptap/y-tiptap';
import * as Y from 'yjs';
import { contentSchema, TEXT_FRAGMENT, type Content } from '#domain/content/schema.ts';
import { CALLOUT_KINDS } from '#domain/content/words.ts';
import type { Chance } from '#tests/live/chance.ts';

const { nodes, marks } = contentSchema;
const WORDS = [
	'woord',
	' en ',
	'é',
	'👩‍👩‍👧',
	'😀',
	'\ufeff',
	'x'.repeat(40),
	'wijk ',
	'字',
	'\u0000',
	'-'
];
/** Above this they take out more than they put in. */
const SIZE_MAX = 300;
const LINKS = [
	'https://example.nl/a?b=(c)#d',
	'mailto:an@example.nl',
	'tel:+31612345678',
	'http://x.nl/é'
];

/**
 * Somebody with our editor, without its screen: the same schema, binding and undo, so that every update is
 * one that the product makes.
 */
export class Writer {
	readonly doc: Y.Doc;
	readonly #chance: Chance;
	readonly #pastes: readonly Content[];
	readonly #views: PluginView[] = [];
	#state: EditorState;

	constructor(client: number, start: Uint8Array, pastes: readonly Content[], chance: Chance) {
		this.doc = new Y.Doc();
		this.doc.clientID = client;
		Y.applyUpdate(this.doc, start, 'remote');
		this.#chance = chance;
		this.#pastes = pastes;
		const sync = ySyncPlugin(this.doc.getXmlFragment(TEXT_FRAGMENT));
		const plugins = [sync, yUndoPlugin(), tableEditing()];
		this.#state = EditorState.create({ schema: contentSchema, plugins });
		const view = this.#view();
		for (const plugin of plugins) this.#show(plugin, view);
	}

	/**
	 * Does one thing that somebody does with a text; most often they type. False when Yjs' undo failed in the
	 * middle: it looks for items of which another undo took the place away, about once in 100,000 edits. What
	 * it did until then stands, and is sent.
	 */
	act(): boolean {
		const what = this.#chance.below(20);
		if (what >= 12 && what < 14) return this.#undo();
		this.#edit(what);
		return true;
	}

	#edit(what: number): void {
		if (what < 8) this.#type();
		else if (what < 10) this.#erase();
		else if (what < 11) this.#format();
		else if (what < 12) this.#paste();
		else if (what < 16) this.#do(this.#chance.of(SHAPING)(this.#chance));
		else if (what < 17) this.#set();
		else if (what < 18) this.#do(this.#chance.of(TABLING));
		else
			this.#do(
				this.#chance.of([
					splitBlock,
					joinBackward,
					chainCommands(splitListItem(nodes.listItem!), splitBlock)
				])
			);
	}

	/** Takes in what others wrote. */
	receive(update: Uint8Array): void {
		this.#rest();
		Y.applyUpdate(this.doc, update, 'remote');
	}

	close(): void {
		for (const view of this.#views) view.destroy?.();
		this.doc.destroy();
	}

	#type(): void {
		const at = this.#position();
		this.#dispatch(this.#state.tr.insertText(this.#chance.of(WORDS), at));
	}

	#erase(): void {
		const isLong = this.#state.doc.content.size > SIZE_MAX;
		const [from, to] = this.#range(isLong ? SIZE_MAX : 12);
		this.#dispatch(this.#state.tr.delete(from, to));
	}

	#format(): void {
		const [from, to] = this.#range(20);
		this.#select(from, to);
		const link = this.#chance.below(3) === 0;
		const type = link ? marks.link! : this.#chance.of(Object.values(marks));
		const attrs = type === marks.link ? { href: this.#chance.of(LINKS) } : null;
		this.#do(toggleMark(type, attrs));
	}

	#paste(): void {
		const content = contentSchema.nodeFromJSON(this.#chance.of(this.#pastes)).content;
		const [from, to] = this.#range(8);
		this.#dispatch(this.#state.tr.replaceRange(from, to, new Slice(content, 0, 0)));
	}

	#undo(): boolean {
		this.#rest();
		try {
			this.#chance.of([undo, redo])(this.#state);
			return true;
		} catch (error) {
			if (error instanceof TypeError) return false;
			throw error;
		}
	}

	/** Puts the caret where every text has a place: the binding can lose others when much changes at once. */
	#rest(): void {
		const { doc, tr } = this.#state;
		this.#dispatch(tr.setSelection(Selection.atStart(doc)));
	}

	#set(): void {
		const found: { at: number; name: string; values: readonly unknown[] }[] = [];
		this.#state.doc.descendants((node, at) => {
			for (const [name, values] of Object.entries(VALUES)) {
				if (name in node.attrs) found.push({ at, name, values });
			}
		});
		if (found.length === 0) return;
		const { at, name, values } = this.#chance.of(found);
		this.#dispatch(this.#state.tr.setNodeAttribute(at, name, this.#chance.of(values)));
	}

	#do(command: Command): void {
		const [from, to] = this.#range(30);
		this.#select(from, to);
		try {
			command(this.#state, (tr) => this.#dispatch(tr));
		} catch (error) {
			// Of a table that two people changed at once; the editor mends those, this one leaves them.
			if (!(error instanceof RangeError || error instanceof TypeError)) throw error;
		}
	}

	#select(from: number, to: number): void {
		const { doc, tr } = this.#state;
		if (this.#chance.below(30) === 0) return this.#dispatch(tr.setSelection(new AllSelection(doc)));
		this.#dispatch(tr.setSelection(TextSelection.between(doc.resolve(from), doc.resolve(to))));
	}

	#position(): number {
		return this.#chance.below(this.#state.doc.content.size + 1);
	}

	#range(most: number): [number, number] {
		const from = this.#position();
		return [from, Math.min(this.#state.doc.content.size, from + this.#chance.below(most))];
	}

	#dispatch(tr: Transaction): void {
		this.#state = this.#state.apply(tr);
		const view = this.#view();
		for (const { update } of this.#views) update?.(view, this.#state);
	}

	#show(plugin: Plugin, view: EditorView): void {
		const shown = plugin.spec.view?.(view);
		if (shown) this.#views.push(shown);
	}

	/** As much of a view as the binding asks for. */
	#view(): EditorView {
		const view = {
			hasFocus: () => false,
			dispatch: (tr: Transaction) => this.#dispatch(tr)
		};
		Object.defineProperty(view, 'state', { get: () => this.#state });
		return view as unknown as EditorView;
	}
}

type Shaping = (chance: Chance) => Command;
const SHAPING: readonly Shaping[] = [
	() => wrapInList(nodes.bulletList!),
	({ below }) => wrapInList(nodes.orderedList!, { start: below(5), type: 'a' }),
	() => wrapInList(nodes.taskList!),
	() => sinkListItem(nodes.listItem!),
	() => liftListItem(nodes.listItem!),
	() => lift,
	({ of }) => wrapIn(nodes.callout!, { kind: of(CALLOUT_KINDS) }),
	() => wrapIn(nodes.blockquote!, { source: 'Movisie' }),
	({ below }) => setBlockType(nodes.heading!, { level: 1 + below(3) }),
	() => setBlockType(nodes.paragraph!),
	() => setBlockType(nodes.codeBlock!, { language: 'c++' }),
	() => insert(nodes.hardBreak!),
	() => insert(nodes.horizontalRule!)
];

const TABLING: readonly Command[] = [
	addColumnAfter,
	addRowAfter,
	deleteColumn,
	deleteRow,
	mergeRow,
	splitCell
];

const VALUES: Record<string, readonly unknown[]> = {
	level: [1, 2, 3],
	moment: ['0b54f6a2-6a3e-4a55-9d5e-6a1f0c7d8e9f', null],
	kind: CALLOUT_KINDS,
	checked: [true, false],
	start: [1, 7, -2, 2 ** 40],
	source: ['Movisie', null, 'é'],
	guidance: ['Schrijf hier', null],
	align: ['left', 'center', null],
	colwidth: [[120], [80, 90.5], null],
	language: ['js', 'c++', null]
};

function insert(type: { create(attrs?: Attrs): Node }): Command {
	return (state, dispatch) => {
		dispatch?.(state.tr.replaceSelectionWith(type.create()));
		return true;
	};
}

/** Makes one cell of two neighbours, if the text has a table. */
function mergeRow(state: EditorState, dispatch?: (tr: Transaction) => void): boolean {
	const cells: number[] = [];
	state.doc.descendants((node, at) => {
		if (node.type === nodes.tableCell || node.type === nodes.tableHeader) cells.push(at);
	});
	const [one, other] = cells;
	if (one === undefined || other === undefined) return false;
	const { doc } = state;
	if (doc.resolve(one).parent !== doc.resolve(other).parent) return false;
	const chosen = state.apply(state.tr.setSelection(CellSelection.create(doc, one, other)));
	return mergeCells(chosen, dispatch);
}
