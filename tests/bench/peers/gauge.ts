import { z } from 'zod';
import { serve } from '../errands.ts';

export const GAUGE = {
	/** Milliseconds of processor that the process used so far, all its threads. */
	cpu: { given: z.undefined(), got: z.number() },
	/** Bytes after a collection: of JavaScript and its buffers, and of the whole process. */
	memory: { given: z.undefined(), got: z.object({ held: z.number(), resident: z.number() }) }
};

/** What a peer is started with. */
export const Setting = z.object({
	/** Its own database; of no use to who has none. */
	database: z.string(),
	/** Where it keeps files; null: only in memory. */
	folder: z.string().nullable(),
	/** Null: what it does by itself. */
	unloadAfterMs: z.number().nullable()
});
export type Setting = z.infer<typeof Setting>;

export const Ready = z.object({ port: z.number() });

export function readSetting(): Setting {
	return Setting.parse(JSON.parse(process.argv[2] ?? ''));
}

/** Tells where it listens, and answers how it is. */
export function openGauge(port: number): void {
	serve(GAUGE, {
		cpu: () => {
			const { user, system } = process.cpuUsage();
			return (user + system) / 1000;
		},
		memory: () => {
			if (!globalThis.gc) throw new Error('needs --expose-gc');
			// What the first one finalizes, the second one frees.
			globalThis.gc();
			globalThis.gc();
			const { heapUsed, external, rss } = process.memoryUsage();
			return { held: heapUsed + external, resident: rss };
		}
	});
	process.send?.({ port });
}
