import { joinPoint } from '@tiptap/pm/transform';
import { setBlockType, splitBlock } from '@tiptap/pm/commands';
import type { Node, Slice } from '@tiptap/pm/model';
import { wrapInList } from '@tiptap/pm/schema-list';
import {
	EditorState,
	Selection,
	TextSelection,
	type Command,
	type PluginView,
	type Transaction
} from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { redo, undo, ySyncPlugin, yUndoPlugin, yUndoPluginKey } from '@tiptap/y-tiptap';
import * as Y from 'yjs';
import { contentSchema, TEXT_FRAGMENT } from '#domain/content/schema.ts';
import { moveBlock } from '#lib/editor/extensions/move-block.ts';

const { nodes } = contentSchema;

/** Somebody with an editor on a text, without its screen: the schema, the binding and the undo of the product. */
export class Author {
	readonly doc = new Y.Doc();
	/** What they wrote since it was last taken. */
	#written: Uint8Array[] = [];
	readonly #views: PluginView[] = [];
	#state: EditorState;
	/** What they cut and did not paste yet. */
	#cut: Slice | null = null;

	constructor(client: number, start: Uint8Array) {
		this.doc.clientID = client;
		Y.applyUpdate(this.doc, start, 'others');
		this.doc.on('update', (update: Uint8Array, origin: unknown) => {
			if (origin !== 'others') this.#written.push(update);
		});
		const plugins = [ySyncPlugin(this.doc.getXmlFragment(TEXT_FRAGMENT)), yUndoPlugin()];
		this.#state = EditorState.create({ schema: contentSchema, plugins });
		const view = this.#view();
		for (const { spec } of plugins) {
			const shown = spec.view?.(view);
			if (shown) this.#views.push(shown);
		}
	}

	get text(): Node {
		return this.#state.doc;
	}

	take(): Uint8Array[] {
		return this.#written.splice(0);
	}

	receive(update: Uint8Array): void {
		this.#rest();
		Y.applyUpdate(this.doc, update, 'others');
	}

	close(): void {
		for (const view of this.#views) view.destroy?.();
		this.doc.destroy();
	}

	type(at: number, words: string): void {
		this.#change((tr) => tr.insertText(words, at));
	}

	erase(from: number, to: number): void {
		this.#change((tr) => tr.deleteRange(from, to));
	}

	split(at: number): void {
		this.#command(at, at, splitBlock);
	}

	join(at: number): void {
		const point = joinPoint(this.text, at);
		if (point) this.#change((tr) => tr.join(point));
	}

	move(at: number, direction: 'up' | 'down'): void {
		this.#command(at, at, moveBlock(direction));
	}

	shape(at: number, nth: number): void {
		const ways = [
			setBlockType(nodes.heading!, { level: 2 }),
			setBlockType(nodes.paragraph!),
			wrapInList(nodes.bulletList!)
		];
		this.#command(at, at, ways[nth % ways.length]!);
	}

	cut(from: number, to: number): void {
		if (this.#cut) return;
		this.#cut = this.text.slice(from, to);
		this.#change((tr) => tr.deleteRange(from, to));
	}

	paste(at: number): void {
		const slice = this.#cut;
		if (slice) this.#change((tr) => tr.replaceRange(at, at, slice));
		this.#cut = null;
	}

	drag(from: number, to: number, at: number): void {
		const slice = this.text.slice(from, to);
		this.#change((tr) => {
			tr.deleteRange(from, to);
			const place = tr.mapping.map(at);
			return tr.replaceRange(place, place, slice);
		});
	}

	undo(): void {
		this.#back(undo);
	}

	redo(): void {
		this.#back(redo);
	}

	#back(way: (state: EditorState) => boolean): void {
		this.#rest();
		try {
			way(this.#state);
		} catch (error) {
			// Yjs looks for items of which another undo took the place away; what it did until then stands.
			if (!(error instanceof TypeError)) throw error;
		}
	}

	#change(make: (tr: Transaction) => Transaction): void {
		try {
			this.#dispatch(make(this.#state.tr));
		} catch (error) {
			// Not every edit fits everywhere; an editor would not offer it there.
			if (!(error instanceof Error)) throw error;
			this.#rest();
		}
		// Each is one step back: else all of them are, as no time passes between them.
		yUndoPluginKey.getState(this.#state).undoManager.stopCapturing();
	}

	#command(from: number, to: number, command: Command): void {
		const { doc, tr } = this.#state;
		this.#dispatch(tr.setSelection(TextSelection.between(doc.resolve(from), doc.resolve(to))));
		command(this.#state, (made) => this.#change(() => made));
	}

	/** Puts the caret where every text has a place: the binding can lose others when much changes at once. */
	#rest(): void {
		const { doc, tr } = this.#state;
		this.#dispatch(tr.setSelection(Selection.atStart(doc)));
	}

	#dispatch(tr: Transaction): void {
		this.#state = this.#state.apply(tr);
		const view = this.#view();
		for (const { update } of this.#views) update?.(view, this.#state);
	}

	/** As much of a view as the binding asks for. */
	#view(): EditorView {
		const view = { hasFocus: () => false, dispatch: (tr: Transaction) => this.#dispatch(tr) };
		Object.defineProperty(view, 'state', { get: () => this.#state });
		return view as unknown as EditorView;
	}
}
