import { SvelteMap } from 'svelte/reactivity';
import type { Anchor } from '#domain/anchors/anchor.ts';
import type { CommentBody, ReactionSign } from '#domain/threads.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Placed } from '#lib/ui/passages/shown-marks.ts';
import { toasts } from '#lib/ui/toasts.svelte.ts';
import * as api from './api.ts';
import type { Draft } from './draft.ts';
import { ordered } from './ordered.ts';
import { nameOf } from './person-words.ts';
import {
	filtered,
	isBeside,
	type Filter,
	type OpenedThreads,
	type TalkedAbout,
	type ThreadTold
} from './threads.ts';
import { withReaction } from './with-reaction.ts';

/** The thread that is being begun, where one is asked for by its id. */
export const BEGUN = 'begun';

/** The threads of one text as a page has them: which there are, which one is looked at, and what is being written. */
export class OpenThreads {
	state = $state.raw<'loading' | 'ready' | 'failed'>('loading');
	all = $state.raw<readonly ThreadTold[]>([]);
	mayComment = $state(false);
	filter = $state.raw<Filter>('open');
	/** The one that is looked at. */
	active = $state.raw<string | null>(null);
	/** The one whose card wants the focus as soon as it is there. */
	wantsFocus = $state.raw<string | null>(null);
	/** The words about which a thread is being begun; without words about the whole text. */
	begun = $state.raw<{ passage: Anchor | null } | null>(null);
	/** Where words are in the text, as far as that was looked for. */
	// eslint-disable-next-line svelte/prefer-svelte-reactivity -- replaced, never changed
	placed = $state.raw<ReadonlyMap<string, Placed>>(new Map());
	/** What others said just now, for who listens. */
	announcement = $state.raw('');
	/** What is being written, by thread or by comment: it stays when its card closes. */
	readonly drafts = new SvelteMap<string, Draft>();
	readonly about: TalkedAbout;
	readonly shown = $derived.by(() => ordered(filtered(this.all, this.filter), this.placed));
	readonly open = $derived(filtered(this.all, 'open').length);
	#loading: Promise<void> | null = null;
	#isStale = false;
	#isPlaced = false;
	/** A thread is being begun: until it is known to be, it must not stand there twice. */
	#isSending = false;
	#isSent = false;
	readonly #me: { id: string; name: string };

	constructor(about: TalkedAbout, me: { id: string; name: string }) {
		this.about = about;
		this.#me = me;
	}

	/** Reads them again. What changes meanwhile is read too before this is done. */
	load(): Promise<void> {
		this.#isStale = true;
		if (this.#isSending) return Promise.resolve();
		this.#loading ??= this.#read();
		return this.#loading;
	}

	async #read(): Promise<void> {
		while (this.#isStale) {
			this.#isStale = false;
			const answer = await api.readThreads(this.about);
			if (answer.ok) this.#take(answer.value);
			else if (this.state !== 'ready') this.state = 'failed';
		}
		// At once: who asks from now on is not answered by what was read before.
		this.#loading = null;
	}

	#take({ threads, may }: OpenedThreads): void {
		this.mayComment = may.comment;
		if (this.#isSent) this.leave();
		this.#isSent = false;
		if (this.state === 'ready') this.announcement = newsIn(this.all, threads) || this.announcement;
		// The same again is no reason to look for all their words again.
		if (!isSame(this.all, threads)) this.all = threads;
		this.state = 'ready';
		// What somebody else resolved is looked at no more.
		const active = this.find(this.active);
		if (active && !this.shown.includes(active)) this.active = null;
	}

	find(id: string | null): ThreadTold | undefined {
		return this.all.find((thread) => thread.id === id);
	}

	/** Looks at one, wherever the filter has it; with `focus` its card takes that. */
	activate(id: string | null, { focus = false } = {}): void {
		const thread = this.find(id);
		if (thread && !filtered([thread], this.filter).includes(thread)) {
			this.filter = thread.resolved ? 'resolved' : 'open';
		}
		this.active = id;
		if (focus) this.wantsFocus = id;
	}

	/** The one after (or before) that which is looked at, or else the first that stands at or after a place. */
	step(by: 1 | -1, place: number): void {
		const { shown } = this;
		const here = shown.findIndex(({ id }) => id === this.active);
		const after = shown.findIndex(({ id }) => (this.placed.get(id)?.from ?? Infinity) >= place);
		const from = here >= 0 ? here + by : after < 0 ? -1 : by > 0 ? after : after - 1;
		const next = shown.at(from % Math.max(1, shown.length));
		if (next) this.activate(next.id, { focus: true });
	}

