import type { Transaction } from '#db/connection.ts';
import type { NewEvent } from '#db/queries/events.ts';
import { findOneDocumentFacts } from '#db/queries/facts.ts';
import { findMember } from '#db/queries/run-groups.ts';
import { findRun, lockRun, type RunRow } from '#db/queries/runs.ts';
import { Conflict, NotAllowed, NotFound } from '#domain/errors.ts';
import type { Actor, DocumentFacts } from '#domain/facts.ts';
import { can } from '#domain/policy.ts';
import type { Context } from './context.ts';
import { recordEvent } from './events.ts';

type Member = NonNullable<Awaited<ReturnType<typeof findMember>>>;

/** A run, and who asks in it: leading it, taking part in it, or both. */
export type EnteredRun = {
	run: RunRow;
	document: DocumentFacts;
	leads: boolean;
	/** Undefined for who only leads. */
	member: Member | undefined;
	now: Date;
};

/** What happened in a run; who did it, where, and in which run is known. */
export type RunEvent = Pick<NewEvent, 'name' | 'personId' | 'details'>;

/** A run as who leads it or takes part in it sees it; for everybody else there is none. */
export async function enterRun(
	context: Pick<Context, 'db' | 'now'>,
	actor: Actor,
	runId: string
): Promise<EnteredRun> {
	return entered(context.db, actor, await findRun(context.db, runId), context.now());
}

async function entered(
	db: Parameters<typeof findMember>[0],
	actor: Actor,
	run: RunRow | undefined,
	now: Date
): Promise<EnteredRun> {
	if (!run) throw new NotFound();
	const document = await findOneDocumentFacts(db, run.documentId, now);
	if (!document || document.deleted) throw new NotFound();
	const leads = can(actor, 'lead_runs', { type: 'document', document });
	const member = await findMember(db, run.id, actor.id);
	if (!leads && !member) throw new NotFound();
	return { run, document, leads, member, now };
}

type Change = (tx: Transaction, entered: EnteredRun) => Promise<RunEvent | null>;
type As = 'lead' | 'take_part';

/**
 * Makes one change of a run that goes on, by who leads it or by who takes part, in a transaction in which nobody
 * else changes it; it answers null when nothing changed for others. Who has it open hears of it afterwards.
 */
export async function changeRun(
	context: Context,
	actor: Actor,
	runId: string,
	as: As,
	change: Change
): Promise<void> {
	const happened = await context.db.transaction(async (tx) => {
		const place = await entered(tx, actor, await lockRun(tx, runId), context.now());
		if (as === 'lead' ? !place.leads : !place.member) throw new NotAllowed('lead_runs');
		if (place.run.endedAt) throw new Conflict('run_ended');
		const event = await change(tx, place);
		if (event) await recordRunEvent(tx, actor, place, event);
		return event !== null;
	});
	if (happened) context.bus.ring({ kind: 'run', run: runId });
}

/** The same, where who may read or write what changes with it: open texts are decided about anew. */
export async function changeAccessToRun(
	context: Context,
	actor: Actor,
	runId: string,
	as: As,
	change: Change
): Promise<void> {
	let documentId = '';
	await changeRun(context, actor, runId, as, (tx, place) => {
		documentId = place.document.id;
		return change(tx, place);
	});
	context.bus.ring({ kind: 'access', documents: [documentId] });
}

export async function recordRunEvent(
	tx: Transaction,
	actor: Pick<Actor, 'id'>,
	{ run, document }: { run: Pick<RunRow, 'id'>; document: DocumentFacts },
	{ details, ...event }: RunEvent
): Promise<void> {
	await recordEvent(tx, {
		...event,
		actorId: actor.id,
		werkplaatsId: document.werkplaats,
		documentId: document.id,
		details: { ...details, run: run.id }
	});
}
