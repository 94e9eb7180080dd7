/** Waits for what must become so; rejects when it does not in time. */
export async function until(
	isSo: () => boolean | Promise<boolean>,
	withinMs: number
): Promise<void> {
	const deadline = performance.now() + withinMs;
	while (!(await isSo())) {
		if (performance.now() > deadline) throw new Error(`not within ${withinMs} ms: ${isSo}`);
		await new Promise((resolve) => setTimeout(resolve, 2));
	}
}
