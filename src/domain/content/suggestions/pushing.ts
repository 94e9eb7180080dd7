import type { Node } from '@tiptap/pm/model';
import type { BlockJson } from '../../suggestions.ts';
import { mergeDocuments } from '../merge/merge.ts';
import { changedBlocks } from '../merge/spans.ts';

/** A text as somebody would have it, as the server has that. */
export type Opened = {
	/** One more with each change of theirs or of the text under it. */
	version: number;
	base: Node;
	suggested: Node;
	/** The last pushes that are in it. */
	pushes: readonly string[];
};

/** What the server is asked to take in: what became of the blocks [from, to) of what it had at `version`. */
export type Push = { push: string; version: number; from: number; to: number; blocks: BlockJson[] };

/**
 * What somebody suggests, while they do: what the server has of it, what is on its way, and what they see. One push is
 * on its way at a time. Whatever else happened meanwhile is merged when the server tells what it has now.
 */
export class Pushing {
	#version: number;
	#base: Node;
	#acked: Node;
	#mine: Node;
	/** What was sent on this version: at most one of them arrives, be it late. */
	#tried: { push: string; suggested: Node }[] = [];
	#underWay: string | null = null;
	#isStale = false;
	readonly #newId: () => string;

	constructor(
		{ version, base, suggested }: Opened,
		newId: () => string = () => crypto.randomUUID()
	) {
		this.#version = version;
		this.#base = base;
		this.#acked = suggested;
		this.#mine = suggested;
		this.#newId = newId;
	}

	/** The text that the suggestion is about, as it was when the server last told. */
	get base(): Node {
		return this.#base;
	}

	/** The text as they would have it. */
	get mine(): Node {
		return this.#mine;
	}

	/** Whether the server has all of it. */
	get isSaved(): boolean {
		return this.#underWay === null && this.#acked.eq(this.#mine);
	}

	/** Whether the server must tell what it has (`opened`) before anything can be sent. */
	get isStale(): boolean {
		return this.#isStale;
	}

	/** They changed it. */
	edited(mine: Node): void {
		this.#mine = mine;
	}

	/** What to send now, or null. Call one of the answers when it is known what became of it. */
	next(): Push | null {
		if (this.#underWay !== null || this.#isStale) return null;
		const spans = changedBlocks(this.#acked, this.#mine);
		const [first, last] = [spans[0], spans.at(-1)];
		if (!first || !last) return null;
		const push = this.#newId();
		this.#underWay = push;
		this.#tried.push({ push, suggested: this.#mine });
		const blocks = this.#mine.children
			.slice(first.to[0], last.to[1])
			.map((block): BlockJson => block.toJSON());
		return { push, version: this.#version, from: first.from[0], to: last.from[1], blocks };
	}

	/** It was taken in: nothing else had changed. */
	taken(push: string, version: number): void {
		const tried = this.#tried.find((one) => one.push === push);
		if (!tried) return;
		this.#acked = tried.suggested;
		this.#begin(version);
	}

	/**
	 * It was refused because something else changed, or nobody knows whether it arrived (the line was lost, the server
	 * had an accident). The same push is never sent twice: the server is asked what it has.
	 */
	unknown(push: string): void {
		if (this.#underWay !== push) return;
		this.#underWay = null;
		this.#isStale = true;
	}

	/**
	 * What the server has now; gives whether what they see changed by it. An answer from before what is known already
	 * says nothing.
	 */
	opened({ version, base, suggested, pushes }: Opened): boolean {
		if (version < this.#version) return false;
		if (version === this.#version) {
			// Nothing arrived, at least not yet.
			this.#isStale = false;
			return false;
		}
		// What arrived is in what the server has: merged from before, it would count as written twice.
		const arrived = this.#tried.find(({ push }) => pushes.includes(push));
		const merged = mergeDocuments(arrived?.suggested ?? this.#acked, suggested, this.#mine);
		const isNew = !merged.eq(this.#mine);
		this.#base = base;
		this.#acked = suggested;
		this.#mine = merged;
		this.#begin(version);
		return isNew;
	}

	/** What was tried on an older version and did not arrive never will: it is refused. */
	#begin(version: number): void {
		this.#version = version;
		this.#tried = [];
		this.#underWay = null;
		this.#isStale = false;
	}
}
