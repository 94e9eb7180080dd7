import { findFactsOfParts } from '#db/queries/facts.ts';
import { listGroups, listMembers, type GroupRow, type MemberRow } from '#db/queries/run-groups.ts';
import type { RunRow } from '#db/queries/runs.ts';
import type { Content } from '#domain/content/schema.ts';
import { NotFound } from '#domain/errors.ts';
import type { Actor } from '#domain/facts.ts';
import { can } from '#domain/policy.ts';
import type { GroupRole } from '#domain/runs.ts';
import type { Context } from './context.ts';
import { enterRun } from './run-change.ts';
import { harvestFor } from './workshop-harvest.ts';
import { roundOf, type Round } from './workshop-round.ts';
import { shownText, writtenIn } from './workshop-texts.ts';
import type { Participant } from './workshops.ts';

/** What somebody who takes part sees of a workshop: one task at a time. */
export type Floor = {
	run: {
		id: string;
		title: string;
		endedAt: Date | null;
		/** Who leads does not read along. */
		isPrivate: boolean;
		/** What the whole workshop is about, as it was when it began. */
		task: Content;
	};
	/** By the server's clock: what a clock on the page counts from. */
	now: Date;
	me: { id: string; name: string; isVisitor: boolean; role: GroupRole | null };
	/** Null while one is in none. */
	group: OwnGroup | null;
	/** Only while one may choose. */
	groups: { id: string; name: string; size: number; room: number }[];
	round: Round | null;
	/** What the own group writes in this round; null when nothing is written in it. */
	text: { partId: string; mayWrite: boolean; content: Content } | null;
	/** What the own group wrote in other rounds, in their order. */
	earlier: { nth: number; title: string; html: string }[];
	/** The document that was made of what all wrote; only for who may view it. */
	harvestId: string | null;
};

export type OwnGroup = {
	id: string;
	name: string;
	/** An empty name is of who was forgotten. */
	members: { id: string; name: string; role: GroupRole | null; isSelf: boolean }[];
};

/** Opens a workshop for who takes part in it. */
export async function openFloor(
	context: Context,
	{ actor, isVisitor }: Participant,
	runId: string
): Promise<Floor> {
	const { run, member, now } = await enterRun(context, actor, runId);
	if (!member || run.kind !== 'workshop') throw new NotFound();
	const [groups, members] = [
		await listGroups(context.db, runId),
		await listMembers(context.db, runId)
	];
	const own = groups.find(({ id }) => id === member.groupId);
	const { id, title, endedAt, isPrivate, task } = run;
	const isHere = !own && run.formation === 'choose' && !endedAt;
	return {
		run: { id, title, endedAt, isPrivate, task },
		now,
		me: { id: actor.id, name: actor.name, isVisitor, role: member.role },
		group: own ? groupFor(actor, own, members) : null,
		groups: isHere ? groups.map((group) => choice(run, group, members)) : [],
		round: roundOf(run),
		...(own ? await textsFor(context, actor, run, own.id) : { text: null, earlier: [] }),
		harvestId: await harvestFor(context, actor, run)
	};
}

function groupFor(actor: Actor, { id, name }: GroupRow, members: readonly MemberRow[]): OwnGroup {
	const inIt = members.filter(({ groupId }) => groupId === id);
	return {
		id,
		name,
		members: inIt.map(({ person, role }) => ({ ...person, role, isSelf: person.id === actor.id }))
	};
}

function choice({ groupSize }: RunRow, { id, name }: GroupRow, members: readonly MemberRow[]) {
	const size = members.filter(({ groupId }) => groupId === id).length;
	return { id, name, size, room: Math.max(0, groupSize - size) };
}

async function textsFor(context: Context, actor: Actor, run: RunRow, groupId: string) {
	const written = await writtenIn(context, run.id, groupId);
	const now = written.find(({ step }) => step === run.step);
	const [part] = now ? await findFactsOfParts(context.db, [now.partId], context.now()) : [];
	const before = written.filter((text) => text !== now && text.words > 0);
	return {
		text:
			now && part
				? {
						partId: now.partId,
						mayWrite: can(actor, 'write', { type: 'part', part }),
						content: now.content
					}
				: null,
		earlier: before.map(({ step, content, partId }) => ({
			nth: step + 1,
			title: run.design.steps[step]?.title ?? '',
			html: shownText(content, partId)
		}))
	};
}
