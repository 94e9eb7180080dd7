import { afterAll, expect, test } from 'vitest';
import { NotAllowed } from '#domain/errors.ts';
import { addMember, addWerkplaats } from '#tests/integration/builders.ts';
import { openTestHouse } from '#tests/integration/house.ts';
import { createDocument } from './documents.ts';
import { listSharing, shareDocument } from './grants.ts';

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
