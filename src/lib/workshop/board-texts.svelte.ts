import { SvelteMap, SvelteSet } from 'svelte/reactivity';
import type { BoardNews, BoardText } from './workshop.ts';

/** Often enough to see words come, seldom enough for thirty groups that write at once. */
const ASK_EVERY_MS = 1000;
/** That somebody stopped writing is told by nobody: it is asked for. */
const STILL_WRITING_MS = 4000;

/** What all groups write, kept up to date text by text: only a card whose text changed is drawn anew. */
export class BoardTexts {
	readonly of = new SvelteMap<string, BoardText>();
	readonly here = new SvelteSet<string>();
	readonly writing = new SvelteSet<string>();
	#since = '';
	#timer: ReturnType<typeof setTimeout> | undefined;
	#later: ReturnType<typeof setTimeout> | undefined;
	#askedAt = -Infinity;

	constructor(news: BoardNews) {
		this.begin(news);
	}

	/** Everything of a round at once; what is no longer there goes. */
	begin(news: BoardNews): void {
		const isThere = (group: string) => news.texts.some((text) => text.group === group);
		for (const group of this.of.keys()) if (!isThere(group)) this.of.delete(group);
		this.#take(news);
	}

	/** Asks soon what changed; many calls are one question. */
	ask(run: string): void {
		if (this.#timer !== undefined) return;
		clearTimeout(this.#later);
		const wait = Math.max(0, this.#askedAt + ASK_EVERY_MS - performance.now());
		this.#timer = setTimeout(() => void this.#fetch(run), wait);
	}

	stop(): void {
		clearTimeout(this.#timer);
		clearTimeout(this.#later);
		this.#timer = undefined;
	}

	async #fetch(run: string): Promise<void> {
		this.#askedAt = performance.now();
		const asked = this.#since;
		this.#timer = undefined;
		const response = await fetch(
			`/api/v1/runs/${run}/board?since=${encodeURIComponent(asked)}`
		).catch(() => null);
		// Of a round that began meanwhile the page was told everything, and this is of the one before.
		if (!response?.ok || asked !== this.#since) return;
		const news = (await response.json()) as BoardNews;
		if (asked !== this.#since) return;
		this.#take(news);
		if (this.writing.size > 0) this.#later = setTimeout(() => this.ask(run), STILL_WRITING_MS);
	}

	#take({ since, texts, here, writing }: BoardNews): void {
		this.#since = since;
		for (const text of texts) this.of.set(text.group, text);
		put(this.here, here);
		put(this.writing, writing);
	}
}

/** Adds and takes away what changed: a set that is emptied and filled would redraw all who look in it. */
function put(set: SvelteSet<string>, members: readonly string[]): void {
	for (const member of set) if (!members.includes(member)) set.delete(member);
	for (const member of members) set.add(member);
}
