import type { Transaction } from '#db/connection.ts';
import { findLayer, findReadOut } from '#db/queries/suggestions.ts';
import { lockText } from '#db/queries/updates.ts';
import { QUOTE_MAX } from '#domain/anchors/anchor.ts';
import { contentSchema } from '#domain/content/schema.ts';
import { hunksOf } from '#domain/content/suggestions/hunks.ts';
import { withRuns } from '#domain/content/suggestions/runs.ts';
import { Conflict, Invalid } from '#domain/errors.ts';
import type { OfSuggestion, ThreadsOf } from '#domain/threads.ts';

/** A suggestion as whoever talks about it saw it. */
export type SuggestionMeant = Pick<OfSuggestion, 'person' | 'key'>;

/** What somebody suggests there, in the words of what is stored: nobody is said to suggest what they do not. */
export async function suggestionMeant(
	tx: Transaction,
	{ part, version, submission }: ThreadsOf,
	{ person, key }: SuggestionMeant
): Promise<OfSuggestion> {
	if (version !== null || submission !== null) throw new Invalid({ suggestion: 'unknown' });
	// A layer is about the text as it was read out last: the two are read together.
	await lockText(tx, part);
	const content = await findReadOut(tx, part);
	const layer = await findLayer(tx, part, person);
	if (!content || !layer) throw new Conflict('suggestion_changed');
	const base = contentSchema.nodeFromJSON(content);
	const hunk = hunksOf(base, withRuns(base, layer.runs)).find((one) => one.key === key);
	if (!hunk) throw new Conflict('suggestion_changed');
	const before = hunk.before.slice(0, QUOTE_MAX);
	return { person, key, before, after: hunk.after.slice(0, QUOTE_MAX) };
}
