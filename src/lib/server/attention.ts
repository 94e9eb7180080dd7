import type { Frame } from './bus-frames.ts';

type Known = { opening: number; number: number };

/** How far one has heard every node on one channel, and whether something was lost on the way. */
export class Attention {
	readonly #nodes = new Map<string, Known>();

	/**
	 * `old`: said before something that was heard already, and made up for by then. `gap`: something before
	 * it was lost. The first that one hears of a node is never a gap: what came before was said before we
	 * listened.
	 */
	hear(frame: Frame): 'next' | 'gap' | 'old' {
		const { node, opening, number, kind } = frame;
		const known = this.#nodes.get(node);
		const isNew = !known || opening > known.opening;
		if (isNew) {
			this.#nodes.set(node, { opening, number });
			return kind === 'lost' ? 'gap' : 'next';
		}
		if (kind === 'lost') {
			if (opening === known.opening) known.number = Math.max(known.number, number);
			return 'gap';
		}
		if (opening < known.opening) return 'old';
		const expected = kind === 'said' ? known.number + 1 : known.number;
		if (number < expected) return 'old';
		known.number = number;
		return number > expected ? 'gap' : 'next';
	}

	/** What a node says after this is taken for the first. */
	forget(node: string): void {
		this.#nodes.delete(node);
	}
}
