const MINUTE_MS = 60_000;

/** Calls `say` with the minutes since the first call, when it is called and another minute has passed; for long runs. */
export function eachMinute(say: (minutes: string) => void): () => void {
	const began = performance.now();
	let next = began + MINUTE_MS;
	return () => {
		const now = performance.now();
		if (now < next) return;
		next = now + MINUTE_MS;
		say(((now - began) / MINUTE_MS).toFixed(1));
	};
}
