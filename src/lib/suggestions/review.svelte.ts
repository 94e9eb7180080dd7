import type { Editor } from '@tiptap/core';
import { personHue } from '#domain/hue.ts';
import type { Verdict } from '#domain/suggestions.ts';
import { m } from '#lib/paraglide/messages.js';
import { drawLayer } from '#lib/ui/passages/passage-marks.ts';
import { initials } from '#lib/ui/person.ts';
import { toasts } from '#lib/ui/toasts.svelte.ts';
import { askLayers, NotAnswered, sendDecision } from './asking.ts';
import type { Decision } from './asking.ts';
import { placesOf } from './found.ts';
import { decorationsOf, LAYER } from './hunk-decorations.ts';
import { hunkSentence } from './hunk-words.ts';
import { toContent } from './nodes.ts';
import { RunReader, suggestedIn } from './runs-in-text.ts';
import type { Suggested } from './runs-in-text.ts';
import type { LayerTold } from './suggestions.ts';
import './suggested.css';

/** Changes of one moment are asked for once. */
const ASK_AFTER_MS = 150;
/** Long enough to finish a word; until then what is drawn moves along with the words. */
const LOOK_AFTER_MS = 800;
/** Who writes on without a pause hears of changes within this. */
const ASK_WITHIN_MS = 5_000;

const DONE: Record<Verdict, { one: () => string; many: (of: { count: number }) => string }> = {
	accepted: { one: m.suggestions_accepted_one, many: m.suggestions_accepted },
	rejected: { one: m.suggestions_rejected_one, many: m.suggestions_rejected },
	withdrawn: { one: m.suggestions_withdrawn_one, many: m.suggestions_withdrawn }
};

/** What people suggest in one text: as it is drawn in it, and as it is decided on. */
export class Review {
	readonly part: string;
	all = $state.raw<readonly Suggested[]>([]);
	state = $state<'asking' | 'there' | 'failed'>('asking');
	/** The id of the one that one is at. */
	current = $state<string | null>(null);
	/** What one saw is not what there is any more. */
	isStale = $state(false);
	isBusy = $state(false);
	/** Read out. */
	said = $state('');
	#shown = $state(true);
	#layers: readonly LayerTold[] = [];
	readonly #runs = new RunReader();
	#editor: Editor | null = null;
	#asking: ReturnType<typeof setTimeout> | undefined;
	#looking: ReturnType<typeof setTimeout> | undefined;
	#asked = 0;
	#heardAt: number | null = null;

	constructor(part: string) {
		this.part = part;
	}

	get shown(): boolean {
		return this.#shown;
	}
	set shown(shown: boolean) {
		this.#shown = shown;
		this.#draw();
	}

