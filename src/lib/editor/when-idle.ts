/** A browser that does not say when it has time gets some. */
const PAUSE_MS = 50;

/** Runs it when the browser has nothing else to do; answers how to stop that. */
export function whenIdle(run: () => void, within?: { timeout: number }): () => void {
	if (typeof requestIdleCallback === 'function') {
		const id = requestIdleCallback(run, within);
		return () => cancelIdleCallback(id);
	}
	const id = setTimeout(run, PAUSE_MS);
	return () => clearTimeout(id);
}
