import { afterAll, expect, test } from 'vitest';
import { Conflict, Invalid, NotAllowed } from '#domain/errors.ts';
import type { Actor } from '#domain/facts.ts';
import { addMember, addPerson, addWerkplaats } from '#tests/integration/builders.ts';
import { openTestHouse } from '#tests/integration/house.ts';
import { createDocument } from './documents.ts';
import { listSharing, shareDocument } from './grants.ts';
import { LIMITS } from './limits.ts';

const house = await openTestHouse();
const { context, db } = house;
afterAll(() => house.close());

const place = await addWerkplaats(db, { slug: 'here' });
const coordinator = await addMember(db, place, 'coordinator');
const maker = await addMember(db, place, 'researcher');
const colleague = await addMember(db, place, 'researcher');

const begin = () =>
	createDocument(context, maker, { werkplaats: 'here', kind: 'study', title: 'Aanbellen' });

async function levels(id: string) {
	const { grants } = await listSharing(context, coordinator, id);
	return Object.fromEntries(grants.map((grant) => [grant.personId ?? grant.function, grant.level]));
}

test('who manages a document takes nothing from its owners, also where there are two', async () => {
	const id = await begin();
	await shareDocument(context, maker, id, { person: colleague.id, level: 'owner' });
	for (const person of [maker.id, colleague.id]) {
		await expect(
			shareDocument(context, coordinator, id, { person, level: 'view' })
		).rejects.toBeInstanceOf(NotAllowed);
	}
	expect(await levels(id)).toEqual({ [maker.id]: 'owner', [colleague.id]: 'owner' });
	await shareDocument(context, maker, id, { person: colleague.id, level: 'view' });
	expect(await levels(id)).toEqual({ [maker.id]: 'owner', [colleague.id]: 'view' });
});

test('what was given up to their own level they change as they like', async () => {
	const id = await begin();
	const students = { werkplaats: 'here', function: 'student' } as const;
	await shareDocument(context, maker, id, { ...students, level: 'manage' });
	await shareDocument(context, coordinator, id, { ...students, level: 'comment' });
	expect(await levels(id)).toMatchObject({ student: 'comment' });
});

test('an address without an account and one of a closed account are as unknown as each other', async () => {
	const id = await begin();
	await addPerson(db, { email: 'closed@wisselwerking.example', disabledAt: new Date() });
	for (const person of ['closed@wisselwerking.example', 'nobody@wisselwerking.example']) {
		await expect(shareDocument(context, maker, id, { person, level: 'view' })).rejects.toEqual(
			new Invalid({ person: 'unknown' })
		);
	}
});

test('nobody tests a list of addresses, and other people share as before', async () => {
	const id = await begin();
	const email = 'somebody@wisselwerking.example';
	await addMember(db, place, 'student', { email });
	const { tries } = LIMITS['share-address'];
	const share = (actor: Actor) =>
		shareDocument(context, actor, id, { person: email, level: 'view' });
	for (let i = 0; i < tries; i++) await share(coordinator);
	await expect(share(coordinator)).rejects.toEqual(new Conflict('too_many_addresses'));
	await shareDocument(context, coordinator, id, { person: colleague.id, level: 'view' });
	await share(maker);
});