	/** Shows what is suggested in the editor of the text. Answers the way to stop. */
	attach(editor: Editor): () => void {
		this.#editor = editor;
		const { dom } = editor.view;
		const look = () => {
			clearTimeout(this.#looking);
			this.#looking = setTimeout(() => this.#look(), LOOK_AFTER_MS);
		};
		const clicked = (event: Event) => {
			const at = event.target instanceof Element && event.target.closest('[data-suggestion]');
			if (at instanceof HTMLElement)
				this.goTo(at.dataset['suggestion'] ?? null, { scrolls: false });
		};
		const keys = (event: KeyboardEvent) => this.keys(event);
		editor.on('update', look);
		dom.addEventListener('click', clicked);
		document.addEventListener('keydown', keys);
		this.#look();
		void this.ask();
		return () => {
			clearTimeout(this.#looking);
			clearTimeout(this.#asking);
			editor.off('update', look);
			dom.removeEventListener('click', clicked);
			document.removeEventListener('keydown', keys);
			if (!editor.isDestroyed) drawLayer(editor, LAYER, []);
			this.#editor = null;
		};
	}

	/** Something changed: it is asked for soon, once, in a pause of who writes. */
	heard(): void {
		this.#heardAt ??= performance.now();
		clearTimeout(this.#asking);
		this.#asking = setTimeout(() => {
			const waited = performance.now() - (this.#heardAt ?? 0);
			if (this.#looking !== undefined && waited < ASK_WITHIN_MS) this.heard();
			else void this.ask();
		}, ASK_AFTER_MS);
	}

	async ask(): Promise<void> {
		const asked = (this.#asked += 1);
		this.#heardAt = null;
		try {
			const layers = await askLayers(this.part);
			// Only the last answer counts.
			if (asked !== this.#asked) return;
			this.#layers = this.#runs.read(layers);
			this.state = 'there';
			this.#look();
		} catch (error) {
			if (!(error instanceof NotAnswered)) throw error;
			if (this.state !== 'there') this.state = 'failed';
		}
	}

	/** Those that meet what is selected in the text. */
	between(from: number, to: number): Suggested[] {
		return this.all.filter((one) =>
			placesOf(one, 'base')?.some((place) => place.from <= to && place.to >= from)
		);
	}

	/** To the next or the previous one, round. */
	step(by: 1 | -1): void {
		const count = this.all.length;
		if (count === 0) return;
		const here = this.all.findIndex(({ id }) => id === this.current);
		const nth = here < 0 && by < 0 ? count - 1 : (here + by + count) % count;
		this.goTo(this.all[nth]!.id, { scrolls: true });
		this.#say(m.suggestions_at({ number: nth + 1, count, words: sentenceOf(this.all[nth]!) }));
	}

	goTo(id: string | null, { scrolls }: { scrolls: boolean }): void {
		this.current = id;
		this.#draw();
		if (!scrolls || !id || !this.#editor) return;
		const found = this.#editor.view.dom.querySelector(`[data-suggestion="${CSS.escape(id)}"]`);
		found?.scrollIntoView({ block: 'center' });
	}

	keys(event: KeyboardEvent): void {
		if (event.key !== 'F8' || event.ctrlKey || event.metaKey || event.altKey) return;
		event.preventDefault();
		this.step(event.shiftKey ? -1 : 1);
	}

	/** Decides on some, of whomever they are. */
	async decide(verdict: Verdict, some: readonly Suggested[]): Promise<boolean> {
		const byPerson = Map.groupBy(some, ({ layer }) => layer.person.id);
		const decisions = [...byPerson].map(([person, theirs]) => ({
			...{ verdict, person },
			keys: theirs.map(({ hunk }) => hunk.key)
		}));
		return this.#send(verdict, decisions);
	}

	/** Decides on all of somebody, or of everybody. */
	decideAll(verdict: Verdict, person: string | null): Promise<boolean> {
		return this.#send(verdict, [{ verdict, ...(person && { person }) }]);
	}

	async #send(verdict: Verdict, decisions: readonly Decision[]): Promise<boolean> {
		this.isBusy = true;
		this.isStale = false;
		let count = 0;
		try {
			for (const decision of decisions) count += await sendDecision(this.part, decision);
			const words = count === 1 ? DONE[verdict].one() : DONE[verdict].many({ count });
			toasts.show({ kind: 'done', text: words });
			return true;
		} catch (error) {
			if (!(error instanceof NotAnswered)) throw error;
			this.isStale = error.isStale;
			if (!error.isStale) toasts.show({ kind: 'danger', text: m.suggestions_failed() });
			return false;
		} finally {
			await this.ask();
			this.isBusy = false;
		}
	}

	#look(): void {
		const editor = this.#editor;
		this.#looking = undefined;
		if (!editor || editor.isDestroyed) return;
		// Not between the strokes of one letter.
		if (editor.view.composing) {
			this.#looking = setTimeout(() => this.#look(), LOOK_AFTER_MS);
			return;
		}
		this.all = suggestedIn(toContent(editor.state.doc), this.#layers);
		if (!this.all.some(({ id }) => id === this.current)) this.current = null;
		this.#draw();
	}

	#draw(): void {
		const editor = this.#editor;
		if (!editor || editor.isDestroyed) return;
		const { doc } = editor.state;
		const shown = this.#shown ? this.all : [];
		const drawn = shown.flatMap((one) => {
			const { person } = one.layer;
			const by = { initials: initials(person.name), says: sentenceOf(one) };
			const look = `by-${personHue(person.id)}`;
			return decorationsOf(doc, { ...one, look, by, isCurrent: one.id === this.current }, 'base');
		});
		// Until it is found again, what was drawn of it moves along.
		const lost = shown.filter(({ start }) => start === null).map(({ id }) => id);
		drawLayer(editor, LAYER, drawn, lost);
	}

	#say(words: string): void {
		// The same words twice are read out only when the region changes.
		this.said = this.said === words ? `${words}\u00a0` : words;
	}
}

function sentenceOf({ layer, hunk }: Suggested): string {
	return m.suggestions_by({ name: layer.person.name, words: hunkSentence(hunk) });
}
