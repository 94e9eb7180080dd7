import { afterAll, expect, test, vi } from 'vitest';
import { addPerson } from '#tests/integration/builders.ts';
import { openTestHouse } from '#tests/integration/house.ts';
import { Conflict, Invalid } from '#domain/errors.ts';
import { whoAsks } from './credentials.ts';
import { countTry, LIMITS } from './limits.ts';
import { hashPassword } from './password.ts';
import { SESSION_MS } from './session.ts';
import { signIn, signOut } from './sign-in.ts';

const house = await openTestHouse();
const { context, db } = house;
afterAll(() => house.close());

const password = 'a long road to the sea';
const passwordHash = await hashPassword(password);
let count = 0;

async function someone(given: { disabledAt?: Date; language?: string } = {}) {
	const email = `reader${++count}@wisselwerking.example`;
	return { id: await addPerson(db, { email, passwordHash, ...given }), email };
}

/** Nobody else in these tests comes from there. */
const somewhere = () => `2001:db8:0:${(++count).toString(16)}::1`;

test('the right password opens a session that says who asks', async () => {
	const { id, email } = await someone({ language: 'en' });
	const from = { email: email.toUpperCase(), password, address: somewhere() };
	const { session, language } = await signIn(context, from);
	expect(language).toBe('en');
	const asker = await whoAsks(context, { session });
	expect(asker).toMatchObject({ email, language: 'en', tokenId: null, actor: { id } });
});

test('half of what a cookie holds opens nothing', async () => {
	const { email } = await someone();
	const { session } = await signIn(context, { email, password, address: somewhere() });
	const [id, secret] = session.split('.');
	const [row] = await house.sql`select encode(secret_hash, 'base64') as hash from session
		where id = ${id!}`;
	for (const stolen of [
		id!,
		`${id}.`,
		`.${secret}`,
		`${id}.${id}`,
		`${id}.${row!.hash}`,
		'\0.x',
		''
	]) {
		expect(await whoAsks(context, { session: stolen })).toBeNull();
	}
	expect(await whoAsks(context, { session: `${session}.` })).toBeNull();
	expect(await whoAsks(context, { token: session })).toBeNull();
});

test('an unknown account, a disabled one and a wrong password get one answer', async () => {
	const { email } = await someone();
	const disabled = await someone({ disabledAt: new Date() });
	const wrong = { password: 'not the password at all', address: somewhere() };
	const refusal = new Invalid({ password: 'sign_in_wrong' });
	await expect(signIn(context, { ...wrong, email })).rejects.toEqual(refusal);
	await expect(signIn(context, { ...wrong, email: 'x@y.example' })).rejects.toEqual(refusal);
	const known = { email: disabled.email, password, address: somewhere() };
	await expect(signIn(context, known)).rejects.toEqual(refusal);
});

test.each(['password_hash', 'disabled_at'])(
	'a session that begins while %s changes is of nobody',
	async (changed) => {
		const { id, email } = await someone();
		let attempt: Promise<unknown> = Promise.resolve();
		await house.sql.begin(async (other) => {
			if (changed === 'disabled_at')
				await other`update person set disabled_at = now() where id = ${id}`;
			else await other`update person set password_hash = 'another' where id = ${id}`;
			// The old password is right until the change is committed.
			attempt = signIn(context, { email, password, address: somewhere() }).catch((e: unknown) => e);
			await vi.waitFor(async () => {
				const [row] = await house.sql`select count(*)::int as waiting from pg_stat_activity
					where datname = current_database() and wait_event_type = 'Lock'`;
				expect(row!.waiting).toBe(1);
			});
		});
		expect(await attempt).toEqual(new Invalid({ password: 'sign_in_wrong' }));
		expect(await house.sql`select id from session where person_id = ${id}`).toHaveLength(0);
	}
);

