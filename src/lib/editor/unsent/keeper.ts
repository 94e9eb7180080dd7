import { mergeUpdates } from 'yjs';
import type { Unsent } from '../save-state.ts';
import { Drawer } from './drawer.ts';
import type { Left } from './drawer.ts';
import { hasStore, whenForgotten } from './forget.ts';
import { afterLife, ended, live } from './life.ts';

/** Whether what is unsent is on this device; `off` when it can't or may not be. */
export type Keeping = 'off' | 'busy' | 'kept';

/** Long enough to take a word at once and to let an ordinary acknowledgement come first. */
const KEEP_WITHIN_MS = 200;
/** Keeping a lot takes longer: never more than a tenth of the time. */
const REST = 9;
/** And never so long that words stay unkept behind a device that was busy once. */
const MOST_REST_MS = 2000;
/**
 * So many updates stay apart, and what comes after them is one: the first ones may have arrived although
 * nobody heard of it, and who comes back has to find out which.
 */
const MOST_APART = 200;

export type KeeperOptions = {
	person: string;
	/** The part, or the place of what one suggests in it. */
	part: string;
	/** One text opened once, in one tab. */
	page: string;
	/** The text that these edits were made on; the same bytes as long as it is the same. */
	base: () => Uint8Array;
	onChange: () => void;
};

/**
 * Keeps on this device what one page typed and the server has not acknowledged, and nothing else: what
 * is acknowledged in time never gets there. Keeps nothing until it is told that it may.
 */
export class Keeper {
	readonly #options: KeeperOptions;
	/** Since everything was stored. */
	#edits: Uint8Array[] = [];
	#may = false;
	#refused = false;
	/** Ours, and those of pages before us whose edits are in this page now. */
	readonly #rows = new Set<string>();
	readonly #asked = new Set<string>();
	#keptBase: Uint8Array | null = null;
	/** Counts what changed, and how far the device is with it. */
	#wanted = 0;
	#done = 0;
	#state: 'fine' | 'failing' | 'ended' = 'fine';
	#alive: Promise<void> | null = null;
	#drawer: Promise<Drawer> | null = null;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#isWorking = false;
	#restMs = KEEP_WITHIN_MS;
	readonly #life = new AbortController();
	readonly #stopListening: () => void;

