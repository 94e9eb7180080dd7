import { findVisitor, forgetVisitors, visitorsToForget } from '#db/queries/visitors.ts';
import { NotFound } from '#domain/errors.ts';
import type { Actor } from '#domain/facts.ts';
import { VISITOR_DAYS, VISITOR_STAYS_DAYS } from '#domain/visitors.ts';
import type { Context } from './context.ts';
import { enterRun, recordRunEvent } from './run-change.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/** The workshop that a visitor came into; null for who has an account. */
export async function workshopOfVisitor(context: Context, actor: Actor): Promise<string | null> {
	return (await findVisitor(context.db, actor.id))?.runId ?? null;
}

/** Takes the name of the visitor who asks away at once, and lets them out. What their group wrote stays. */
export async function forgetMe(context: Context, actor: Actor, runId: string): Promise<void> {
	const place = await enterRun(context, actor, runId);
	await context.db.transaction(async (tx) => {
		const visitor = await findVisitor(tx, actor.id);
		if (visitor?.runId !== runId) throw new NotFound();
		await forgetVisitors(tx, [actor.id], context.now());
		await recordRunEvent(tx, actor, place, { name: 'run.visitor_forgotten', personId: actor.id });
	});
	context.bus.ring({ kind: 'access', people: [actor.id], documents: [place.document.id] });
	context.bus.ring({ kind: 'run', run: runId });
}

/** Forgets the names of visitors whose workshop is over for as long as they were told. Answers how many. */
export async function sweepVisitors(context: Context): Promise<number> {
	const now = context.now();
	const before = (days: number) => new Date(now.getTime() - days * DAY_MS);
	const people = await context.db.transaction(async (tx) => {
		const found = await visitorsToForget(tx, {
			endedBefore: before(VISITOR_DAYS),
			cameBefore: before(VISITOR_STAYS_DAYS + VISITOR_DAYS)
		});
		await forgetVisitors(tx, found, now);
		return found;
	});
	if (people.length > 0) context.bus.ring({ kind: 'access', people });
	return people.length;
}
