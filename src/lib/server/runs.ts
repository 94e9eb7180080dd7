import { findDesign } from '#db/queries/assignments.ts';
import { findDocument, lockDocument } from '#db/queries/documents.ts';
import { findOneDocumentFacts } from '#db/queries/facts.ts';
import { listGroups, listGroupTexts, listMembers, type MemberRow } from '#db/queries/run-groups.ts';
import { insertRun, listRunsOf, listRunsOfMember, type RunRow } from '#db/queries/runs.ts';
import { Conflict, Invalid, NotFound } from '#domain/errors.ts';
import type { Actor, DocumentFacts } from '#domain/facts.ts';
import { oneLine } from '#domain/line.ts';
import { authorize, can } from '#domain/policy.ts';
import { GROUP_SIZE_MAX, RUN_TITLE_MAX, type Formation, type RunKind } from '#domain/runs.ts';
import type { Context } from './context.ts';
import { enterRun, recordRunEvent } from './run-change.ts';
import { sharedText } from './shared-text.ts';

/** What is about to be given, for who may. */
export async function openGiving(
	context: Context,
	actor: Actor,
	documentId: string
): Promise<{ assignment: { id: string; title: string } }> {
	const { title } = await assignmentToGive(context, actor, documentId);
	return { assignment: { id: documentId, title } };
}

/** An assignment with its title, of who may give it to people. */
export async function assignmentToGive(
	context: Context,
	actor: Actor,
	documentId: string
): Promise<{ facts: DocumentFacts; title: string }> {
	const facts = await findOneDocumentFacts(context.db, documentId, context.now());
	const row = facts && (await findDocument(context.db, documentId));
	if (!row) throw new NotFound();
	authorize(actor, 'lead_runs', { type: 'document', document: facts });
	return { facts, title: row.title };
}

export type NewRun = {
	kind: RunKind;
	title: string;
	formation: Formation;
	/** 1: everybody works alone. */
	groupSize: number;
	dueAt: Date | null;
	closesAt: Date | null;
	reviews: number;
	isAnonymous: boolean;
	isPrivate: boolean;
	/** Of a workshop: with what people come in. */
	code: string | null;
};

/** Gives an assignment to people, as it is at this moment. Answers the id of the run. */
export async function beginRun(
	context: Context,
	actor: Actor,
	documentId: string,
	terms: NewRun
): Promise<string> {
	const title = checkTerms(terms, context.now());
	const facts = await findOneDocumentFacts(context.db, documentId, context.now());
	if (!facts || facts.deleted) throw new NotFound();
	const subject = { type: 'document', document: facts } as const;
	authorize(actor, 'lead_runs', subject);
	// What lies in a vault is given to people by name, and never to a class.
	if (facts.sensitivity === 'vault') throw new Conflict('vault_is_not_given');
	if (facts.state === 'archived') throw new Conflict('archived_is_not_given');
	const task = await sharedText(context, actor, facts);
	return context.db.transaction(async (tx) => {
		await lockDocument(tx, documentId);
		const design = await findDesign(tx, documentId);
		if (terms.kind === 'workshop' && design.steps.length === 0) throw new Conflict('no_rounds');
		const now = context.now();
		const values = { ...terms, title, documentId, task, design, openedBy: actor.id, openedAt: now };
		const id = await insertRun(tx, values);
		await recordRunEvent(tx, actor, { run: { id }, document: facts }, { name: 'run.begun' });
		return id;
	});
}

/** The times that an assignment was given: all for who leads, else those that the actor takes part in. */
export async function listRuns(context: Context, actor: Actor, documentId: string) {
	const document = await findOneDocumentFacts(context.db, documentId, context.now());
	if (!document) throw new NotFound();
	authorize(actor, 'view', { type: 'document', document });
	const leads = can(actor, 'lead_runs', { type: 'document', document });
	if (leads) return { leads, runs: await listRunsOf(context.db, documentId) };
	const own = await listRunsOfMember(context.db, actor.id);
	return { leads, runs: own.filter((run) => run.document.id === documentId) };
}

