import { insertToken, revokeTokens, tokensOf } from '#db/queries/tokens.ts';
import { Invalid, NotFound } from '#domain/errors.ts';
import type { Actor } from '#domain/facts.ts';
import type { Context } from './context.ts';
import { recordEvent } from './events.ts';
import { newSecret } from './secrets.ts';

/** A forgotten token ends by itself. */
const TOKEN_DAYS_MAX = 365;
const DAY_MS = 24 * 60 * 60 * 1000;

/** The actor's own tokens that still hold. */
export async function listTokens(context: Context, actor: Actor) {
	return tokensOf(context.db, actor.id, context.now());
}

/** Makes a token that asks as the actor; answers its value, which is shown once and kept nowhere. */
export async function makeToken(
	context: Context,
	actor: Actor,
	{ name, days }: { name: string; days: number }
): Promise<{ id: string; value: string }> {
	if (days < 1 || days > TOKEN_DAYS_MAX) throw new Invalid({ days: 'token_too_long' });
	const now = context.now();
	const { id, secretHash, value } = newSecret();
	const expiresAt = new Date(now.getTime() + days * DAY_MS);
	await context.db.transaction(async (tx) => {
		await insertToken(tx, { id, secretHash, personId: actor.id, name, createdAt: now, expiresAt });
		await recordEvent(tx, { name: 'token.made', actorId: actor.id });
	});
	return { id, value };
}

/** Ends one of the actor's own tokens, and what is open with it. */
export async function revokeToken(context: Context, actor: Actor, id: string): Promise<void> {
	const ended = await context.db.transaction(async (tx) => {
		const revoked = await revokeTokens(tx, actor.id, context.now(), id);
		if (revoked.length === 0) throw new NotFound();
		await recordEvent(tx, { name: 'token.revoked', actorId: actor.id });
		return revoked;
	});
	context.bus.ring({ kind: 'access', tokens: ended });
}
