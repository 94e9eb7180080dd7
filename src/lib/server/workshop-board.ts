import { findDocument, findTexts } from '#db/queries/documents.ts';
import { listGroups, listMembers, type MemberRow } from '#db/queries/run-groups.ts';
import { listTextVersions } from '#db/queries/run-texts.ts';
import { listVisitors } from '#db/queries/visitors.ts';
import type { RunRow } from '#db/queries/runs.ts';
import type { Step } from '#domain/assignments.ts';
import { NotAllowed, NotFound } from '#domain/errors.ts';
import type { Actor } from '#domain/facts.ts';
import type { Formation, GroupRole } from '#domain/runs.ts';
import type { Context } from './context.ts';
import { enterRun, type EnteredRun } from './run-change.ts';
import { harvestFor } from './workshop-harvest.ts';
import { roundOf, type Round } from './workshop-round.ts';
import { shownText } from './workshop-texts.ts';

/** What who leads a workshop sees of it. */
export type Board = {
	run: {
		id: string;
		title: string;
		formation: Formation;
		groupSize: number;
		/** The texts of the groups are not for who leads: only how far they are. */
		isPrivate: boolean;
		endedAt: Date | null;
	};
	assignment: { id: string; title: string };
	/** What people come in with, and where; null when nobody comes in any more. */
	entrance: { code: string; link: string } | null;
	/** By the server's clock. */
	now: Date;
	steps: readonly Step[];
	round: Round | null;
	groups: { id: string; name: string; members: BoardMember[] }[];
	/** Who is in no group. */
	waiting: BoardMember[];
	/** The document that was made of it; null also for who may not view that. */
	harvestId: string | null;
} & BoardNews;

/** An empty name is of who was forgotten. */
export type BoardMember = {
	id: string;
	name: string;
	role: GroupRole | null;
	/** Takes part without an account. */
	isVisitor: boolean;
};

/** What changes on it from second to second. */
export type BoardNews = {
	/** Say it when asking what changed after this. */
	since: string;
	/** Those that changed: one for each group that writes in this round. */
	texts: BoardText[];
	/** Who has a text of this round open now. */
	here: string[];
	/** Who of them writes. */
	writing: string[];
};

/** `html` is null when who leads does not read along. */
export type BoardText = { group: string; html: string | null; words: number; changedAt: Date };

/** Opens the board of a workshop for who leads it. */
export async function openBoard(context: Context, actor: Actor, runId: string): Promise<Board> {
	const { run, now } = await leading(context, actor, runId);
	const document = await findDocument(context.db, run.documentId);
	if (!document) throw new NotFound();
	const groups = await listGroups(context.db, runId);
	const members = await listMembers(context.db, runId);
	const visitors = await listVisitors(context.db, runId);
	const inGroup = (group: string | null) =>
		members.filter(({ groupId }) => groupId === group).map(boardMember(visitors));
	const { id, title, formation, groupSize, isPrivate, endedAt, code } = run;
	return {
		run: { id, title, formation, groupSize, isPrivate, endedAt },
		assignment: { id: document.id, title: document.title },
		entrance: code && !endedAt ? { code, link: `${context.publicUrl}/workshop/${code}` } : null,
		now,
		steps: run.design.steps,
		round: roundOf(run),
		groups: groups.map((group) => ({
			id: group.id,
			name: group.name,
			members: inGroup(group.id)
		})),
		waiting: inGroup(null),
		harvestId: await harvestFor(context, actor, run),
		...(await newsOf(context, run, ''))
	};
}

/** What changed of the texts of this round since `since`, for a board that asks often; all of them for an unknown one. */
export async function boardSince(
	context: Context,
	actor: Actor,
	runId: string,
	since: string
): Promise<BoardNews> {
	const { run } = await leading(context, actor, runId);
	return newsOf(context, run, since);
}

async function leading(context: Context, actor: Actor, runId: string): Promise<EnteredRun> {
	const place = await enterRun(context, actor, runId);
	if (!place.leads) throw new NotAllowed('lead_runs');
	if (place.run.kind !== 'workshop') throw new NotFound();
	return place;
}

async function newsOf(context: Context, run: RunRow, since: string): Promise<BoardNews> {
	if (run.step === null) return { since: '', texts: [], here: [], writing: [] };
	const versions = await listTextVersions(context.db, run.id, run.step);
	// Which text a group's is, by its place in the log: two that are written at once have no order in time.
	const seen = new Set(since.split(' '));
	const markOf = (text: (typeof versions)[number]) => `${text.partId.slice(0, 8)}:${text.upto}`;
	const changed = versions.filter((text) => !seen.has(markOf(text)));
	const readable = run.isPrivate ? [] : changed.map(({ partId }) => partId);
	const rows = await findTexts(context.db, readable);
	const contentOf = new Map(rows.map(({ partId, content }) => [partId, content]));
	const here = versions.flatMap(({ partId }) => context.presence.in(partId));
	return {
		since: versions.map(markOf).join(' '),
		texts: changed.map(({ groupId, partId, words, refreshedAt }) => {
			const content = contentOf.get(partId);
			const html = content ? shownText(content, partId) : null;
			return { group: groupId, html, words, changedAt: refreshedAt };
		}),
		here: [...new Set(here.map(({ person }) => person))],
		writing: [...new Set(here.filter(({ writing }) => writing).map(({ person }) => person))]
	};
}

function boardMember(visitors: ReadonlySet<string>) {
	return ({ person, role }: MemberRow): BoardMember => ({
		...person,
		role,
		isVisitor: visitors.has(person.id)
	});
}
