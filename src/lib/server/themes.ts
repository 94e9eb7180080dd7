import { insertTheme, listThemes as all, updateTheme } from '#db/queries/themes.ts';
import { Invalid, NotFound } from '#domain/errors.ts';
import type { Actor } from '#domain/facts.ts';
import { authorize } from '#domain/policy.ts';
import { slugOf } from '#domain/slug.ts';
import type { Context } from './context.ts';
import { recordEvent } from './events.ts';

export type ThemeFields = { nameNl: string; nameEn: string };

/** Every theme, with those that were archived. */
export async function listThemes(context: Context, actor: Actor) {
	authorize(actor, 'administer', { type: 'network' });
	return all(context.db, { archived: true });
}

/** Adds a theme at the end of the list; its address comes from its Dutch name and stays. */
export async function addTheme(context: Context, actor: Actor, fields: ThemeFields) {
	authorize(actor, 'administer', { type: 'network' });
	const slug = slugOf(fields.nameNl);
	if (!slug) throw new Invalid({ nameNl: 'name_missing' });
	await context.db.transaction(async (tx) => {
		const position = (await all(tx, { archived: true })).length;
		const id = await insertTheme(tx, { ...fields, slug, position, editedAt: context.now() });
		if (!id) throw new Invalid({ nameNl: 'name_taken' });
		await recordEvent(tx, { name: 'theme.added', actorId: actor.id, details: { theme: id } });
	});
}

export async function changeTheme(
	context: Context,
	actor: Actor,
	{ id, ...fields }: ThemeFields & { id: string }
): Promise<void> {
	await change(context, actor, id, 'theme.changed', fields);
}

/** Takes a theme out of the lists to choose from, or puts it back; documents keep it. */
export async function archiveTheme(
	context: Context,
	actor: Actor,
	{ id, archived }: { id: string; archived: boolean }
): Promise<void> {
	await change(context, actor, id, 'theme.archived', {
		archivedAt: archived ? context.now() : null
	});
}

async function change(
	context: Context,
	actor: Actor,
	id: string,
	name: string,
	fields: Partial<ThemeFields> & { archivedAt?: Date | null }
): Promise<void> {
	authorize(actor, 'administer', { type: 'network' });
	await context.db.transaction(async (tx) => {
		// A newer list that ships with the product leaves it alone from now on.
		if (!(await updateTheme(tx, id, { ...fields, editedAt: context.now() }))) throw new NotFound();
		await recordEvent(tx, { name, actorId: actor.id, details: { theme: id } });
	});
}
