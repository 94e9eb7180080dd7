import { afterAll, expect, test } from 'vitest';
import { addMember } from '#tests/integration/builders.ts';
import { openTestHouse } from '#tests/integration/house.ts';
import { Conflict, NotFound } from '#domain/errors.ts';
import type { Actor } from '#domain/facts.ts';
import { changePassword, endOtherSessions, openAccount } from './account.ts';
import { whoAsks } from './credentials.ts';
import { hashPassword } from './password.ts';
import { disableAccount, enableAccount, setAdministrator } from './people.ts';
import { startSession } from './session.ts';
import { listTokens, makeToken, revokeToken } from './tokens.ts';

const house = await openTestHouse();
const { context, db } = house;
afterAll(() => house.close());

const password = 'a long road to the sea';
const passwordHash = await hashPassword(password);
const DAY_MS = 24 * 60 * 60 * 1000;

const someone = (given = {}): Promise<Actor> =>
	addMember(db, null, 'national', { passwordHash, ...given });

const cookieOf = async ({ id }: Actor) => (await startSession(db, id, context.now())).value;

test('one administrator always stays, also when two unmake each other', async () => {
	const one = await someone({ administrator: true });
	const last = new Conflict('last_administrator');
	const unmake = (id: string) => ({ id, administrator: false });
	await expect(setAdministrator(context, one, unmake(one.id))).rejects.toEqual(last);
	await expect(disableAccount(context, one, one.id)).rejects.toEqual(last);

	const other = await someone();
	await setAdministrator(context, one, { id: other.id, administrator: true });
	const both = await Promise.allSettled([
		setAdministrator(context, one, unmake(other.id)),
		setAdministrator(context, { ...other, administrator: true }, unmake(one.id))
	]);
	expect(both.map((each) => each.status).sort()).toEqual(['fulfilled', 'rejected']);
});

test('a disabled account is signed out everywhere, and its tokens stay dead when it is enabled', async () => {
	const administrator = await someone({ administrator: true });
	const person = await someone();
	const session = await cookieOf(person);
	const { value: token } = await makeToken(context, person, { name: 'script', days: 1 });
	expect(await whoAsks(context, { token })).not.toBeNull();
	await disableAccount(context, administrator, person.id);
	expect(house.rings.at(-1)).toEqual({ kind: 'access', people: [person.id] });
	expect(await whoAsks(context, { session })).toBeNull();
	expect(await whoAsks(context, { token })).toBeNull();
	await enableAccount(context, administrator, person.id);
	expect(await whoAsks(context, { session })).toBeNull();
	expect(await whoAsks(context, { token })).toBeNull();
	expect(await whoAsks(context, { session: await cookieOf(person) })).not.toBeNull();
});

test('a new password ends every session, and gives the one that asked a new one', async () => {
	const person = await someone();
	const [mine, elsewhere] = [await cookieOf(person), await cookieOf(person)];
	const asker = (await whoAsks(context, { session: mine }))!;
	const change = { current: password, password: 'another road to the sea', address: '::1' };
	const wrong = { ...change, current: 'what was it again' };
	const token = await makeToken(context, person, { name: 'A machine', days: 30 });
	await expect(changePassword(context, asker, wrong)).rejects.toMatchObject({
		fields: { current: 'password_wrong' }
	});
	const renewed = await changePassword(context, asker, change);
	expect(await whoAsks(context, { session: mine })).toBeNull();
	expect(await whoAsks(context, { session: elsewhere })).toBeNull();
	expect(await whoAsks(context, { session: renewed })).not.toBeNull();
	expect(await whoAsks(context, { token: token.value })).toBeNull();
	expect(house.rings.at(-1)).toEqual({ kind: 'access', people: [person.id] });
});

test('ending the sessions elsewhere keeps the one that asks', async () => {
	const person = await someone();
	const [mine, elsewhere] = [await cookieOf(person), await cookieOf(person)];
	const asker = (await whoAsks(context, { session: mine }))!;
	expect((await openAccount(context, asker)).sessions).toHaveLength(2);
	expect(await endOtherSessions(context, asker)).toBe(1);
	expect(await whoAsks(context, { session: mine })).not.toBeNull();
	expect(await whoAsks(context, { session: elsewhere })).toBeNull();
});

test('a token asks as its maker until it ends or is revoked; nobody else can revoke it', async () => {
	const person = await someone();
	const other = await someone();
	const { id, value } = await makeToken(context, person, { name: 'script', days: 30 });
	expect(await whoAsks(context, { token: value })).toMatchObject({
		tokenId: id,
		sessionId: null,
		actor: { id: person.id }
	});
	expect(await whoAsks(context, { session: value })).toBeNull();
	expect(await whoAsks(context, { token: id })).toBeNull();
	await expect(revokeToken(context, other, id)).rejects.toBeInstanceOf(NotFound);
	const [listed] = await listTokens(context, person);
	expect(listed).toMatchObject({ id, name: 'script', lastUsedAt: context.now() });
	await revokeToken(context, person, id);
	expect(house.rings.at(-1)).toEqual({ kind: 'access', tokens: [id] });
	expect(await whoAsks(context, { token: value })).toBeNull();

	const short = await makeToken(context, person, { name: 'short', days: 1 });
	house.pass(DAY_MS);
	expect(await whoAsks(context, { token: short.value })).toBeNull();
	await expect(makeToken(context, person, { name: 'long', days: 366 })).rejects.toMatchObject({
		fields: { days: 'token_too_long' }
	});
});
