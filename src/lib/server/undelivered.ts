import { NotFound } from '#domain/errors.ts';
import type { Actor } from '#domain/facts.ts';
import { authorize } from '#domain/policy.ts';
import type { Context } from './context.ts';
import { recordEvent } from './events.ts';

/**
 * The letters that reached nobody, for somebody to pass on. They hold links that let people in, also as
 * somebody else: who read them is written down.
 */
export async function listUndelivered(context: Context, actor: Actor) {
	authorize(actor, 'administer', { type: 'network' });
	const letters = await context.mail.kept();
	if (letters.length > 0) {
		const details = { letters: letters.map(({ id }) => id).join(' ') };
		await recordEvent(context.db, { name: 'letters.opened', actorId: actor.id, details });
	}
	return letters;
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
