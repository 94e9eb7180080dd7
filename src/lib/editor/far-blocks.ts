import { whenIdle } from './when-idle.ts';

/** A text of fewer blocks than this, some twenty pages, is no trouble as a whole. */
const LONG = 150;
/** Who types in a long text leaves a slow browser no time. */
const BUSY_MS = 1000;

/**
 * Leaves blocks of a long text that are far from the window out of what a browser does at each key; of a hundred pages it
 * lays out and reads all otherwise. First each is laid out where it stands, so that its height is known and a jump lands
 * where it should; so they are again whenever these change. `content.css` says what is left out. Answers how to stop.
 */
export function leaveOutFar(place: HTMLElement): () => void {
	let width = 0;
	let stop = () => {};
	const measure = () => {
		stop();
		const blocks = place.querySelector(':scope > .content')?.childElementCount ?? 0;
		if (blocks < LONG) return;
		place.dataset['far'] = 'measured';
		// A browser remembers heights at the end of the frame in which it laid out.
		stop = afterFrame(() => {
			stop = afterFrame(() => {
				stop = whenIdle(() => (place.dataset['far'] = 'out'), { timeout: BUSY_MS });
			});
		});
	};
	const resized = new ResizeObserver(([box]) => {
		const now = box?.contentRect.width ?? 0;
		// A text that is hidden for a while is as wide as before when it comes back.
		if (now === 0 || now === width) return;
		width = now;
		measure();
	});
	resized.observe(place);
	document.fonts.addEventListener('loadingdone', measure);
	return () => {
		stop();
		resized.disconnect();
		document.fonts.removeEventListener('loadingdone', measure);
		delete place.dataset['far'];
	};
}

function afterFrame(run: () => void): () => void {
	const id = requestAnimationFrame(run);
	return () => cancelAnimationFrame(id);
}
