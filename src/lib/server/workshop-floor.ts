import { buildsOn } from '#db/queries/relations.ts';
import { countMembers, findGroup, listGroups, listMembersOf } from '#db/queries/run-groups.ts';
import { listWritten } from '#db/queries/run-texts.ts';
import type { RunRow } from '#db/queries/runs.ts';
import { findWorkFacts } from '#db/queries/work-facts.ts';
import type { Content } from '#domain/content/schema.ts';
import { NotFound } from '#domain/errors.ts';
import type { Actor, DocumentFacts, PartFacts } from '#domain/facts.ts';
import { can } from '#domain/policy.ts';
import type { GroupRole } from '#domain/runs.ts';
import type { Context } from './context.ts';
import { enterRun, type EnteredRun } from './run-change.ts';
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
	/** Whether there is something to read for it. */
	hasMaterials: boolean;
	/** The document that was made of what all wrote; only for who may view it. */
	harvestId: string | null;
};

export type OwnGroup = {
	id: string;
	name: string;
	/** An empty name is of who was forgotten. */
	members: { id: string; name: string; role: GroupRole | null; isSelf: boolean }[];
};

/** Opens a workshop for who takes part in it. A whole hall asks at once when a round begins: it asks for little. */
export async function openFloor(
	context: Context,
	{ actor, isVisitor }: Participant,
	runId: string
): Promise<Floor> {
	const place = await enterRun(context, actor, runId);
	const { run, member, now } = place;
	if (!member || run.kind !== 'workshop') throw new NotFound();
	const { id, title, endedAt, isPrivate, task } = run;
	const chooses = !member.groupId && run.formation === 'choose' && !endedAt;
	return {
		run: { id, title, endedAt, isPrivate, task },
		now,
		me: { id: actor.id, name: actor.name, isVisitor, role: member.role },
		group: member.groupId ? await ownGroup(context, actor, member.groupId) : null,
		groups: chooses ? await choices(context, run) : [],
		round: roundOf(run),
		...(await textsFor(context, actor, place)),
		hasMaterials: await buildsOn(context.db, run.documentId),
		harvestId: await harvestFor(context, actor, run)
	};
}

async function ownGroup({ db }: Context, actor: Actor, groupId: string): Promise<OwnGroup> {
	const group = await findGroup(db, groupId);
	if (!group) throw new NotFound();
	const members = (await listMembersOf(db, groupId)).map(({ person, role }) => ({
		...{ ...person, role },
		isSelf: person.id === actor.id
	}));
	return { id: group.id, name: group.name, members };
}

async function choices({ db }: Context, { id: runId, groupSize }: RunRow) {
	const sizes = await countMembers(db, runId);
	return (await listGroups(db, runId)).map(({ id, name }) => {
		const size = sizes.get(id) ?? 0;
		return { id, name, size, room: Math.max(0, groupSize - size) };
	});
}

async function textsFor(
	context: Context,
	actor: Actor,
	{ run, document, member }: EnteredRun
): Promise<Pick<Floor, 'text' | 'earlier'>> {
	const groupId = member?.groupId;
	if (!groupId) return { text: null, earlier: [] };
	const texts = await listWritten(context.db, run.id, groupId);
	const now = texts.find(({ step }) => step === run.step);
	const isFirst = texts.every((text) => text === now);
	const before = isFirst ? [] : await writtenIn(context, run.id, groupId);
	return {
		text: now ? await openText(context, actor, document, now) : null,
		earlier: before
			.filter(({ step, words }) => step !== run.step && words > 0)
			.map(({ step, content, partId }) => ({
				nth: step + 1,
				title: run.design.steps[step]?.title ?? '',
				html: shownText(content, partId)
			}))
	};
}

async function openText(
	{ db }: Context,
	actor: Actor,
	document: DocumentFacts,
	{ partId, content }: { partId: string; content: Content }
): Promise<Floor['text']> {
	const work = (await findWorkFacts(db, [partId])).get(partId) ?? null;
	const part: PartFacts = {
		id: partId,
		document,
		kind: 'work',
		perspective: null,
		grants: [],
		work
	};
	return { partId, mayWrite: can(actor, 'write', { type: 'part', part }), content };
}
