import type { Queryable } from '#db/connection.ts';
import { findDocumentFacts, findFactsOfParts } from '#db/queries/facts.ts';
import { listRoundsWithPeople } from '#db/queries/review-rounds.ts';
import { listMembersOfRuns } from '#db/queries/telling.ts';
import type { ToldPlace } from '#domain/telling.ts';
import type { Pointers } from './told-circles.ts';

/** Where something happened that is told. */
export type About = {
	documentId: string;
	partId: string | null;
	runId: string | null;
	roundId: string | null;
	/** The version of the part that a thread stands beside. */
	versionId: string | null;
};

/** Where an event happened, by its name and what it points at. */
export function aboutOf(
	name: string,
	documentId: string,
	{ part, run, round, thread, version }: Pointers
): About {
	return {
		...{ documentId, partId: part, roundId: round },
		runId: name.startsWith('run.') ? run : null,
		versionId: thread ? version : null
	};
}

/** What the policy needs of all these places, looked up together. */
export async function placesOf(
	db: Queryable,
	abouts: readonly About[],
	now: Date
): Promise<(about: About) => ToldPlace> {
	const each = (ids: (string | null)[]) => [...new Set(ids.flatMap((id) => id ?? []))];
	const documents = await findDocumentFacts(db, each(abouts.map((a) => a.documentId)), now);
	const facts = await findFactsOfParts(db, each(abouts.map((a) => a.partId)), now);
	const parts = new Map(facts.map((part) => [part.id, part]));
	const members = await listMembersOfRuns(db, each(abouts.map((a) => a.runId)));
	const rounds = await listRoundsWithPeople(db, {
		ids: each(abouts.map((a) => a.roundId)),
		versions: each(abouts.map((a) => a.versionId))
	});
	return ({ documentId, partId, runId, roundId, versionId }) => ({
		document: documents.get(documentId) ?? null,
		part: partId === null ? undefined : (parts.get(partId) ?? null),
		members: runId === null ? undefined : (members.get(runId) ?? null),
		round: roundId === null ? undefined : (rounds.find(({ id }) => id === roundId) ?? null),
		frozen: versionId === null ? undefined : rounds.filter((one) => one.versionId === versionId)
	});
}
