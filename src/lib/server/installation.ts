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

/** Whether the database answers. */
export async function isReady(context: Context): Promise<boolean> {
	try {
		await ping(context.db);
		return true;
	} catch {
		return false;
	}
}