/** What the actor takes part in and that still goes on. */
export function myRuns(context: Context, actor: Actor) {
	return listRunsOfMember(context.db, actor.id);
}

/** A group as it travels: with who is in it only for who leads, for itself, and where people choose one. */
export type GroupSummary = {
	id: string;
	name: string;
	members: MemberRow[];
	/** How many there are, also for who does not learn who they are. */
	size: number;
	finalAt: Date | null;
	/** Its texts, by round; empty for who may not read them. */
	texts: { partId: string; step: number; words: number }[];
};

export type OpenedRun = Omit<RunRow, 'documentId' | 'openedBy'> & {
	assignment: { id: string; title: string };
	werkplaats: { slug: string; name: string };
	leads: boolean;
	/** The own group of who takes part; undefined for who does not, null for who is in none yet. */
	ownGroup: string | null | undefined;
	groups: GroupSummary[];
	/** Who takes part and is in no group; only for who leads. */
	waiting: MemberRow[];
};

/** A run as who asks may see it: who leads all of it, who takes part their own group and what is asked of it. */
export async function openRun(context: Context, actor: Actor, runId: string): Promise<OpenedRun> {
	const { run, leads, member } = await enterRun(context, actor, runId);
	const row = await findDocument(context.db, run.documentId);
	if (!row) throw new NotFound();
	const { documentId, openedBy: _, ...told } = run;
	const members = await listMembers(context.db, runId);
	const own = member ? member.groupId : undefined;
	return {
		...told,
		// The code lets people in: who takes part has no need of it, and could pass it on.
		code: leads ? run.code : null,
		assignment: { id: documentId, title: row.title },
		werkplaats: row.werkplaats,
		leads,
		ownGroup: own,
		groups: await groupsOf(context, run, { leads, own, members }),
		waiting: leads ? members.filter(({ groupId }) => groupId === null) : []
	};
}

async function groupsOf(
	{ db }: Context,
	run: RunRow,
	{ leads, own, members }: { leads: boolean; own?: string | null; members: MemberRow[] }
): Promise<GroupSummary[]> {
	const groups = await listGroups(db, run.id);
	const chooses = run.formation === 'choose' && own === null;
	const shown = groups.filter(({ id }) => leads || chooses || id === own);
	const readable = shown.filter(({ id }) => id === own || (leads && !run.isPrivate));
	const texts = await listGroupTexts(
		db,
		readable.map(({ id }) => id)
	);
	return shown.map(({ id, name, finalAt }) => {
		const inIt = members.filter(({ groupId }) => groupId === id);
		const isKnown = leads || id === own || chooses;
		return {
			...{ id, name, finalAt, size: inIt.length },
			members: isKnown ? inIt : [],
			texts: texts
				.filter(({ groupId }) => groupId === id)
				.map(({ partId, step, words }) => ({ partId, step, words }))
		};
	});
}

function checkTerms(terms: NewRun, now: Date): string {
	const title = oneLine(terms.title);
	const faults: Record<string, string> = {};
	if (!title) faults.title = 'required';
	if (title.length > RUN_TITLE_MAX) faults.title = 'too_long';
	if (!isBetween(terms.groupSize, 1, GROUP_SIZE_MAX)) faults.groupSize = 'invalid';
	if (!isBetween(terms.reviews, 0, 5)) faults.reviews = 'invalid';
	if (terms.dueAt && terms.dueAt <= now) faults.dueAt = 'past';
	if (terms.closesAt && terms.closesAt < (terms.dueAt ?? now)) faults.closesAt = 'before_due';
	if (Object.keys(faults).length > 0) throw new Invalid(faults);
	return title;
}

function isBetween(value: number, least: number, most: number): boolean {
	return Number.isInteger(value) && value >= least && value <= most;
}
