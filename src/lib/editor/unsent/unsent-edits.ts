import { mergeUpdates } from 'yjs';
import { m } from '#lib/paraglide/messages.js';
import { toasts } from '#lib/ui/toasts.svelte.ts';
import type { Connection } from '../connection.ts';
import type { LiveText } from '../live-text.svelte.ts';
import { mayKeep } from '../notices.ts';
import type { Notice } from '../notices.ts';
import { isAtRisk, saveState } from '../save-state.ts';
import type { Unsent } from '../save-state.ts';
import type { Left } from './drawer.ts';
import { Keeper } from './keeper.ts';
import { putBack, wordsIn } from './recovered.ts';

type Options = {
	connection: Connection;
	person: string;
	part: string;
	text: LiveText;
	mayWrite: () => boolean;
	onChange: () => void;
};

/** What this page typed and the server has not stored: kept, guarded, and put back from pages before it. */
export class UnsentEdits {
	readonly #options: Options;
	readonly #keeper: Keeper;
	#discarded = false;
	#hasBegun = false;
	#wasSynced = false;

	constructor(options: Options) {
		this.#options = options;
		const { connection, person, part, onChange } = options;
		const page = String(connection.doc.clientID);
		this.#keeper = new Keeper({ person, part, page, base: () => connection.base, onChange });
		window.addEventListener('beforeunload', this.#guard);
	}

	/** Where they are now. */
	get where(): Unsent {
		if (!this.#options.connection.unsent || this.#discarded) return 'none';
		return this.#keeper.where;
	}

	/** Whether the notice was about keeping, and so for us. */
	hear(notice: Notice): boolean {
		const may = mayKeep(notice);
		if (may === null) return false;
		this.#keeper.allow(may);
		this.#options.text.mayKeep = may;
		return true;
	}

	edited(update: Uint8Array): void {
		this.#discarded = false;
		this.#keeper.edited(update);
	}

	/** All that this page wrote and is not stored is one update now. */
	returned(update: Uint8Array): void {
		if (!this.#discarded) this.#keeper.returned(update);
	}

	/** The text is here, or will not come: puts back what pages left that are gone. */
	begin(): void {
		this.#hasBegun = true;
		this.#recover();
	}

	/** The connection has news: something is stored, or refused, or there is a line again. */
	follow(): void {
		const { connection } = this.#options;
		const { line } = connection;
		if (!connection.unsent) this.#keeper.stored();
		if (line.state === 'refused' && line.reason === 'badFrame') this.#keeper.refused();
		const isSynced = line.state === 'open' && line.synced;
		// Other pages may have gone in the meantime, and left something.
		if (isSynced && !this.#wasSynced && this.#hasBegun) this.#recover();
		this.#wasSynced = isSynced;
	}

	/** The person has them elsewhere, or does not want them any more. */
	discard(): void {
		this.#discarded = true;
		this.#keeper.discard();
		this.#options.onChange();
	}

	/** Leaves when everything is delivered, or kept for the next page. */
	async close(): Promise<void> {
		const { connection } = this.#options;
		await connection.close(() => this.where === 'kept');
		window.removeEventListener('beforeunload', this.#guard);
		this.#keeper.close();
	}

	#recover(): void {
		this.#keeper.inherit((left, base) => this.#take(left, base)).catch(reportError);
	}

	#take(left: Left, base: Uint8Array | null): void {
		const { connection, mayWrite } = this.#options;
		const { line } = connection;
		const isWelcome = line.state !== 'refused' && mayWrite() && !left.refused;
		const words = isWelcome
			? putBack(connection.doc, left.edits, base)
			: wordsIn(mergeUpdates([...left.edits]));
		if (words) return this.#offer(left.page, words);
		if (!isWelcome) return this.#keeper.discard(left.page);
		// Already there: the page before went after its words had arrived.
		if (!connection.unsent) return this.#keeper.stored();
		toasts.show({ kind: 'done', text: m.editor_recovered() });
	}

	#offer(page: string, words: string): void {
		this.#options.text.offer(words, () => this.#keeper.discard(page));
	}

	#guard = (event: BeforeUnloadEvent): void => {
		const facts = { line: this.#options.connection.line, unsent: this.where, editable: true };
		if (isAtRisk(saveState(facts))) event.preventDefault();
	};
}
