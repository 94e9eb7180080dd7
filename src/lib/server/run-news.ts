import type { Context } from './context.ts';

/** Clocks of two nodes may differ so much. */
const SKEW_MS = 2_000;
const MOST_RUNS = 1_000;

/** When runs last changed, as far as this process heard: so that who comes back learns what happened meanwhile. */
class RunNews {
	readonly #context: Context;
	readonly #since: number;
	readonly #changes = new Map<string, number>();

	constructor(context: Context) {
		this.#context = context;
		this.#since = context.now().getTime();
		context.bus.listen((ring) => {
			if (ring.kind === 'run') this.#remember(ring.run);
		});
	}

	/** Whether it may have changed after this moment, which somebody else's clock may have told. */
	changedSince(run: string, moment: number): boolean {
		if (moment < this.#since + SKEW_MS) return true;
		return (this.#changes.get(run) ?? this.#since) > moment - SKEW_MS;
	}

	#remember(run: string): void {
		this.#changes.delete(run);
		this.#changes.set(run, this.#context.now().getTime());
		if (this.#changes.size <= MOST_RUNS) return;
		const [oldest] = this.#changes.keys();
		this.#changes.delete(oldest!);
	}
}

const opened = new WeakMap<Context, RunNews>();

export function runNews(context: Context): RunNews {
	const news = opened.get(context) ?? new RunNews(context);
	opened.set(context, news);
	return news;
}
