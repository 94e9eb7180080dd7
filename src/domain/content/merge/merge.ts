import type { Node } from '@tiptap/pm/model';
import { contentSchema } from '../schema.ts';
import { align, NOWHERE } from './alignment.ts';
import { Builder, nodeType } from './builder.ts';
import { isChanged, mergeToken } from './changed.ts';
import { regionsOf } from './regions.ts';
import type { Region } from './regions.ts';
import { changedBlocks } from './spans.ts';
import { tokensOf } from './tokens.ts';
import type { Token } from './tokens.ts';

/**
 * Two versions of one text as one, given what both began from. What either side wrote is in it, once;
 * what either side deleted is not; the same words that both wrote in the same place are there once. Where both
 * changed the look of the same thing, theirs stays; where both wrote in the same place, theirs comes first.
 * Words written in what the other side deleted are kept. The result is valid in the schema.
 */
export function mergeDocuments(base: Node, theirs: Node, mine: Node): Node {
	if (base.eq(theirs) || theirs.eq(mine)) return mine;
	if (base.eq(mine)) return theirs;
	const regions = regionsOf(changedBlocks(base, theirs), changedBlocks(base, mine));
	const blocks: Node[] = [];
	let kept = 0;
	for (const region of regions) {
		blocks.push(
			...base.children.slice(kept, region.base[0]),
			...merged(region, base, theirs, mine)
		);
		kept = region.base[1];
	}
	blocks.push(...base.children.slice(kept));
	return documentOf(blocks);
}

/** The blocks as a text; a text has at least a paragraph. */
export function documentOf(blocks: readonly Node[]): Node {
	const filled = blocks.length > 0 ? blocks : [nodeType('paragraph').create()];
	return contentSchema.topNodeType.create(null, filled);
}

function merged(region: Region, base: Node, theirs: Node, mine: Node): readonly Node[] {
	if (region.changedBy === 'them') return theirs.children.slice(...region.theirs);
	if (region.changedBy === 'me') return mine.children.slice(...region.mine);
	return mergeTokens(
		flatten(base.children.slice(...region.base)),
		flatten(theirs.children.slice(...region.theirs)),
		flatten(mine.children.slice(...region.mine))
	);
}

/** The tokens of a row of blocks. */
export function flatten(blocks: readonly Node[]): Token[] {
	return blocks.flatMap(tokensOf);
}

function mergeTokens(base: readonly Token[], theirs: readonly Token[], mine: readonly Token[]) {
	const builder = new Builder();
	const [them, me] = [new Version(base, theirs), new Version(base, mine)];
	const write = (tokens: readonly Token[]) => {
		for (const token of tokens) builder.add(token, [token]);
	};
	for (const [index, token] of base.entries()) {
		const [theirToken, myToken] = [them.kept(index), me.kept(index)];
		// What is new stands before what its writer kept, so behind all that they deleted.
		const theirNew = theirToken ? them.newBefore(index) : [];
		const myNew = myToken ? me.newBefore(index) : [];
		for (const tokens of once(theirNew, myNew)) write(tokens);
		if (theirToken && myToken) {
			builder.add(mergeToken(token, theirToken, myToken), [token, theirToken, myToken]);
		} else if (isBlockEdge(token)) builder.edge();
	}
	for (const tokens of once(them.newBefore(base.length), me.newBefore(base.length))) write(tokens);
	return builder.blocks();
}

function isBlockEdge(token: Token): boolean {
	return (token.is === 'open' || token.is === 'close') && token.kind === 'textblock';
}

/** What both wrote in the same place, without writing the same thing twice. */
function once(theirs: readonly Token[], mine: readonly Token[]): (readonly Token[])[] {
	if (beginsWith(theirs, mine)) return [theirs];
	if (beginsWith(mine, theirs)) return [mine];
	return [theirs, mine];
}

function beginsWith(longer: readonly Token[], shorter: readonly Token[]): boolean {
	return shorter.every((token, i) => {
		const same = longer[i];
		return same?.key === token.key && !isChanged(same, token);
	});
}

/** One side of a merge, read from front to back along the base. */
class Version {
	readonly #tokens: readonly Token[];
	readonly #places: Int32Array;
	#read = 0;

	constructor(base: readonly Token[], tokens: readonly Token[]) {
		this.#tokens = tokens;
		this.#places = align(base, tokens);
	}

	/** The token of the base as it is here, or null where this side deleted it. */
	kept(index: number): Token | null {
		const place = this.#places[index] ?? NOWHERE;
		return this.#tokens[place] ?? null;
	}

	/** What this side wrote before a token that it kept, or before the end; each is given once. */
	newBefore(index: number): readonly Token[] {
		const end = this.#places[index] ?? this.#tokens.length;
		const written = this.#tokens.slice(this.#read, end);
		this.#read = end + 1;
		return written;
	}
}
