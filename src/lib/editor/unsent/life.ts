/** A page lives as long as it holds this lock; browsers let go of it however the page ends. */
function lifeOf(page: string): string {
	return `unsent-${page}`;
}

/** Says that a page lives, until the signal. Rejects where browsers know no locks. */
export async function live(page: string, signal: AbortSignal): Promise<void> {
	await new Promise<void>((begun, failed) => {
		navigator.locks
			.request(lifeOf(page), () => {
				begun();
				return ended(signal);
			})
			.catch(failed);
	});
}

/** Whether a page lives no more, nor one that goes on with what it left. */
export function isGone(page: string): Promise<boolean> {
	return navigator.locks.request(lifeOf(page), { ifAvailable: true }, (lock) => lock !== null);
}

/** Calls `inherit` when a page lives no more, and for nobody else until the signal. */
export async function afterLife(
	page: string,
	signal: AbortSignal,
	inherit: () => Promise<void>
): Promise<void> {
	await navigator.locks.request(lifeOf(page), { signal }, async () => {
		await inherit();
		await ended(signal);
	});
}

/** Resolves at the signal. */
export function ended(signal: AbortSignal): Promise<void> {
	return new Promise((resolve) => {
		if (signal.aborted) resolve();
		else signal.addEventListener('abort', () => resolve(), { once: true });
	});
}
