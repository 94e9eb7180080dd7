import { NotFound } from '#domain/errors.ts';
import type { Actor } from '#domain/facts.ts';
import { authorize } from '#domain/policy.ts';
import type { Context } from './context.ts';

/** What this process does in numbers: how much goes on here is for those who look after it. */
export async function readMetrics(
	{ metrics }: Context,
	actor: Actor
): Promise<{ type: string; body: string }> {
	authorize(actor, 'administer', { type: 'network' });
	if (!metrics) throw new NotFound();
	return { type: metrics.contentType, body: await metrics.metrics() };
}
