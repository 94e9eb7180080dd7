import { ping } from '#db/queries/installation.ts';
import { anyPerson } from '#db/queries/people.ts';
import type { Context } from './context.ts';

// Once there is somebody there always is: the question is asked until the first yes.
const inhabited = new WeakSet<Context>();

/** Whether nobody has an account yet: then the first visitor makes the first administrator. */
export async function isEmpty(context: Context): Promise<boolean> {
	if (inhabited.has(context)) return false;
	if (!(await anyPerson(context.db))) return true;
	inhabited.add(context);
	return false;
}

/**
 * Whether people can be sent here: the process stays, the database answers, and other nodes can be
 * reached. With `alone` also without those: nothing is lost then, it only takes longer to arrive there.
 */
export async function isReady(context: Context, alone: boolean): Promise<boolean> {
	if (context.leaving?.aborted) return false;
	if (!alone && !context.bus.isReachable) return false;
	try {
		await ping(context.db);
		return true;
	} catch {
		return false;
	}
}
