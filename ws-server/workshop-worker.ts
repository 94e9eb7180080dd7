import { parentPort } from 'node:worker_threads';
import { readOut } from '#server/read-out.ts';
import { condense, findUnsound } from './condensing.ts';
import type { Job, Outcome } from './workshop.ts';

// The one place where texts of the live door become Y.Docs, beside the thread that everybody waits for.

parentPort?.on('message', ({ nth, kind, stored }: Job) => {
	parentPort?.postMessage(perform(nth, kind, stored));
});

function perform(nth: number, kind: Job['kind'], stored: Job['stored']): Outcome {
	try {
		if (kind === 'condense') return { nth, condensed: condense(stored) };
		if (kind === 'try') return { nth, unsound: findUnsound(stored) };
		return { nth, read: readOut(stored) };
	} catch (error) {
		// Without its message: that could repeat what people wrote.
		return { nth, failed: error instanceof Error ? error.name : 'unknown' };
	}
}
