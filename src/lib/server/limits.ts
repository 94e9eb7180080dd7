import { createHash } from 'node:crypto';
import { openLimiter, type Limiter } from '#db/queries/limits.ts';
import { Conflict } from '#domain/errors.ts';
import type { Context } from './context.ts';

const WITHIN_SECONDS = 15 * 60;
/** Room for somebody who looks for the right one of their passwords. */
export const TRIES_PER_ACCOUNT = 10;
/** A hogeschool or a municipality comes from one address: room for a class that signs in at once. */
export const TRIES_PER_ADDRESS = 60;

type Limiters = { account: Limiter; address: Limiter };
type Purpose = 'sign-in' | 'reset';
const opened = new WeakMap<Context, Record<Purpose, Limiters>>();

function limitersOf(context: Context, purpose: Purpose): Limiters {
	const known = opened.get(context);
	if (known) return known[purpose];
	const made = { 'sign-in': open(context, 'sign-in'), reset: open(context, 'reset') };
	opened.set(context, made);
	return made[purpose];
}

function open({ db }: Context, purpose: Purpose): Limiters {
	const limiter = (name: string, tries: number) =>
		openLimiter(db, { name, tries, withinSeconds: WITHIN_SECONDS });
	return {
		account: limiter(`${purpose}-account`, TRIES_PER_ACCOUNT),
		address: limiter(`${purpose}-address`, TRIES_PER_ADDRESS)
	};
}

/**
 * Counts a try before its answer is known, so that tries at the same moment count too; an account
 * that doesn't exist has the same limit as one that does. Call the answer when it was right.
 */
export async function countTry(
	context: Context,
	email: string,
	address: string,
	purpose: Purpose = 'sign-in'
): Promise<() => Promise<void>> {
	const { account, address: from } = limitersOf(context, purpose);
	const [accountKey, addressKey] = [keyOf(email.toLowerCase()), keyOf(address)];
	const allowed = await Promise.all([account.take(accountKey), from.take(addressKey)]);
	if (allowed.includes(false)) throw new Conflict('too_many_tries');
	return async () => {
		await Promise.all([account.forget(accountKey), from.giveBack(addressKey)]);
	};
}

/** The table need not know who tried. */
function keyOf(value: string): string {
	return createHash('sha256').update(value).digest('base64url');
}
