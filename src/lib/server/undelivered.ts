import { NotFound } from '#domain/errors.ts';
import type { Actor } from '#domain/facts.ts';
import { authorize } from '#domain/policy.ts';
import type { Context } from './context.ts';

/** The letters that reached nobody, for somebody to pass on. They hold links that let people in. */
export async function listUndelivered(context: Context, actor: Actor) {
	authorize(actor, 'administer', { type: 'network' });
	return context.mail.kept();
}

/** Throws a letter away that was passed on, or is of no use any more. */
export async function discardUndelivered(
	context: Context,
	actor: Actor,
	id: string
): Promise<void> {
	authorize(actor, 'administer', { type: 'network' });
	if (!(await context.mail.discard(id))) throw new NotFound();
}
