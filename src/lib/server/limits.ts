import { createHash } from 'node:crypto';
import { openLimiter, type Limiter } from '#db/queries/limits.ts';
import { Conflict } from '#domain/errors.ts';
import type { Context } from './context.ts';

const QUARTER_SECONDS = 15 * 60;
const HOUR_SECONDS = 60 * 60;
const MINUTE_SECONDS = 60;

/** How often something may be tried, by whom, and within how many seconds. */
export const LIMITS = {
	// Room for somebody who looks for the right one of their passwords.
	'sign-in-account-address': { tries: 10, withinSeconds: QUARTER_SECONDS },
	// A hogeschool or a municipality comes from one address: room for a class that signs in at once.
	'sign-in-address': { tries: 60, withinSeconds: QUARTER_SECONDS },
	// Against guessing from many addresses. High: whoever reaches it keeps the owner out as well.
	'sign-in-account': { tries: 100, withinSeconds: QUARTER_SECONDS },
	'reset-address': { tries: 60, withinSeconds: QUARTER_SECONDS },
	// Nobody fills somebody else's letter box.
	'reset-letter': { tries: 3, withinSeconds: HOUR_SECONDS },
	// Room for who shares with a whole group; a list of addresses takes days.
	'share-address': { tries: 30, withinSeconds: HOUR_SECONDS },
	// A library or a neighbourhood house has one address: room for an evening with many people.
	'question-address': { tries: 60, withinSeconds: HOUR_SECONDS },
	// Editors read each of them: from whole networks of addresses no more than this through one link.
	'question-link': { tries: 200, withinSeconds: HOUR_SECONDS },
	// A room full of people types the code of a wall, from one address; those who have it right count for nothing.
	'code-address': { tries: 200, withinSeconds: QUARTER_SECONDS },
	// Who comes in without an account makes a person: more of them than fit in the largest hall do not come at once.
	'visitor-address': { tries: 600, withinSeconds: HOUR_SECONDS },
	// Who suggests sends what they type about once a second, from two devices at most; each is a transaction.
	'suggestion-push': { tries: 300, withinSeconds: MINUTE_SECONDS }
} as const;

type Name = keyof typeof LIMITS;
const opened = new WeakMap<Context, Map<Name, Limiter>>();

/**
 * Counts a try to sign in before its answer is known, so that tries at the same moment count too; an
 * account that doesn't exist has the same limits as one that does. Nobody locks somebody else out from
 * where they are alone. Call the answer when it was right.
 */
export async function countTry(
	context: Context,
	email: string,
	address: string
): Promise<() => Promise<void>> {
	const network = networkOf(address);
	const pair = limit(context, 'sign-in-account-address', email.toLowerCase(), network);
	const from = limit(context, 'sign-in-address', network);
	const account = limit(context, 'sign-in-account', email.toLowerCase());
	// One after the other: what is refused already counts for nobody else.
	for (const each of [pair, from, account]) {
		if (!(await each.take())) throw new Conflict('too_many_tries');
	}
	return async () => {
		await Promise.all([pair.forget(), from.giveBack(), account.giveBack()]);
	};
}

/** Counts who asks for a letter with a new password; answers whether the account may get another one. */
export async function countReset(
	context: Context,
	email: string,
	address: string
): Promise<boolean> {
	if (!(await limit(context, 'reset-address', networkOf(address)).take()))
		throw new Conflict('too_many_tries');
	return limit(context, 'reset-letter', email.toLowerCase()).take();
}

/** Counts an e-mail address that somebody shares with: whether there is such an account is an answer. */
export async function countAddress(context: Context, actorId: string): Promise<void> {
	if (await limit(context, 'share-address', actorId).take()) return;
	throw new Conflict('too_many_addresses');
}

/** Counts a question that somebody without an account puts on an agenda, from where they are. */
export async function countQuestionAddress(context: Context, address: string): Promise<void> {
	if (await limit(context, 'question-address', networkOf(address)).take()) return;
	throw new Conflict('too_many_questions');
}

/** Counts a question that comes through a link, from wherever. */
export async function countQuestion(context: Context, linkId: string): Promise<void> {
	if (await limit(context, 'question-link', linkId).take()) return;
	throw new Conflict('too_many_questions');
}

/** Counts a code that somebody comes in with, before it is looked up. Call the answer when there is such a workshop. */
export async function countCode(context: Context, address: string): Promise<() => Promise<void>> {
	const from = limit(context, 'code-address', networkOf(address));
	if (!(await from.take())) throw new Conflict('too_many_codes');
	return () => from.giveBack();
}

/** Counts who comes into a workshop without an account, from where they are. */
export async function countVisitor(context: Context, address: string): Promise<void> {
	if (await limit(context, 'visitor-address', networkOf(address)).take()) return;
	throw new Conflict('too_many_visitors');
}

/** Counts a change in what somebody suggests, before it is read. */
export async function countPush(context: Context, actorId: string): Promise<void> {
	if (await limit(context, 'suggestion-push', actorId).take()) return;
	throw new Conflict('too_many_suggestions');
}

function limit(context: Context, name: Name, ...about: string[]) {
	const limiter = limiterOf(context, name);
	const key = keyOf(about);
	return {
		take: () => limiter.take(key),
		giveBack: () => limiter.giveBack(key),
		forget: () => limiter.forget(key)
	};
}

function limiterOf(context: Context, name: Name): Limiter {
	const limiters = opened.get(context) ?? new Map<Name, Limiter>();
	opened.set(context, limiters);
	const limiter = limiters.get(name) ?? openLimiter(context.db, { name, ...LIMITS[name] });
	limiters.set(name, limiter);
	return limiter;
}

/** One connection has a whole /64 of IPv6 to come from: that counts as one address. */
function networkOf(address: string): string {
	if (!address.includes(':') || address.includes('.')) return address;
	const [left = [], right] = address.split('::').map((half) => half.split(':').filter(Boolean));
	const zeros = right ? Math.max(0, 8 - left.length - right.length) : 0;
	return [...left, ...Array<string>(zeros).fill('0'), ...(right ?? [])].slice(0, 4).join(':');
}

/** The table need not know who tried. */
function keyOf(about: string[]): string {
	return createHash('sha256').update(JSON.stringify(about)).digest('base64url');
}
