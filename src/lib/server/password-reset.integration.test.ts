import { afterAll, expect, test } from 'vitest';
import { addPerson } from '#tests/integration/builders.ts';
import { openTestHouse } from '#tests/integration/house.ts';
import { Conflict, Invalid, NotFound } from '#domain/errors.ts';
import { actorOf, whoAsks } from './credentials.ts';
import { LIMITS } from './limits.ts';
import { askReset, readReset, resetPassword } from './password-reset.ts';
import { startSession } from './session.ts';
import { signIn } from './sign-in.ts';
import { makeToken } from './tokens.ts';

const house = await openTestHouse();
const { context, db, letters } = house;
afterAll(() => house.close());

const password = 'a long road to the sea';
let count = 0;

async function sent(email: string, address: string): Promise<void> {
	await (
		await askReset(context, { email, address })
	).sent;
}

async function forgetful() {
	const email = `forgetful${++count}@wisselwerking.example`;
	const id = await addPerson(db, { email });
	const ask = async () => {
		const before = letters.length;
		await sent(email, `192.0.2.${count}`);
		expect(letters.length).toBe(before + 1);
		return letters.at(-1)!.text.match(/\/reset\/(\S+)/)![1]!;
	};
	return { id, email, ask };
}

test('a link sets a password once, and ends what was open', async () => {
	const { id, email, ask } = await forgetful();
	const old = await startSession(db, id, context.now());
	const forgetter = await actorOf(context, { id, name: '', administrator: false }, context.now());
	const token = await makeToken(context, forgetter, { name: 'A machine', days: 30 });
	const [link, other] = [await ask(), await ask()];
	expect(await readReset(context, link)).toMatchObject({ email });
	const session = await resetPassword(context, link, password);
	expect(await whoAsks(context, { session })).toMatchObject({ email });
	expect(await whoAsks(context, { session: old.value })).toBeNull();
	expect(await whoAsks(context, { token: token.value })).toBeNull();
	expect(house.rings.at(-1)).toEqual({ kind: 'access', people: [id] });
	await signIn(context, { email, password, address: '192.0.2.250' });
	for (const used of [link, other]) {
		await expect(resetPassword(context, used, password)).rejects.toBeInstanceOf(NotFound);
	}
});

test('of two that use a link at the same moment one wins', async () => {
	const { ask } = await forgetful();
	const link = await ask();
	const both = await Promise.allSettled([
		resetPassword(context, link, password),
		resetPassword(context, link, 'another road to the sea')
	]);
	expect(both.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
});

test('half a link and a link of yesterday open nothing', async () => {
	const { ask } = await forgetful();
	const link = await ask();
	const [id] = link.split('.');
	for (const half of [id!, `${id}.${id}`, '']) {
		await expect(resetPassword(context, half, password)).rejects.toBeInstanceOf(NotFound);
	}
	await expect(resetPassword(context, link, 'wachtwoord123')).rejects.toMatchObject({
		fields: { password: 'password_too_common' }
	});
	house.pass(24 * 60 * 60 * 1000);
	await expect(readReset(context, link)).rejects.toBeInstanceOf(NotFound);
});

test('asking for an address that nobody has answers the same, and sends nothing', async () => {
	const before = letters.length;
	await sent('nobody@a.example', '192.0.2.251');
	const disabled = await forgetful();
	await house.sql`update person set disabled_at = now() where id = ${disabled.id}`;
	await sent(disabled.email, '192.0.2.252');
	expect(letters.length).toBe(before);
});

test('an account gets few letters an hour, and nobody hears that there are no more', async () => {
	const { email, ask } = await forgetful();
	for (let i = 0; i < LIMITS['reset-letter'].tries; i++) await ask();
	const before = letters.length;
	await sent(email, '192.0.2.253');
	expect(letters.length).toBe(before);
	// And it can be signed in to as before.
	const wrong = { email, password: 'not this', address: '192.0.2.253' };
	await expect(signIn(context, wrong)).rejects.toBeInstanceOf(Invalid);
});

test('one address asks for letters for so many accounts, whether they exist or not', async () => {
	const ask = (i: number) =>
		askReset(context, { email: `nobody${i}@a.example`, address: '192.0.2.254' });
	for (let i = 0; i < LIMITS['reset-address'].tries; i++) await ask(i);
	await expect(ask(0)).rejects.toEqual(new Conflict('too_many_tries'));
});

test('the answer does not wait for anything that only an account has', async () => {
	const { email } = await forgetful();
	await house.sql.begin(async (other) => {
		// Nobody can be looked up meanwhile.
		await other`lock table person in access exclusive mode`;
		const asked = await askReset(context, { email, address: '192.0.2.249' });
		expect(asked).toHaveProperty('sent');
	});
});
