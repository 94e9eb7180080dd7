import { countOpenThreads } from '#db/queries/threads.ts';
import type { Actor } from '#domain/facts.ts';
import type { Context } from './context.ts';
import { readablePart } from './passages.ts';

/** How many open threads stand beside the text of a part, for who may read it: whether there is anything to fetch. */
export async function openThreadsOf(context: Context, actor: Actor, part: string): Promise<number> {
	await readablePart(context.db, actor, part, context.now());
	return countOpenThreads(context.db, { part, version: null, submission: null });
}