test('how long the answer takes does not tell whether there is an account', async () => {
	const { email } = await someone();
	const time = async (address: string) => {
		const began = performance.now();
		const attempt = { email: address, password: 'not the password at all', address: somewhere() };
		await signIn(context, attempt).catch(() => {});
		return performance.now() - began;
	};
	await time('warm@up.example');
	const known: number[] = [];
	const unknown: number[] = [];
	for (let i = 0; i < 7; i++) {
		known.push(await time(email));
		unknown.push(await time(`nobody${i}@wisselwerking.example`));
	}
	const median = (times: number[]) => times.sort((a, b) => a - b)[3]!;
	const ratio = median(known) / median(unknown);
	expect(ratio).toBeGreaterThan(0.6);
	expect(ratio).toBeLessThan(1.7);
});

test('an account can be tried so often from one address, also when it does not exist', async () => {
	const { email } = await someone();
	const { tries } = LIMITS['sign-in-account-address'];
	for (const tried of [email, 'nobody@wisselwerking.example']) {
		const address = somewhere();
		const guesses = Array.from({ length: tries + 5 }, () =>
			signIn(context, { email: tried, password: 'guess guess guess', address })
		);
		const answers = await Promise.allSettled(guesses);
		const reasons = answers.map((answer) => answer.status === 'rejected' && answer.reason.name);
		expect(reasons.filter((name) => name === 'Invalid')).toHaveLength(tries);
		expect(reasons.filter((name) => name === 'Conflict')).toHaveLength(5);
	}
	// Whoever it belongs to is somewhere else.
	await signIn(context, { email, password, address: somewhere() });
});

test('all addresses of one connection count as one', async () => {
	const { email } = await someone();
	const { tries } = LIMITS['sign-in-account-address'];
	const network = `2001:db8:1:${(++count).toString(16)}`;
	for (let i = 0; i < tries; i++) await countTry(context, email, `${network}:9:8:7:${i}`);
	await expect(countTry(context, email, `${network}::1`)).rejects.toBeInstanceOf(Conflict);
	await countTry(context, email, '2001:db8::1');
});

test('an account can be tried far more often from everywhere, but not without end', async () => {
	const { email } = await someone();
	const { tries } = LIMITS['sign-in-account'];
	for (let i = 0; i < tries; i++) await countTry(context, email, somewhere());
	await expect(signIn(context, { email, password, address: somewhere() })).rejects.toEqual(
		new Conflict('too_many_tries')
	);
});

test('an address can try so many accounts; signing in well costs it nothing', async () => {
	const address = somewhere();
	const { email } = await someone();
	for (let i = 0; i < 3; i++) await signIn(context, { email, password, address });
	const guesses = Array.from({ length: LIMITS['sign-in-address'].tries }, (_, i) =>
		signIn(context, { email: `guess${i}@a.example`, password: 'guess', address }).catch(() => {})
	);
	await Promise.all(guesses);
	await expect(signIn(context, { email, password, address })).rejects.toEqual(
		new Conflict('too_many_tries')
	);
	await signIn(context, { email, password, address: somewhere() });
});

test('a session slides while it is used, and ends when it is not', async () => {
	const { email } = await someone();
	const { session } = await signIn(context, { email, password, address: somewhere() });
	house.pass(SESSION_MS - 1000);
	expect(await whoAsks(context, { session })).not.toBeNull();
	house.pass(SESSION_MS - 1000);
	expect(await whoAsks(context, { session })).not.toBeNull();
	house.pass(SESSION_MS);
	expect(await whoAsks(context, { session })).toBeNull();
});

test('signing out ends this session alone, and tells what is open with it', async () => {
	const { email } = await someone();
	const { session } = await signIn(context, { email, password, address: somewhere() });
	const other = await signIn(context, { email, password, address: somewhere() });
	const asker = await whoAsks(context, { session });
	await signOut(context, asker!);
	expect(house.rings.at(-1)).toEqual({ kind: 'access', sessions: [asker!.sessionId] });
	expect(await whoAsks(context, { session })).toBeNull();
	expect(await whoAsks(context, { session: other.session })).not.toBeNull();
});
