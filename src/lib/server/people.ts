import type { Transaction } from '#db/connection.ts';
import { lockAccounts } from '#db/queries/installation.ts';
import {
	findPerson,
	isAccount,
	listPeople as all,
	otherAdministrators,
	updatePerson,
	type PersonRow
} from '#db/queries/people.ts';
import { Conflict, NotFound } from '#domain/errors.ts';
import type { Actor } from '#domain/facts.ts';
import { authorize } from '#domain/policy.ts';
import type { Context } from './context.ts';
import { recordEvent } from './events.ts';
import { endEveryWayIn } from './session.ts';

/** Everybody with an account. */
export async function listPeople(context: Context, actor: Actor) {
	authorize(actor, 'administer', { type: 'network' });
	const people = await all(context.db);
	return people.map((person) => ({ ...person, isSelf: person.id === actor.id }));
}

/** Nobody signs in as this person any more; what they have open closes at once. */
export async function disableAccount(context: Context, actor: Actor, id: string): Promise<void> {
	await change(context, actor, id, 'person.disabled', async (tx, person) => {
		if (person.administrator) await assertNotLast(tx, id);
		await updatePerson(tx, id, { disabledAt: context.now() });
		await endEveryWayIn(tx, id, context.now());
	});
}

export async function enableAccount(context: Context, actor: Actor, id: string): Promise<void> {
	await change(context, actor, id, 'person.enabled', (tx) =>
		updatePerson(tx, id, { disabledAt: null })
	);
}

/** Makes somebody an administrator of the whole installation, or no longer. */
export async function setAdministrator(
	context: Context,
	actor: Actor,
	{ id, administrator }: { id: string; administrator: boolean }
): Promise<void> {
	const name = administrator ? 'person.made_administrator' : 'person.unmade_administrator';
	await change(context, actor, id, name, async (tx) => {
		if (!administrator) await assertNotLast(tx, id);
		await updatePerson(tx, id, { administrator });
	});
}

async function change(
	context: Context,
	actor: Actor,
	id: string,
	name: string,
	work: (tx: Transaction, person: PersonRow) => Promise<void>
): Promise<void> {
	authorize(actor, 'administer', { type: 'network' });
	await context.db.transaction(async (tx) => {
		// Two administrators who unmake each other at the same moment would leave nobody.
		await lockAccounts(tx);
		const person = await findPerson(tx, id);
		if (!person || !isAccount(person)) throw new NotFound();
		await work(tx, person);
		await recordEvent(tx, { name, actorId: actor.id, personId: id });
	});
	context.bus.ring({ kind: 'access', people: [id] });
}

async function assertNotLast(tx: Transaction, id: string): Promise<void> {
	if ((await otherAdministrators(tx, id)) === 0) throw new Conflict('last_administrator');
}
