import type { Node } from '@tiptap/pm/model';
import { Pushing } from '#domain/content/suggestions/pushing.ts';
import type { Opened, Push, Unpushed } from '#domain/content/suggestions/pushing.ts';
import { NotAnswered } from './asking.ts';
import { Reader } from './nodes.ts';
import type { MineTold } from './suggestions.ts';

/** Where what one suggests is on its way to. */
export type LayerLine = {
	ask: () => Promise<MineTold>;
	send: (push: Push) => Promise<{ version: number }>;
};

/** The text on the screen. */
export type LayerScreen = {
	shown: () => Node;
	/** Puts there what it became elsewhere. Never while somebody composes a letter. */
	show: (next: Node) => void;
	isComposing: () => boolean;
};

/** Where what is not sent is kept, for a page that comes after this one. */
export type LayerKeep = { follow: (pushing: Pushing) => void; refused: () => void };

/** Why nothing more is taken: it is not there for this person any more, or what they have is not taken. */
type Refused = 'signIn' | 'noAccess' | 'gone' | 'failed';
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
	readonly #pushing: Pushing;
	/** What the editor begins with. */
	readonly begun: Node;
	readonly #reader = new Reader();
	readonly #line: LayerLine;
	readonly #keep: LayerKeep;
	#screen: LayerScreen;
	#told: (state: LayerState) => void;
	#based: () => void;
	#lost = false;
	#refused: Refused | null = null;
	/** The server may have another version than the one here. */
	#isNews = false;
	#isWorking = false;
	#isClosing = false;
	#end = () => {};
	/** Who wait until the server has told anew. */
	#waiting: (() => void)[] = [];
	#tries = 0;
	#typedAt: number | null = null;
	#timer: ReturnType<typeof setTimeout> | undefined;

	constructor(
		mine: MineTold,
		options: {
			line: LayerLine;
			keep: LayerKeep;
			screen: LayerScreen;
			onState: (state: LayerState) => void;
			/** The text of which it is a version is another. */
			onBase: () => void;
		}
	) {
		this.#line = options.line;
		this.#keep = options.keep;
		this.#screen = options.screen;
		this.#told = options.onState;
		this.#based = options.onBase;
		this.#pushing = new Pushing(this.#read(mine));
		this.begun = this.#pushing.mine;
	}

	/** The text that all share, of which this is a version. */
	get base(): Node {
		return this.#pushing.base;
	}

	get isUnsent(): boolean {
		return !this.#pushing.isSaved;
	}

	/** Something was typed. */
	typed(): void {
		this.#pushing.edited(this.#screen.shown());
		this.#keep.follow(this.#pushing);
		this.#tell();
		const now = performance.now();
		this.#typedAt ??= now;
		if (this.#refused || this.#lost) return;
		this.#later(Math.max(0, Math.min(SEND_AFTER_MS, this.#typedAt + SEND_WITHIN_MS - now)));
	}

	/** Something changed elsewhere. */
	heard(): void {
		this.#isNews = true;
		if (!this.#isClosing) void this.#work();
	}

	/** Resolves when the server has told what it has now. */
	told(): Promise<void> {
		return new Promise((resolve) => {
			this.#waiting.push(resolve);
			this.heard();
		});
	}

	/** A page that is gone had this: merged with what is here, and sent. Gives whether it was more than that. */
	inherit(unpushed: Unpushed): boolean {
		this.#pushing.edited(this.#screen.shown());
		const isNew = this.#pushing.inherit(unpushed);
		if (isNew) this.#screen.show(this.#pushing.mine);
		this.#keep.follow(this.#pushing);
		this.#tell();
		void this.#work();
		return isNew;
	}

	/** The line may be there again. */
	again(): void {
		if (this.#lost) void this.#work();
	}

	/** The editor goes away. What it has that is not sent goes on being sent behind it, until this resolves. */
	async close(): Promise<void> {
		let last = this.#screen.shown();
		this.#screen = { shown: () => last, show: (next) => (last = next), isComposing: () => false };
		[this.#told, this.#based] = [() => {}, () => {}];
		[this.#isClosing, this.#isNews] = [true, false];
		clearTimeout(this.#timer);
		if (!this.isUnsent || this.#refused) return;
		const ended = new Promise<void>((resolve) => (this.#end = resolve));
		void this.#work();
		await ended;
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
		if (this.#refused || !this.isUnsent) this.#end();
	}

	/** Does one thing that is to be done; whether there was one. */
	async #step(): Promise<boolean> {
		if (this.#isNews || this.#pushing.isStale) {
			if (this.#screen.isComposing()) {
				this.#later(SEND_AFTER_MS);
				return false;
			}
			this.#isNews = false;
			await this.#fetch();
			return true;
		}
		const push = this.#pushing.next();
		if (!push) return false;
		await this.#send(push);
		return true;
	}

	async #fetch(): Promise<void> {
		const waiting = [...this.#waiting];
		const opened = this.#read(await this.#line.ask());
		this.#pushing.edited(this.#screen.shown());
		if (this.#pushing.opened(opened)) this.#screen.show(this.#pushing.mine);
		this.#keep.follow(this.#pushing);
		this.#based();
		this.#waiting = this.#waiting.filter((one) => !waiting.includes(one));
		for (const go of waiting) go();
	}

	async #send(push: Push): Promise<void> {
		this.#keep.follow(this.#pushing);
		try {
			const { version } = await this.#line.send(push);
			this.#pushing.taken(push.push, version);
			this.#keep.follow(this.#pushing);
		} catch (error) {
			// Whether it arrived, nobody knows: what is there is asked for, and merged.
			this.#pushing.unknown(push.push);
			if (!(error instanceof NotAnswered && error.isStale)) throw error;
		}
	}

	#failed(error: unknown): void {
		const refused = error instanceof NotAnswered ? refusal(error) : 'failed';
		if (!(error instanceof NotAnswered)) reportError(error);
		this.#refused = refused;
		if (refused === 'failed') this.#keep.refused();
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

	#read({ base, suggested, ...more }: MineTold): Opened {
		const [text, mine] = this.#reader.read(base, suggested);
		if (!text || !mine) throw new Error('a text was read as nothing');
		return { ...more, base: text, suggested: mine };
	}
}

/** Of no answer, and of a server that has a moment, nothing is final. */
function refusal({ status, code }: NotAnswered): Refused | null {
	if (status === 0 || status >= 500 || code === 'too_many_suggestions') return null;
	if (status === 401) return 'signIn';
	if (status === 403) return 'noAccess';
	return status === 404 || status === 410 ? 'gone' : 'failed';
}
