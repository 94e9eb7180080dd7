import { findOwners, loadText } from '#db/queries/updates.ts';
import { findPeopleNames } from '#db/queries/people.ts';
import { writtenRuns } from '#domain/content/authorship.ts';
import { NotFound } from '#domain/errors.ts';
import type { Actor } from '#domain/facts.ts';
import { authorize } from '#domain/policy.ts';
import type { Context } from './context.ts';
import { partsToAdmit } from './parts.ts';
import { buildDoc } from './stored-text.ts';

/** Words by one person; null is the server itself: what a template began with. */
export type AuthoredRun = { person: string | null; name: string | null; text: string };

/** Who wrote what of a part's text, in the order in which it stands. For who may read it. */
export async function readAuthorship(
	context: Context,
	actor: Actor,
	partId: string
): Promise<AuthoredRun[]> {
	const part = (await partsToAdmit(context, [partId])).get(partId);
	if (!part) throw new NotFound();
	authorize(actor, 'read', { type: 'part', part });
	const owners = await findOwners(context.db, partId);
	const names = await findPeopleNames(context.db, [...new Set(owners.values())]);
	const doc = buildDoc(await loadText(context.db, partId));
	const runs = writtenRuns(doc);
	doc.destroy();
	return runs.map(({ client, text }) => {
		const person = owners.get(client) ?? null;
		return { person, name: (person && names.get(person)) ?? null, text };
	});
}
