import { afterAll, expect, test } from 'vitest';
import { addMember, addPerson, addWerkplaats } from '#tests/integration/builders.ts';
import { openTestHouse } from '#tests/integration/house.ts';
import { Conflict, Invalid, NotAllowed, NotFound } from '#domain/errors.ts';
import { acceptAsNewPerson, acceptInvitation } from './acceptance.ts';
import { whoAsks } from './credentials.ts';
import {
	invite,
	listInvitations,
	readInvitation,
	withdrawInvitation,
	type NewInvitation
} from './invitations.ts';

const house = await openTestHouse();
const { context, db } = house;
afterAll(() => house.close());

const place = await addWerkplaats(db, { name: 'Twente', slug: 'twente' });
const coordinator = await addMember(db, place, 'coordinator', { name: 'Anne Klaver' });
const newcomer = { name: 'Joost', password: 'a long road to the sea', language: 'nl' as const };
const DAY_MS = 24 * 60 * 60 * 1000;
let count = 0;

/** Invites somebody nobody knows; answers the secret end of the link in their letter. */
async function invited(given: Partial<NewInvitation> = {}): Promise<string> {
	const email = `invited${++count}@wisselwerking.example`;
	const ordinary = { werkplaats: 'twente', function: 'student' as const, organisation: null };
	await invite(context, coordinator, { ...ordinary, until: null, email, ...given });
	return house.letters.at(-1)!.text.match(/\/invitation\/(\S+)/)![1]!;
}

const memberships = async (personId: string) =>
	(await house.sql`select id from membership where person_id = ${personId}`).length;

test('who is invited gets a letter, reads what for, and becomes a member with an account', async () => {
	const link = await invited({ function: 'lector' });
	expect(house.letters.at(-1)!.text).toContain(`${context.publicUrl}/invitation/${link}`);
	const read = await readInvitation(context, link);
	expect(read).toMatchObject({
		function: 'lector',
		state: 'open',
		hasAccount: false,
		werkplaats: { name: 'Twente' },
		inviter: 'Anne Klaver'
	});
	const session = await acceptAsNewPerson(context, link, newcomer);
	const asker = await whoAsks(context, { session });
	expect(asker).toMatchObject({
		email: read.email,
		actor: { name: 'Joost', memberships: [{ werkplaats: place, function: 'lector' }] }
	});
});

test('an invitation that two accept at the same moment gives one membership', async () => {
	const link = await invited();
	const both = await Promise.allSettled([
		acceptAsNewPerson(context, link, newcomer),
		acceptAsNewPerson(context, link, { ...newcomer, name: 'Somebody else' })
	]);
	expect(both.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
	const [refused] = both.filter((one) => one.status === 'rejected');
	expect(refused?.reason).toEqual(new Conflict('invitation_used'));

	const again = await invited({ function: 'teacher' });
	const [one, other] = [
		await addMember(db, null, 'national'),
		await addMember(db, null, 'national')
	];
	const accepted = await Promise.allSettled([
		acceptInvitation(context, one, again),
		acceptInvitation(context, other, again)
	]);
	expect(accepted.filter((result) => result.status === 'fulfilled')).toHaveLength(1);
	expect((await memberships(one.id)) + (await memberships(other.id))).toBe(3);
	expect((await readInvitation(context, again)).state).toBe('used');
});

test('half a link opens nothing', async () => {
	const link = await invited();
	const [id] = link.split('.');
	for (const half of [id!, `${id}.`, `${id}.${id}`, 'x', '']) {
		await expect(readInvitation(context, half)).rejects.toBeInstanceOf(NotFound);
		await expect(acceptInvitation(context, coordinator, half)).rejects.toBeInstanceOf(NotFound);
		await expect(acceptAsNewPerson(context, half, newcomer)).rejects.toBeInstanceOf(NotFound);
	}
});

test('an invitation that was withdrawn or is two weeks old lets nobody in', async () => {
	const withdrawn = await invited();
	const [id] = withdrawn.split('.');
	await withdrawInvitation(context, coordinator, id!);
	await expect(acceptInvitation(context, coordinator, withdrawn)).rejects.toEqual(
		new Conflict('invitation_withdrawn')
	);
	const old = await invited();
	house.pass(14 * DAY_MS);
	await expect(acceptAsNewPerson(context, old, newcomer)).rejects.toEqual(
		new Conflict('invitation_expired')
	);
	expect(await listInvitations(context, coordinator, 'twente')).toEqual([]);
});

test('an account is never taken over by an invitation to its address', async () => {
	await addPerson(db, { email: 'known@wisselwerking.example' });
	const link = await invited({ email: 'Known@wisselwerking.example' });
	expect((await readInvitation(context, link)).hasAccount).toBe(true);
	await expect(acceptAsNewPerson(context, link, newcomer)).rejects.toEqual(
		new Conflict('account_exists')
	);
});

test('who takes part already, as the same, keeps one membership and the invitation stays open', async () => {
	const link = await invited({ function: 'coordinator' });
	await expect(acceptInvitation(context, coordinator, link)).rejects.toEqual(
		new Conflict('already_member')
	);
	expect((await readInvitation(context, link)).state).toBe('open');
});

test('a guest gets an end date, and nobody is invited as something that does not exist there', async () => {
	await expect(invited({ function: 'guest' })).rejects.toEqual(
		new Invalid({ until: 'guest_needs_end' })
	);
	await expect(invited({ function: 'national' })).rejects.toEqual(
		new Invalid({ function: 'wrong_place' })
	);
	const until = new Date(context.now().getTime() + DAY_MS);
	const guest = await invited({ function: 'guest', until });
	const session = await acceptAsNewPerson(context, guest, newcomer);
	expect((await whoAsks(context, { session }))!.actor.memberships).toHaveLength(1);
	house.pass(DAY_MS);
	expect((await whoAsks(context, { session }))!.actor.memberships).toEqual([]);
});

test('only who manages members invites, and only an administrator invites to the network', async () => {
	const lector = await addMember(db, place, 'lector');
	const invitation = {
		werkplaats: 'twente',
		function: 'student' as const,
		organisation: null,
		until: null,
		email: 'x@wisselwerking.example'
	};
	await expect(invite(context, lector, invitation)).rejects.toBeInstanceOf(NotAllowed);
	const national = { ...invitation, werkplaats: null, function: 'national' as const };
	await expect(invite(context, coordinator, national)).rejects.toBeInstanceOf(NotAllowed);
});

test('an invitation to a place that one does not manage is as good as none', async () => {
	const lector = await addMember(db, place, 'lector');
	const elsewhere = await addMember(db, await addWerkplaats(db), 'coordinator');
	const id = (await invited({})).split('.')[0]!;
	for (const other of [lector, elsewhere]) {
		await expect(withdrawInvitation(context, other, id)).rejects.toBeInstanceOf(NotFound);
	}
	await withdrawInvitation(context, coordinator, id);
});
