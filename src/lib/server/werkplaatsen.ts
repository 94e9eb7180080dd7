import {
	insertWerkplaats,
	listWerkplaatsen as all,
	updateWerkplaats
} from '#db/queries/werkplaatsen.ts';
import { Invalid, NotFound } from '#domain/errors.ts';
import type { Actor } from '#domain/facts.ts';
import { authorize, can } from '#domain/policy.ts';
import { slugOf } from '#domain/slug.ts';
import type { Context } from './context.ts';
import { recordEvent } from './events.ts';

export type WerkplaatsFields = {
	name: string;
	/** The hogescholen that carry it, as people read it. */
	carrier: string;
	/** Provinces (ISO 3166-2 without NL-). */
	provinces: string[];
};

/** The werkplaatsen that the actor may look into, in the order of the network. */
export async function describeWerkplaatsen(context: Context, actor: Actor) {
	const rows = await all(context.db);
	return rows
		.filter(({ id }) => can(actor, 'view_werkplaats', { type: 'werkplaats', werkplaats: id }))
		.map(({ id, slug, name, carrier, provinces }) => ({ id, slug, name, carrier, provinces }));
}

/** Every werkplaats, with those that were archived. */
export async function listWerkplaatsen(context: Context, actor: Actor) {
	authorize(actor, 'administer', { type: 'network' });
	return all(context.db, { archived: true });
}

/** Adds a werkplaats at the end of the network; its address comes from its name and stays. */
export async function addWerkplaats(context: Context, actor: Actor, fields: WerkplaatsFields) {
	authorize(actor, 'administer', { type: 'network' });
	const slug = slugOf(fields.name);
	if (!slug) throw new Invalid({ name: 'name_missing' });
	await context.db.transaction(async (tx) => {
		const position = (await all(tx, { archived: true })).length;
		const row = { ...fields, slug, position, editedAt: context.now() };
		const werkplaatsId = await insertWerkplaats(tx, row);
		if (!werkplaatsId) throw new Invalid({ name: 'name_taken' });
		await recordEvent(tx, { name: 'werkplaats.added', actorId: actor.id, werkplaatsId });
	});
}

export async function changeWerkplaats(
	context: Context,
	actor: Actor,
	{ id, ...fields }: WerkplaatsFields & { id: string }
): Promise<void> {
	await change(context, actor, id, 'werkplaats.changed', fields);
}

/** Takes a werkplaats out of the network, or puts it back; its documents stay what they are. */
export async function archiveWerkplaats(
	context: Context,
	actor: Actor,
	{ id, archived }: { id: string; archived: boolean }
): Promise<void> {
	const archivedAt = archived ? context.now() : null;
	await change(context, actor, id, 'werkplaats.archived', { archivedAt });
}

async function change(
	context: Context,
	actor: Actor,
	id: string,
	name: string,
	fields: Partial<WerkplaatsFields> & { archivedAt?: Date | null }
): Promise<void> {
	authorize(actor, 'administer', { type: 'network' });
	await context.db.transaction(async (tx) => {
		// A newer list that ships with the product leaves it alone from now on.
		const edited = { ...fields, editedAt: context.now() };
		if (!(await updateWerkplaats(tx, id, edited))) throw new NotFound();
		await recordEvent(tx, { name, actorId: actor.id, werkplaatsId: id });
	});
}
