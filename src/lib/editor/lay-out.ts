/**
 * How many blocks of a text are laid out, in steps: the first pages while it opens, and all of a long one in
 * moments in which the browser has nothing else to do. `content.css` holds back the others.
 */
export const LAID_OUT = ['40', '200', '500', 'all'] as const;
export type LaidOut = (typeof LAID_OUT)[number];

/** A browser that does not say when it has time gets some. */
const PAUSE_MS = 50;

/** Says each next step when there is time for it; answers how to stop. */
export function layOut(say: (laidOut: LaidOut) => void): () => void {
	let stop = () => {};
	const step = (nth: number) => {
		const more = LAID_OUT[nth];
		if (more === undefined) return;
		stop = whenIdle(() => {
			step(nth + 1);
			say(more);
		});
	};
	step(1);
	return () => stop();
}

function whenIdle(run: () => void): () => void {
	if (typeof requestIdleCallback === 'function') {
		const id = requestIdleCallback(run);
		return () => cancelIdleCallback(id);
	}
	const id = setTimeout(run, PAUSE_MS);
	return () => clearTimeout(id);
}