	constructor(options: KeeperOptions) {
		this.#options = options;
		const stop = whenForgotten(() => this.#end());
		document.addEventListener('visibilitychange', this.#now);
		window.addEventListener('pagehide', this.#now);
		this.#stopListening = () => {
			stop();
			document.removeEventListener('visibilitychange', this.#now);
			window.removeEventListener('pagehide', this.#now);
		};
	}

	/** Of what this page has not delivered. */
	get keeping(): Keeping {
		if (!this.#may || this.#state !== 'fine') return 'off';
		return this.#done === this.#wanted ? 'kept' : 'busy';
	}

	/** Where that is, as people are told. */
	get where(): Exclude<Unsent, 'none'> {
		const { keeping } = this;
		if (keeping === 'off') return 'here';
		return keeping === 'busy' ? 'keeping' : 'kept';
	}

	/** The server says whether this text may be kept here. When not, what was kept goes at once. */
	allow(may: boolean): void {
		if (may === this.#may) return;
		this.#may = may;
		this.#changed(may ? KEEP_WITHIN_MS : 0);
	}

	edited(update: Uint8Array): void {
		this.#edits.push(update);
		this.#changed(this.#restMs);
	}

	/** All edits of this page are this one now: they met what others did meanwhile. */
	returned(update: Uint8Array): void {
		if (this.#edits.length > 0) this.holds(update);
	}

	/** All that this page has not delivered is this. */
	holds(all: Uint8Array): void {
		this.#edits = [all];
		this.#changed(this.#restMs);
	}

	/** All that this page has is stored: nothing of it stays here. */
	stored(): void {
		// Nothing here, or going already.
		const isGoing = this.#done < this.#wanted;
		if (this.#edits.length === 0 && (this.#rows.size === 0 || isGoing)) return;
		this.#edits = [];
		if (this.#rows.size > 0 || this.#isWorking) return this.#changed(0);
		// Acknowledged before it came to keeping, as nearly always.
		clearTimeout(this.#timer);
		this.#timer = undefined;
		this.#done = ++this.#wanted;
	}

	/** The server did not want these edits: next time they are not sent again, but offered as text. */
	refused(): void {
		if (this.#refused) return;
		this.#refused = true;
		this.#changed(0);
	}

	/**
	 * What pages that are gone left of this text, now, and of others as they go; each for one page only, and when that is
	 * ready for it.
	 */
	async inherit(
		take: (left: Left, base: Uint8Array | null) => void,
		ready: () => Promise<void> = () => Promise.resolve()
	): Promise<void> {
		const { person, part, page: own } = this.#options;
		if (this.#state === 'ended' || !(await hasStore(person))) return;
		const drawer = await this.#open();
		for (const page of await drawer.pages(part)) {
			if (page === own || this.#asked.has(page)) continue;
			this.#asked.add(page);
			const inherited = afterLife(page, this.#life.signal, async () => {
				await Promise.race([ready(), ended(this.#life.signal)]);
				if (this.#life.signal.aborted) return;
				const left = await drawer.read(part, page);
				if (!left) return;
				const base = await drawer.base(part, page);
				this.#rows.add(page);
				take(left, base);
			});
			// This text is closed first, or the store is gone.
			inherited.catch(() => {});
		}
	}

	/** What that page left did not become part of this one: it stays here until it is thrown away. */
	leave(page: string): void {
		this.#rows.delete(page);
	}

	/** Throws away what this page or a page before it left, at the wish of the person. */
	discard(page: string = this.#options.page): void {
		if (page === this.#options.page) return this.stored();
		this.#rows.delete(page);
		const removed = this.#drawer?.then((drawer) => drawer.remove(this.#options.part, [page]));
		removed?.catch(() => {});
	}

	/** Leaves what is on the device where it is, for the next page of this person. */
	close(): void {
		this.#end();
		this.#life.abort();
	}

	#end(): void {
		if (this.#state === 'ended') return;
		this.#state = 'ended';
		clearTimeout(this.#timer);
		this.#stopListening();
		this.#drawer?.then((drawer) => drawer.close()).catch(() => {});
		this.#options.onChange();
	}

	#changed(inMs: number): void {
		this.#wanted++;
		if (inMs === 0) this.#now();
		else if (this.#may) this.#timer ??= setTimeout(this.#now, inMs);
		this.#options.onChange();
	}

	#now = (): void => {
		clearTimeout(this.#timer);
		this.#timer = undefined;
		if (!this.#isWorking && this.#state !== 'ended') void this.#catchUp();
	};

	async #catchUp(): Promise<void> {
		this.#isWorking = true;
		const begun = performance.now();
		try {
			while (this.#done < this.#wanted) {
				const upTo = this.#wanted;
				await (this.#may && this.#edits.length > 0 ? this.#put() : this.#empty());
				this.#done = upTo;
			}
			if (this.#state === 'failing') this.#state = 'fine';
		} catch {
			// Full, or not for us: the next edit tries again, and until then nothing is called kept.
			if (this.#state === 'fine') this.#state = 'failing';
		}
		this.#isWorking = false;
		const rest = REST * (performance.now() - begun);
		this.#restMs = Math.min(Math.max(KEEP_WITHIN_MS, rest), MOST_REST_MS);
		this.#options.onChange();
	}

	async #put(): Promise<void> {
		const { part, page } = this.#options;
		const drawer = await this.#open();
		const apart = this.#edits.slice(0, MOST_APART);
		const later = this.#edits.slice(MOST_APART);
		this.#edits = later.length > 0 ? [...apart, mergeUpdates(later)] : apart;
		const edits = this.#edits;
		const base = this.#options.base();
		const newBase = base === this.#keptBase ? null : base;
		const before = [...this.#rows].filter((row) => row !== page);
		this.#rows.add(page);
		await drawer.put({ part, page, edits, refused: this.#refused }, newBase);
		this.#keptBase = base;
		// In ours by now.
		if (before.length > 0) await drawer.remove(part, before);
		for (const row of before) this.#rows.delete(row);
	}

	async #empty(): Promise<void> {
		const rows = [...this.#rows];
		if (rows.length === 0) return;
		await (await this.#open()).remove(this.#options.part, rows);
		this.#keptBase = null;
		for (const row of rows) this.#rows.delete(row);
	}

	// At the first need: who never loses the line never has a store.
	#open(): Promise<Drawer> {
		if (this.#state === 'ended') throw new Error('the store was given up');
		const { person, page } = this.#options;
		this.#alive ??= live(page, this.#life.signal);
		this.#drawer ??= this.#alive
			.then(() => Drawer.open(person, () => this.#end()))
			.catch((error: unknown) => {
				this.#drawer = null;
				throw error;
			});
		return this.#drawer;
	}
}
