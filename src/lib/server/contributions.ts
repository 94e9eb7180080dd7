import type { Queryable } from '#db/connection.ts';
import { listContributions, updateContribution } from '#db/queries/contributions.ts';
import { findGroup } from '#db/queries/run-groups.ts';
import { findSubmission } from '#db/queries/submissions.ts';
import { sharesOf } from '#domain/contributions.ts';
import { Conflict, Invalid, NotFound } from '#domain/errors.ts';
import type { Actor } from '#domain/facts.ts';
import type { Context } from './context.ts';
import { changeRun } from './run-change.ts';

/** What one of a group did for a hand-in: never a mark. */
export type ContributionTold = {
	person: { id: string; name: string };
	words: number;
	/** Of all words that somebody of the group wrote, in whole per cent. */
	share: number;
	says: string;
	confirmedAt: Date | null;
	isSelf: boolean;
};

export const SAYS_MAX = 1000;

/** Says that what stands of one's own part in a hand-in is so, with what one did besides writing. */
export async function confirmContribution(
	context: Context,
	actor: Actor,
	submissionId: string,
	typed: string
): Promise<void> {
	const says = typed.trim();
	if (says.length > SAYS_MAX) throw new Invalid({ says: 'too_long' });
	const submission = await findSubmission(context.db, submissionId);
	if (!submission) throw new NotFound();
	await changeRun(context, actor, submission.runId, 'take_part', async (tx, { member, now }) => {
		if (member?.groupId !== submission.groupId) throw new NotFound();
		const group = await findGroup(tx, submission.groupId);
		if (group?.finalAt) throw new Conflict('work_final');
		const of = { submissionId, personId: actor.id };
		const isThere = await updateContribution(tx, of, { says, confirmedAt: now });
		if (!isThere) throw new NotFound();
		return { name: 'run.contribution_confirmed', details: { nth: submission.nth } };
	});
}

/** Who did what for a hand-in; for the group itself and who leads. */
export async function contributionsTold(
	db: Queryable,
	actor: Pick<Actor, 'id'>,
	submissionId: string
): Promise<ContributionTold[]> {
	const rows = await listContributions(db, submissionId);
	const shares = sharesOf(new Map(rows.map(({ person, words }) => [person.id, words])));
	return rows.map((row) => ({
		...row,
		share: shares.get(row.person.id) ?? 0,
		isSelf: row.person.id === actor.id
	}));
}
