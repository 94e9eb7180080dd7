/** A browser that does not say when it has time gets some. */
const PAUSE_MS = 50;

/** Runs something when the browser has nothing else to do, or when it never has after `timeout`; answers how to call it off. */
export function whenIdle(run: () => void, { timeout }: { timeout?: number } = {}): () => void {
	if (typeof requestIdleCallback === 'function') {
		const id = requestIdleCallback(run, timeout === undefined ? undefined : { timeout });
		return () => cancelIdleCallback(id);
	}
	const id = setTimeout(run, PAUSE_MS);
	return () => clearTimeout(id);
}
