import { whenIdle } from './when-idle.ts';

/**
 * How many blocks of a text are laid out, in steps: the first pages while it opens, and all of a long one in
 * moments in which the browser has nothing else to do. `content.css` holds back the others.
 */
export const LAID_OUT = ['40', '200', '500', 'all'] as const;
export type LaidOut = (typeof LAID_OUT)[number];

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
