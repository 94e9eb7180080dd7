import { whileSeen } from '#lib/ui/while-seen.ts';

type Hearer = {
	/** Something in the run changed, or may have while nobody listened. */
	changed: () => Promise<void>;
	/** A group wrote; only whoever leads hears of it. */
	texts?: () => void;
};

/** A line that drops comes back by itself within a second or two: only then it is worth a word. */
const AWAY_AFTER_MS = 4000;

/** Hears what happens in a run while its page is seen. */
export class RunLine {
	isAway = $state(false);
	#running = false;
	#again = false;

	listen(run: string, hearer: Hearer): () => void {
		return whileSeen(
			() => this.#open(run, hearer),
			() => {}
		);
	}

	#open(run: string, hearer: Hearer): () => void {
		let away: ReturnType<typeof setTimeout> | undefined;
		// The page is older than its line. Later the server knows what was heard, and tells what was missed.
		let isOld = true;
		const source = new EventSource(`/api/v1/runs/${run}/live`);
		source.addEventListener('open', () => {
			clearTimeout(away);
			away = undefined;
			if (isOld || this.isAway) {
				void this.#ask(hearer);
				hearer.texts?.();
			}
			isOld = false;
			this.isAway = false;
		});
		source.addEventListener('error', () => {
			away ??= setTimeout(() => (this.isAway = true), AWAY_AFTER_MS);
		});
		source.addEventListener('changed', () => void this.#ask(hearer));
		source.addEventListener('texts', () => hearer.texts?.());
		return () => {
			clearTimeout(away);
			source.close();
		};
	}

	/** One at a time: of many changes at once only the last outcome counts. */
	async #ask(hearer: Hearer): Promise<void> {
		this.#again = true;
		if (this.#running) return;
		this.#running = true;
		try {
			while (this.#again) {
				this.#again = false;
				await hearer.changed();
			}
		} finally {
			this.#running = false;
		}
	}
}
