import type { Attrs, Mark, Node, NodeType } from '@tiptap/pm/model';

/** A character as people see it: an emoji of several code points is one, so that nothing cuts it. */
export type Character = {
	is: 'character';
	key: string;
	text: string;
	marks: readonly Mark[];
};
/** A node without content, such as a line break. */
export type Leaf = {
	is: 'leaf';
	key: string;
	type: NodeType;
	attrs: Attrs;
	marks: readonly Mark[];
};
/** Where a node begins. */
export type Open = {
	is: 'open';
	key: string;
	kind: string;
	type: NodeType;
	attrs: Attrs;
	pair: Close;
};
/** Where a node ends. */
export type Close = { is: 'close'; key: string; kind: string; pair: Open };

/**
 * A text as a row of small things, so that a paragraph that was split is the same characters with two
 * tokens between them. Tokens with the same key can be the same thing in another version of the text.
 */
export type Token = Character | Leaf | Open | Close;

/** What a node of this type can turn into and still be the same node: a paragraph a heading, a list a list. */
export function kindOf(type: NodeType): string {
	if (type.isTextblock) return 'textblock';
	if (type.name.endsWith('List')) return 'list';
	if (type.name.endsWith('Item')) return 'item';
	if (type.name === 'tableCell' || type.name === 'tableHeader') return 'cell';
	return type.name;
}

// Nodes never change, so their tokens don't either. Only blocks that took part in a comparison have them.
const known = new WeakMap<Node, readonly Token[]>();

/** The tokens of one block, its own open and close included. */
export function tokensOf(block: Node): readonly Token[] {
	const before = known.get(block);
	if (before) return before;
	const tokens: Token[] = [];
	collect(block, tokens);
	known.set(block, tokens);
	return tokens;
}

function collect(node: Node, tokens: Token[]): void {
	if (node.isText) return collectText(node, tokens);
	const { type, attrs, marks } = node;
	if (node.isLeaf)
		return void tokens.push({ is: 'leaf', key: `=${type.name}`, type, attrs, marks });
	const kind = kindOf(type);
	// Each names the other, so one of them begins without.
	const close = { is: 'close', key: `>${kind}`, kind } as Close;
	const open: Open = { is: 'open', key: `<${kind}`, kind, type, attrs, pair: close };
	close.pair = open;
	tokens.push(open);
	node.forEach((child) => collect(child, tokens));
	tokens.push(close);
}

function collectText({ text = '', marks }: Node, tokens: Token[]): void {
	for (const character of charactersOf(text)) {
		tokens.push({ is: 'character', key: character, text: character, marks });
	}
}

/** What can be one character with what stands beside it. */
const JOINS = /[\p{M}\p{Extended_Pictographic}\p{Regional_Indicator}\p{Script=Hangul}\p{Cf}\r]/u;
/** Made when there is something to cut: a browser reads the rules of its language for it, 20 ms. */
let graphemes: Intl.Segmenter | undefined;

/** The text cut where it may be cut: never within an emoji, a surrogate pair or a letter with its accents. */
export function charactersOf(text: string): string[] {
	if (!JOINS.test(text)) return Array.from(text);
	graphemes ??= new Intl.Segmenter('nl', { granularity: 'grapheme' });
	return Array.from(graphemes.segment(text), ({ segment }) => segment);
}
