import type { Node } from '@tiptap/pm/model';
import { mergeDocuments } from '#domain/content/merge/merge.ts';
import type { BlockJson } from '#domain/suggestions.ts';
import { NotAnswered } from './asking.ts';
import { Reader } from './nodes.ts';
import type { MineChange, MineTold } from './suggestions.ts';

/** Where what one suggests is on its way to. */
export type LayerLine = {
	ask: () => Promise<MineTold>;
	send: (change: MineChange) => Promise<{ version: number }>;
};

/** The text on the screen. */
export type LayerScreen = {
	shown: () => Node;
	/** Puts there what it became elsewhere. Never while somebody composes a letter. */
	show: (next: Node) => void;
	isComposing: () => boolean;
};

/** Why nothing more is taken: it is not there for this person any more, or what they have is not taken. */
export type Refused = 'signIn' | 'noAccess' | 'gone' | 'failed';
export type LayerState = {
	line: 'open' | 'lost' | { refused: Refused };
	/** Words on the screen that the server does not have. */
	unsent: boolean;
};

/** A pause in typing, or so long into it; then it is sent. */
const SEND_AFTER_MS = 300;
const SEND_WITHIN_MS = 1500;
/** Between tries, longer each time. */
const TRY_AGAIN_MS = { first: 1000, most: 15_000 };

/**
 * The text as one person would have it, kept alike on the screen and on the server: one change is under way at a time,
 * made on the version that was seen last; what became of it elsewhere in the meantime is merged with what was typed.
 */
export class OwnLayer {
	/** The text that all share, of which this is a version. */
	base: Node;
	#version: number;
	/** What the server has. */
	#stored: Node;
	readonly #reader = new Reader();
	readonly #line: LayerLine;
	#screen: LayerScreen;
	#told: (state: LayerState) => void;
	#based: () => void;
	#lost = false;
	#refused: Refused | null = null;
	/** The server may have another version than the one here. */
	#isStale = false;
	#isWorking = false;
	#isClosing = false;
	#tries = 0;
	#typedAt: number | null = null;
	#timer: ReturnType<typeof setTimeout> | undefined;

	constructor(
		mine: MineTold,
		options: {
			line: LayerLine;
			screen: LayerScreen;
			onState: (state: LayerState) => void;
			/** The text of which it is a version is another. */
			onBase: () => void;
		}
	) {
		this.#line = options.line;
		this.#screen = options.screen;
		this.#told = options.onState;
		this.#based = options.onBase;
		this.#version = mine.version;
		[this.base, this.#stored] = this.#read(mine);
	}

	/** What the editor begins with. */
	get stored(): Node {
		return this.#stored;
	}

	/** Something was typed. */
	typed(): void {
		this.#tell();
		if (this.#refused) return;
		const now = performance.now();
		this.#typedAt ??= now;
		if (this.#lost) return;
		this.#later(Math.max(0, Math.min(SEND_AFTER_MS, this.#typedAt + SEND_WITHIN_MS - now)));
	}

	/** Something changed elsewhere. */
	heard(): void {
		this.#isStale = true;
		if (!this.#isClosing) void this.#work();
	}

	/** The line may be there again. */
	again(): void {
		if (this.#lost) void this.#work();
	}

	/** The editor goes away. What it has that is not sent goes on being sent behind it. */
	close(): void {
		let last = this.#screen.shown();
		this.#screen = { shown: () => last, show: (next) => (last = next), isComposing: () => false };
		[this.#told, this.#based] = [() => {}, () => {}];
		this.#isClosing = true;
		if (this.isUnsent) void this.#work();
	}

	get isUnsent(): boolean {
		return !this.#stored.eq(this.#screen.shown());
	}

	#later(ms: number): void {
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => void this.#work(), ms);
	}

	async #work(): Promise<void> {
		if (this.#isWorking || this.#refused) return;
		this.#isWorking = true;
		clearTimeout(this.#timer);
		try {
			while (await this.#step());
			[this.#lost, this.#tries, this.#typedAt] = [false, 0, null];
		} catch (error) {
			this.#failed(error);
		}
		this.#isWorking = false;
		this.#tell();
	}

	/** Does one thing that is to be done; whether there was one. */
	async #step(): Promise<boolean> {
		if (this.#isStale) {
			if (this.#screen.isComposing()) {
				this.#later(SEND_AFTER_MS);
				return false;
			}
			this.#isStale = false;
			await this.#fetch();
			return true;
		}
		if (!this.isUnsent) return false;
		await this.#send();
		return true;
	}

	async #fetch(): Promise<void> {
		const mine = await this.#line.ask();
		const [base, theirs] = this.#read(mine);
		const shown = this.#screen.shown();
		const next = mergeDocuments(this.#stored, theirs, shown);
		[this.base, this.#stored, this.#version] = [base, theirs, mine.version];
		if (!next.eq(shown)) this.#screen.show(next);
		this.#based();
	}

	async #send(): Promise<void> {
		const shown = this.#screen.shown();
		const change = { version: this.#version, ...changeOf(this.#stored, shown) };
		try {
			const { version } = await this.#line.send(change);
			[this.#version, this.#stored] = [version, shown];
		} catch (error) {
			// Whether it arrived, nobody knows: what is there is asked for, and merged.
			this.#isStale = true;
			if (!(error instanceof NotAnswered && error.isStale)) throw error;
		}
	}

	#failed(error: unknown): void {
		const refused = error instanceof NotAnswered ? refusal(error.status) : 'failed';
		if (!(error instanceof NotAnswered)) reportError(error);
		this.#refused = refused;
		if (refused) return;
		this.#lost = true;
		const wait = Math.min(TRY_AGAIN_MS.most, TRY_AGAIN_MS.first * 2 ** this.#tries);
		this.#tries += 1;
		// Not all at the same moment.
		this.#later(wait * (0.75 + Math.random() / 2));
	}

	#tell(): void {
		const line = this.#refused ? { refused: this.#refused } : this.#lost ? 'lost' : 'open';
		this.#told({ line, unsent: this.isUnsent });
	}

	#read({ base, suggested }: MineTold): [Node, Node] {
		const [text, mine] = this.#reader.read(base, suggested);
		if (!text || !mine) throw new Error('a text was read as nothing');
		return [text, mine];
	}
}

/** Of no answer, and of a server that has a moment, nothing is final. */
function refusal(status: number): Refused | null {
	if (status === 0 || status === 429 || status >= 500) return null;
	if (status === 401) return 'signIn';
	if (status === 403) return 'noAccess';
	return status === 404 || status === 410 ? 'gone' : 'failed';
}

/** The blocks in which two texts differ. */
function changeOf(from: Node, to: Node): { from: number; to: number; blocks: BlockJson[] } {
	const [before, after] = [from.children, to.children];
	const most = Math.min(before.length, after.length);
	let start = 0;
	while (start < most && before[start]?.eq(after[start]!)) start += 1;
	let end = 0;
	while (end < most - start && before.at(-1 - end)?.eq(after.at(-1 - end)!)) end += 1;
	const blocks = after.slice(start, after.length - end).map((block): BlockJson => block.toJSON());
	return { from: start, to: before.length - end, blocks };
}
