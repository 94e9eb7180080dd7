import { randomInt } from 'node:crypto';
import { findDocument } from '#db/queries/documents.ts';
import { insertPerson } from '#db/queries/people.ts';
import { insertMembers } from '#db/queries/run-groups.ts';
import { findRunByCode, lockRun, type RunRow } from '#db/queries/runs.ts';
import { findOneDocumentFacts } from '#db/queries/facts.ts';
import { insertVisitor } from '#db/queries/visitors.ts';
import { newCode, readCode } from '#domain/codes.ts';
import { Conflict, Invalid, NotFound } from '#domain/errors.ts';
import type { Actor } from '#domain/facts.ts';
import { oneLine } from '#domain/line.ts';
import { GROUPS_MAX, type Formation } from '#domain/runs.ts';
import { VISITOR_NAME_MAX, VISITOR_STAYS_DAYS, VISITOR_TERMS } from '#domain/visitors.ts';
import type { Transaction } from '#db/connection.ts';
import type { Context } from './context.ts';
import { countCode, countVisitor } from './limits.ts';
import { changeRun, recordRunEvent } from './run-change.ts';
import { makeGroup } from './run-groups.ts';
import { beginRun } from './runs.ts';
import { startSession } from './session.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/** Who takes part in a workshop, as its pages know them. */
export type Participant = { actor: Actor; isVisitor: boolean };

export type NewWorkshop = {
	title: string;
	formation: Formation;
	groupSize: number;
	/** How many groups there are at once; more can be made later. */
	groups: number;
	/** The groups talk behind closed doors: who leads does not read along. */
	isPrivate: boolean;
};

/** Gives an assignment as a workshop that people come into with a code. Answers the id of the run. */
export async function beginWorkshop(
	context: Context,
	actor: Actor,
	documentId: string,
	{ groups, ...terms }: NewWorkshop,
	nameOf: (nth: number) => string
): Promise<string> {
	if (!Number.isInteger(groups) || groups < 0 || groups > GROUPS_MAX) {
		throw new Invalid({ groups: 'invalid' });
	}
	const code = await freeCode(context);
	const none = { dueAt: null, closesAt: null, reviews: 0, isAnonymous: false } as const;
	const given = { ...none, ...terms, kind: 'workshop', code } as const;
	const runId = await beginRun(context, actor, documentId, given);
	if (groups === 0) return runId;
	await changeRun(context, actor, runId, 'lead', async (tx, { run }) => {
		for (let nth = 1; nth <= groups; nth++) await makeGroup(tx, run, nth - 1, nameOf(nth));
		return { name: 'run.formed', details: { people: 0, groups } };
	});
	return runId;
}

async function freeCode({ db }: Context): Promise<string> {
	for (;;) {
		const code = newCode((most) => randomInt(most));
		if (!(await findRunByCode(db, code))) return code;
	}
}

/** What somebody may know of a workshop whose code they have, before they come in. */
export async function findByCode(context: Context, typed: string, address: string) {
	const run = await runOfCode(context, typed, address);
	const document = await findDocument(context.db, run.documentId);
	if (!document) throw new NotFound();
	const { id, title, endedAt } = run;
	return { id, title, werkplaats: document.werkplaats.name, isOpen: endedAt === null };
}

/** Takes part in the workshop of this code, with the account that one has. Answers the run. */
export async function joinWithAccount(
	context: Context,
	actor: Actor,
	typed: string,
	address: string
): Promise<string> {
	const { id } = await runOfCode(context, typed, address);
	await enterWorkshop(context, id, async () => ({ actor, isVisitor: false }));
	return id;
}

export type NewVisitor = {
	code: string;
	name: string;
	/** They were told who reads along, what is kept and for how long, and agree. */
	consents: boolean;
	language: 'nl' | 'en';
	/** Where they come from. */
	address: string;
};

/** Takes part without an account. Answers the run, and the value of a session that opens nothing else. */
export async function joinAsVisitor(
	context: Context,
	{ code, name: typed, consents, language, address }: NewVisitor
): Promise<{ run: string; session: string }> {
	const name = oneLine(typed);
	const faults: Record<string, string> = {};
	if (!name) faults.name = 'name_missing';
	if (name.length > VISITOR_NAME_MAX) faults.name = 'name_too_long';
	if (!consents) faults.consents = 'consent_missing';
	if (Object.keys(faults).length > 0) throw new Invalid(faults);
	const { id: run } = await runOfCode(context, code, address);
	await countVisitor(context, address);
	let session = '';
	await enterWorkshop(context, run, async (tx, now) => {
		const person = await insertPerson(tx, { name, language });
		await insertVisitor(tx, { personId: person.id, runId: run, consentedAt: now });
		session = (await startSession(tx, person.id, now, VISITOR_STAYS_DAYS * DAY_MS)).value;
		const actor = { id: person.id, name, administrator: false, memberships: [] };
		return { actor, isVisitor: true };
	});
	return { run, session };
}

async function runOfCode(context: Context, typed: string, address: string): Promise<RunRow> {
	const knewIt = await countCode(context, address);
	const code = readCode(typed);
	const run = code && (await findRunByCode(context.db, code));
	const document = run && (await findOneDocumentFacts(context.db, run.documentId, context.now()));
	if (!run || !document || document.deleted) throw new NotFound();
	await knewIt();
	return run;
}

async function enterWorkshop(
	context: Context,
	runId: string,
	who: (tx: Transaction, now: Date) => Promise<Participant>
): Promise<void> {
	await context.db.transaction(async (tx) => {
		const run = await lockRun(tx, runId);
		const document = run && (await findOneDocumentFacts(tx, run.documentId, context.now()));
		if (!run || !document) throw new NotFound();
		if (run.endedAt) throw new Conflict('run_ended');
		const now = context.now();
		const { actor, isVisitor } = await who(tx, now);
		const came = await insertMembers(tx, run.id, [actor.id], now);
		if (came === 0) return;
		await recordRunEvent(
			tx,
			actor,
			{ run, document },
			{
				name: 'run.joined',
				personId: actor.id,
				details: { people: came, agreedTo: isVisitor ? VISITOR_TERMS : null }
			}
		);
	});
	context.bus.ring({ kind: 'run', run: runId, leads: true });
}
