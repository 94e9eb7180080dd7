import { isBeside, type ThreadTold } from './threads.ts';

/**
 * In the order of the text as it is now; then those about the whole of it, and last those whose words are gone. One
 * whose words were not looked for yet stays behind the one that the server told before it.
 */
export function ordered(
	threads: readonly ThreadTold[],
	placed: ReadonlyMap<string, { from: number }>
): ThreadTold[] {
	let last = 0;
	const ranks = new Map<string, number>();
	for (const thread of threads) {
		if (isBeside(thread)) last = placed.get(thread.id)?.from ?? last;
		ranks.set(thread.id, isBeside(thread) ? last : Infinity);
	}
	const group = ({ standing }: ThreadTold) =>
		standing === 'detached' ? 2 : standing === 'whole' ? 1 : 0;
	return [...threads].sort((one, other) => {
		if (group(one) !== group(other)) return group(one) - group(other);
		const [here, there] = [ranks.get(one.id) ?? 0, ranks.get(other.id) ?? 0];
		return here === there ? 0 : here - there;
	});
}
