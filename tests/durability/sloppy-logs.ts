import type { UpdateLog } from '#ws/update-log.ts';

/** Ways to break the promise; the harness must catch each. */
export const SABOTAGES = ['acknowledge on receipt', 'swallow errors'] as const;
export type Sabotage = (typeof SABOTAGES)[number];

/** A log that says "durable" too early, over the real one. */
export function sabotage(log: UpdateLog, how: Sabotage): UpdateLog {
	if (how === 'swallow errors')
		return { ...log, append: (rows) => log.append(rows).catch(() => {}) };
	return {
		...log,
		// As servers do that save once in a while.
		append: async (rows) => void setTimeout(() => log.append(rows).catch(() => {}), 200)
	};
}
