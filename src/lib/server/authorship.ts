import type { Queryable } from '#db/connection.ts';
import { findPeopleNames } from '#db/queries/people.ts';
import { writtenRuns, type WrittenRun } from '#domain/content/authorship.ts';
import type { Content } from '#domain/content/schema.ts';
import { NotFound } from '#domain/errors.ts';
import type { Actor } from '#domain/facts.ts';
import { authorize } from '#domain/policy.ts';
import { authoredText } from './authored-text.ts';
import type { Context } from './context.ts';
import { partsToAdmit } from './parts.ts';

/** Words by one person; null is the server itself: what a template began with. */
export type AuthoredRun = WrittenRun & { name: string | null };

/** Who wrote what of a part's text, in the order in which it stands. For who may read it. */
export async function readAuthorship(
	context: Context,
	actor: Actor,
	partId: string
): Promise<AuthoredRun[]> {
	const part = (await partsToAdmit(context, [partId])).get(partId);
	if (!part) throw new NotFound();
	authorize(actor, 'read', { type: 'part', part });
	const { runs } = await writtenText(context.db, partId);
	const people = runs.flatMap(({ person }) => person ?? []);
	const names = await findPeopleNames(context.db, [...new Set(people)]);
	return runs.map(({ person, text }) => {
		return { person, name: (person && names.get(person)) ?? null, text };
	});
}

/** A text with everything that is durable at this moment, and who wrote which words that are in it. */
export async function writtenText(
	db: Queryable,
	partId: string
): Promise<{ content: Content; runs: WrittenRun[] }> {
	const { content, authors } = await authoredText(db, partId);
	return { content, runs: writtenRuns(content, authors) };
}
