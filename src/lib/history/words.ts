import { m } from '#lib/paraglide/messages.js';
import { momentInWords } from '#lib/ui/when.ts';
import type { Version, Writer } from './history.ts';

/** Why a version is there, or what it is called; empty for one that was kept by itself. */
export function versionTitle({ reason, name, restored }: Version): string {
	if (name) return name;
	if (reason === 'restored') {
		return restored
			? m.history_restored_from({ moment: momentInWords(restored.createdAt) })
			: m.history_before_restore();
	}
	const words = {
		handed_in: m.history_handed_in,
		published: m.history_published,
		round: m.history_round
	};
	return reason in words ? words[reason as keyof typeof words]() : '';
}

/** How many words more or fewer than in the version before. */
export function moreInWords(more: number): string {
	if (more === 0) return m.history_equal();
	const count = Math.abs(more);
	if (more > 0) return count === 1 ? m.history_more_one() : m.history_more({ count });
	return count === 1 ? m.history_fewer_one() : m.history_fewer({ count });
}

export function wordsInWords(count: number): string {
	return count === 1 ? m.history_words_one() : m.history_words({ count });
}

/** Names as one says them: "Noor, Sam en Bo". */
export function namesInWords(people: readonly Writer[]): string {
	const names = people.map(({ name }) => name);
	const last = names.pop() ?? '';
	return names.length > 0 ? m.history_and({ names: names.join(', '), last }) : last;
}
