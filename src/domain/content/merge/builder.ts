import { Fragment } from '@tiptap/pm/model';
import type { Attrs, ContentMatch, Node, NodeType } from '@tiptap/pm/model';
import { contentSchema } from '../schema.ts';
import { kindOf } from './tokens.ts';
import type { Character, Close, Leaf, Open, Token } from './tokens.ts';

/** A node that is being built: what is in it so far, and what may come next. */
type Frame = {
	type: NodeType;
	attrs: Attrs | null;
	content: Node[];
	match: ContentMatch | null;
	/** The tokens that it stands for, by which its close is known; none when it was added to hold something. */
	opens: readonly Token[];
};

/** `type` of the schema of texts. */
export function nodeType(name: string): NodeType {
	const type = contentSchema.nodes[name];
	if (!type) throw new Error(`no node type ${name}`);
	return type;
}

const TEXT = nodeType('text');
const PARAGRAPH = nodeType('paragraph');
/** These stand in one place only; before one gets a list or table of its own, its list or table is looked for. */
const BOUND = new Set(['item', 'tableRow', 'cell']);

/**
 * Builds blocks from tokens that need not nest: what is open is closed, what has no place gets one.
 * It may add a paragraph or close a list; it never drops a character or a leaf.
 */
export class Builder {
	readonly #root = frameOf(contentSchema.topNodeType, null, []);
	readonly #inner: Frame[] = [];
	/** Which tokens the nodes that were built stand for; of one that was added to hold something nothing is known. */
	readonly opensOf = new Map<Node, readonly Token[]>();

	/** Adds a token; `origins` are the tokens of the versions that it stands for. */
	add(token: Token, origins: readonly Token[]): void {
		if (token.is === 'character') this.#addCharacter(token);
		else if (token.is === 'leaf') this.#addLeaf(token);
		else if (token.is === 'open') this.#open(token, origins);
		else this.#close(token, origins);
	}

	/** Here a block ended that is not there any more: words that outlive it don't run into those of the next. */
	edge(): void {
		const top = this.#top;
		if (top.type.isTextblock && top.opens.length === 0) this.#pop();
	}

	blocks(): Node[] {
		while (this.#inner.length > 0) this.#pop();
		return this.#root.content;
	}

	get #top(): Frame {
		return this.#inner.at(-1) ?? this.#root;
	}

	#addCharacter({ text, marks }: Character): void {
		this.#enter(TEXT);
		place(this.#top, contentSchema.text(text, this.#top.type.allowedMarks(marks)));
	}

	#addLeaf({ type, attrs, marks }: Leaf): void {
		// Code has lines instead of line breaks.
		const inCode = type.isInline && this.#top.type.spec.code === true;
		if (inCode) return place(this.#top, contentSchema.text('\n'));
		this.#enter(type);
		place(this.#top, type.create(attrs, null, marks));
	}

	#open(token: Open, origins: readonly Token[]): void {
		const type = this.#fitting(token);
		this.#enter(type);
		this.#inner.push(frameOf(type, token.attrs, origins));
	}

	/** An item that came into a list of another kind becomes an item of that. */
	#fitting({ type, kind }: Open): NodeType {
		const top = this.#top;
		const moves = kind === 'item' && kindOf(top.type) === 'list' && !fits(top, type);
		return (moves && top.match?.defaultType) || type;
	}

	#close(token: Close, origins: readonly Token[]): void {
		const pairs = origins.flatMap((origin) => (origin.is === 'close' ? [origin.pair] : []));
		const at = this.#inner.findLastIndex(({ opens }) => pairs.some((open) => opens.includes(open)));
		if (at >= 0) this.#popTo(at);
		// What it closed is not there; something like it will do.
		else if (this.#inner.length > 0 && kindOf(this.#top.type) === token.kind) this.#pop();
	}

	/** Makes room at the top for a node of this type. */
	#enter(type: NodeType): void {
		if (fits(this.#top, type)) return;
		const placed = type.isInline
			? this.#leaveFor(PARAGRAPH)
			: BOUND.has(kindOf(type)) || this.#top.type.inlineContent
				? this.#leaveFor(type) || this.#wrap(type)
				: this.#wrap(type) || this.#leaveFor(type);
		if (!placed) throw new Error(`no place for ${type.name}`);
		if (type.isInline) this.#inner.push(frameOf(PARAGRAPH, null, []));
	}

	/** Closes what is open until a node of this type fits; for a paragraph a list gives an item, a row a cell. */
	#leaveFor(type: NodeType): boolean {
		for (let depth = this.#inner.length; depth >= 0; depth -= 1) {
			const frame = this.#frame(depth);
			if (fits(frame, type)) {
				this.#popTo(depth);
				return true;
			}
			if (type === PARAGRAPH && this.#wrapAt(depth, type)) return true;
		}
		return false;
	}

	#wrap(type: NodeType): boolean {
		for (let depth = this.#inner.length; depth >= 0; depth -= 1) {
			if (this.#wrapAt(depth, type)) return true;
		}
		return false;
	}

	#wrapAt(depth: number, type: NodeType): boolean {
		const frame = this.#frame(depth);
		const wrapping = frame.type.inlineContent ? null : frame.match?.findWrapping(type);
		if (!wrapping) return false;
		this.#popTo(depth);
		for (const around of wrapping) this.#inner.push(frameOf(around, null, []));
		return true;
	}

	/** The frame at a depth; 0 is the document. */
	#frame(depth: number): Frame {
		return this.#inner[depth - 1] ?? this.#root;
	}

	#popTo(depth: number): void {
		while (this.#inner.length > depth) this.#pop();
	}

	#pop(): void {
		const frame = this.#inner.pop();
		if (!frame) return;
		const missing = frame.match?.fillBefore(Fragment.empty, true);
		const content = Fragment.fromArray(frame.content);
		const whole = missing ? content.append(missing) : content;
		const node = frame.type.create(frame.attrs, whole);
		if (frame.opens.length > 0) this.opensOf.set(node, frame.opens);
		place(this.#top, node);
	}
}

function frameOf(type: NodeType, attrs: Attrs | null, opens: readonly Token[]): Frame {
	return { type, attrs, content: [], match: type.contentMatch, opens };
}

function fits(frame: Frame, type: NodeType): boolean {
	return Boolean(frame.match?.matchType(type));
}

function place(frame: Frame, node: Node): void {
	frame.content.push(node);
	frame.match = frame.match?.matchType(node.type) ?? null;
}