	begin(passage: Anchor | null): void {
		this.begun = { passage };
		this.activate(BEGUN, { focus: true });
	}

	/** Stops beginning one. */
	leave(): void {
		this.begun = null;
		this.drafts.delete(BEGUN);
		if (this.active === BEGUN) this.active = null;
	}

	/** Begins a thread; answers why not, when that was refused. */
	async send(body: CommentBody): Promise<string | null> {
		const passage = this.begun?.passage ?? null;
		this.#isSending = true;
		const answer = await api.beginThread(this.about, { passage, body });
		this.#isSending = false;
		this.#isSent = answer.ok;
		await this.load();
		if (!answer.ok) return answer.code === 'passage_changed' ? m.threads_words_moved() : answer.why;
		this.filter = 'open';
		this.activate(answer.value.id, { focus: true });
		return null;
	}

	async reply(thread: string, body: CommentBody): Promise<string | null> {
		return this.#after(await api.addComment(thread, body));
	}

	async edit(comment: string, body: CommentBody): Promise<string | null> {
		return this.#after(await api.editComment(comment, body));
	}

	async remove(comment: string): Promise<void> {
		this.#say(await this.#after(await api.removeComment(comment)));
	}

	async assign(thread: string, assigned: api.Assigned): Promise<string | null> {
		return this.#after(await api.changeThread(thread, assigned));
	}

	async resolve(thread: ThreadTold, resolved: boolean): Promise<void> {
		const by = { ...this.#me, function: null, organisation: null, isSelf: true };
		// eslint-disable-next-line svelte/prefer-svelte-reactivity -- a moment, which never changes
		const at = new Date().toISOString();
		this.#put({ ...thread, resolved: resolved ? { at, by } : null });
		const why = await this.#after(await api.changeThread(thread.id, { resolved }));
		if (why) return this.#say(why);
		if (resolved) {
			const undo = { label: m.threads_reopen(), run: () => void this.resolve(thread, false) };
			toasts.show({ kind: 'done', text: m.threads_is_resolved(), action: undo });
		} else toasts.show({ kind: 'done', text: m.threads_is_reopened() });
	}

	async react(thread: ThreadTold, comment: string, sign: ReactionSign, on: boolean): Promise<void> {
		const me = { ...this.#me, function: null, organisation: null, isSelf: true };
		this.#put(withReaction(thread, { comment, sign, on, me }));
		this.#say(await this.#after(await api.react(comment, sign, on)));
	}

	/** What is done shows at once; what the server says of it follows. */
	#put(changed: ThreadTold): void {
		this.all = this.all.map((thread) => (thread.id === changed.id ? changed : thread));
	}

	async #after(answer: api.Answer<unknown>): Promise<string | null> {
		await this.load();
		return answer.ok ? null : answer.why;
	}

	#say(why: string | null): void {
		if (why) toasts.show({ kind: 'danger', text: why });
	}

	/** The words of these were looked for; where the server told otherwise, it is asked again. */
	place(placed: readonly Placed[], looked: ReadonlySet<string>): void {
		const before = this.#isPlaced ? this.placed : null;
		this.#isPlaced = true;
		// eslint-disable-next-line svelte/prefer-svelte-reactivity -- replaced, never changed
		const now = new Map(placed.map((mark) => [mark.id, mark]));
		this.placed = now;
		const differs = this.all.some(
			(thread) =>
				looked.has(thread.id) &&
				isBeside(thread) !== now.has(thread.id) &&
				before?.has(thread.id) !== now.has(thread.id)
		);
		if (differs) void this.load();
	}
}

function isSame(some: readonly ThreadTold[], others: readonly ThreadTold[]): boolean {
	return JSON.stringify(some) === JSON.stringify(others);
}

/** Who said something since, in words; empty when nobody else did. */
function newsIn(before: readonly ThreadTold[], now: readonly ThreadTold[]): string {
	const known = new Set(before.flatMap(({ comments }) => comments.map(({ id }) => id)));
	const fresh = now
		.flatMap(({ comments }) => comments)
		.filter(({ id, author }) => !known.has(id) && !author.isSelf);
	const [first] = fresh;
	if (!first) return '';
	const name = nameOf(first.author);
	return fresh.length === 1
		? m.threads_news_one({ name })
		: m.threads_news_many({ count: fresh.length });
}
