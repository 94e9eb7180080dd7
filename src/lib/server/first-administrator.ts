import { lockAccounts } from '#db/queries/installation.ts';
import { insertMembership } from '#db/queries/memberships.ts';
import { anyPerson, insertPerson } from '#db/queries/people.ts';
import { resolveWerkplaats } from '#db/queries/references.ts';
import { listWerkplaatsen } from '#db/queries/werkplaatsen.ts';
import { Conflict, Invalid } from '#domain/errors.ts';
import type { Context } from './context.ts';
import { recordEvent } from './events.ts';
import { hashPassword, passwordFault } from './password.ts';
import { startSession } from './session.ts';

export type FirstAdministrator = {
	name: string;
	email: string;
	password: string;
	language: 'nl' | 'en';
	/** Id or slug of the werkplaats that they coordinate, if any. */
	werkplaats: string | null;
};

/** The werkplaatsen that the first administrator can choose from; nobody else is there to ask for yet. */
export async function listFirstPlaces({ db }: Context) {
	if (await anyPerson(db)) throw new Conflict('already_begun');
	return (await listWerkplaatsen(db)).map(({ slug, name }) => ({ slug, name }));
}

/** Makes the first account, on an empty installation only; answers the value of its session cookie. */
export async function makeFirstAdministrator(
	context: Context,
	{ name, email, password, language, werkplaats }: FirstAdministrator
): Promise<string> {
	if (await anyPerson(context.db)) throw new Conflict('already_begun');
	const fault = passwordFault(password, [email, name]);
	if (fault) throw new Invalid({ password: fault });
	const place = werkplaats ? await resolveWerkplaats(context.db, werkplaats) : null;
	if (place === undefined) throw new Invalid({ werkplaats: 'unknown' });
	const passwordHash = await hashPassword(password);
	const now = context.now();
	return context.db.transaction(async (tx) => {
		// Two visitors at the same moment: the second waits here, and then finds the first.
		await lockAccounts(tx);
		if (await anyPerson(tx)) throw new Conflict('already_begun');
		const { id } = await insertPerson(tx, {
			name,
			email,
			passwordHash,
			language,
			administrator: true
		});
		if (place) {
			const seat = { personId: id, werkplaatsId: place.id, function: 'coordinator' as const };
			await insertMembership(tx, { ...seat, from: now });
		}
		await recordEvent(tx, { name: 'installation.begun', actorId: id });
		return (await startSession(tx, id, now)).value;
	});
}
