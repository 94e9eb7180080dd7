import { lockAccounts } from '#db/queries/installation.ts';
import {
	insertOrganisation,
	isOrganisationNameTaken,
	listOrganisations as all,
	updateOrganisation
} from '#db/queries/organisations.ts';
import type { Transaction } from '#db/connection.ts';
import { Invalid, NotFound } from '#domain/errors.ts';
import type { Actor } from '#domain/facts.ts';
import type { OrganisationKind } from '#domain/organisations.ts';
import { authorize } from '#domain/policy.ts';
import type { Context } from './context.ts';
import { recordEvent } from './events.ts';

/** The organisations that people can be a member for. */
export async function chooseOrganisations(context: Context, _actor: Actor) {
	const rows = await all(context.db);
	return rows.map(({ id, name }) => ({ id, name }));
}

/** Every organisation, with those that were archived. */
export async function listOrganisations(context: Context, actor: Actor) {
	authorize(actor, 'administer', { type: 'network' });
	return all(context.db, { archived: true });
}

export async function addOrganisation(
	context: Context,
	actor: Actor,
	{ name, kind }: { name: string; kind: OrganisationKind }
): Promise<void> {
	await change(context, actor, 'organisation.added', async (tx) => {
		if (await isOrganisationNameTaken(tx, name)) throw new Invalid({ name: 'name_taken' });
		await insertOrganisation(tx, { name, kind });
	});
}

export async function changeOrganisation(
	context: Context,
	actor: Actor,
	{ id, name, kind }: { id: string; name: string; kind: OrganisationKind }
): Promise<void> {
	await change(context, actor, 'organisation.changed', async (tx) => {
		if (await isOrganisationNameTaken(tx, name, id)) throw new Invalid({ name: 'name_taken' });
		if (!(await updateOrganisation(tx, id, { name, kind }))) throw new NotFound();
	});
}

/** Takes an organisation out of the lists to choose from, or puts it back; members keep it. */
export async function archiveOrganisation(
	context: Context,
	actor: Actor,
	{ id, archived }: { id: string; archived: boolean }
): Promise<void> {
	await change(context, actor, 'organisation.archived', async (tx) => {
		const archivedAt = archived ? context.now() : null;
		if (!(await updateOrganisation(tx, id, { archivedAt }))) throw new NotFound();
	});
}

async function change(
	context: Context,
	actor: Actor,
	name: string,
	work: (tx: Transaction) => Promise<void>
): Promise<void> {
	authorize(actor, 'administer', { type: 'network' });
	await context.db.transaction(async (tx) => {
		// Names are compared without their capitals, which no index of ours does.
		await lockAccounts(tx);
		await work(tx);
		await recordEvent(tx, { name, actorId: actor.id });
	});
}
