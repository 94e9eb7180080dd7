import type { Editor } from '@tiptap/core';
import { flushSync, untrack } from 'svelte';
import type { Content } from '#domain/content/schema.ts';
import type { OpenThreads } from './open-threads.svelte.ts';
import type { TalkedAbout } from './threads.ts';

type Scripts = Pick<
	typeof import('./frozen-page.ts'),
	'SelectionBar' | 'ThreadsAround' | 'ThreadsPanel'
>;

/** A text that is frozen, with what is said about it, once that came along. */
export class FrozenTalk {
	live = $state.raw<{ editor: Editor; threads: OpenThreads; scripts: Scripts } | null>(null);
	around = $state.raw<{ comment: () => void; leave: (id: string) => void } | undefined>();
	readonly about: TalkedAbout;
	readonly #me: { id: string; name: string };

	constructor(about: TalkedAbout, me: { id: string; name: string }) {
		this.about = about;
		this.#me = me;
	}

	/** Brings the text alive in a place, for an attachment there. */
	bring(content: Content, label: string) {
		return (place: HTMLElement) =>
			untrack(() => {
				let isGone = false;
				const start = async () => {
					const { frozenEditor, OpenThreads, SelectionBar, ThreadsAround, ThreadsPanel } =
						await import('./frozen-page.ts');
					if (isGone) return;
					const threads = new OpenThreads(this.about, this.#me);
					void threads.load();
					const scripts = { SelectionBar, ThreadsAround, ThreadsPanel };
					this.live = { scripts, threads, editor: frozenEditor(place, content, label) };
					// In the same task, so that the copy and the editor are never both drawn.
					flushSync();
				};
				start().catch(reportError);
				const look = () => document.visibilityState === 'visible' && this.live?.threads.load();
				document.addEventListener('visibilitychange', look);
				return () => {
					isGone = true;
					document.removeEventListener('visibilitychange', look);
					this.live?.editor.destroy();
					this.live = null;
				};
			});
	}
}
