import type { Node } from '@tiptap/pm/model';
import type { BlockJson } from '../../suggestions.ts';
import { mergeDocuments } from '../merge/merge.ts';
import { changedBlocks } from '../merge/spans.ts';
import type { PushedBlocks } from './pushed.ts';

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
export type Push = PushedBlocks & { push: string; version: number };

/** A push of which nobody knows yet whether it arrives, and what they would have had if it does. */
export type Tried = { push: string; suggested: Node };

/** What the server is not known to have, with all that another page needs to go on with it. */
export type Unpushed = {
	/** What the server had when it last told. */
	version: number;
	acked: Node;
	mine: Node;
	tried: readonly Tried[];
};

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
	#tried: Tried[] = [];
	/** The last pushes that the server told of. */
	#arrived: readonly string[];
	/** The name of the next push. It is known before, so that it can be kept before. */
	#nextPush: string;
	#underWay: string | null = null;
	#isStale = false;
	readonly #newId: () => string;

	constructor(
		{ version, base, suggested, pushes }: Opened,
		newId: () => string = () => crypto.randomUUID()
	) {
		this.#version = version;
		this.#base = base;
		this.#acked = suggested;
		this.#mine = suggested;
		this.#arrived = pushes;
		this.#newId = newId;
		this.#nextPush = newId();
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
		return this.#underWay === null && !this.#isStale && this.#acked.eq(this.#mine);
	}

	/**
	 * What to keep until the server has it. The next push is among what was tried: of a page that ends in the moment
	 * after it is sent, nobody could tell later whether it arrived.
	 */
	get unpushed(): Unpushed {
		const next = { push: this.#nextPush, suggested: this.#mine };
		const tried = [...this.#tried, next];
		return { version: this.#version, acked: this.#acked, mine: this.#mine, tried };
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
		const change = changeOf(this.#acked, this.#mine);
		if (!change) return null;
		const push = this.#nextPush;
		this.#nextPush = this.#newId();
		this.#underWay = push;
		this.#tried.push({ push, suggested: this.#mine });
		return { push, version: this.#version, ...change };
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
		this.#arrived = pushes;
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

	/**
	 * What another page had not pushed, which is gone; the server must have told what it has after that. Gives whether what
	 * they see changed by it.
	 */
	inherit({ version, acked, mine, tried }: Unpushed): boolean {
		const arrived = tried.find(({ push }) => this.#arrived.includes(push));
		const theirs = mergeDocuments(arrived?.suggested ?? acked, this.#acked, mine);
		const merged = mergeDocuments(this.#acked, theirs, this.#mine);
		const isNew = !merged.eq(this.#mine);
		this.#mine = merged;
		// On this version it may arrive still.
		if (version === this.#version) this.#tried.push(...tried);
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

/** What became of the blocks of a text, as one run; null where nothing did. */
export function changeOf(from: Node, to: Node): PushedBlocks | null {
	const spans = changedBlocks(from, to);
	const [first, last] = [spans[0], spans.at(-1)];
	if (!first || !last) return null;
	const blocks = to.children
		.slice(first.to[0], last.to[1])
		.map((block): BlockJson => block.toJSON());
	return { from: first.from[0], to: last.from[1], blocks };
}
