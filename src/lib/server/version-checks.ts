import { createHash } from 'node:crypto';
import type { Queryable, Transaction } from '#db/connection.ts';
import {
	findCaseVersion,
	listVersionVoices,
	putAnswer,
	putExcuse
} from '#db/queries/case-versions.ts';
import { listReaders, listWriters, putReader } from '#db/queries/version-readers.ts';
import { findDocument, lockDocument, updateDocument } from '#db/queries/documents.ts';
import { findOneDocumentFacts, findPartFacts } from '#db/queries/facts.ts';
import {
	afterRefusal,
	EXCUSE_MAX,
	isChecked,
	isOutOfReach,
	isReleased,
	nextStanding,
	READER_ITEMS,
	readerFault,
	type Standing,
	type VersionChecks
} from '#domain/case-versions.ts';
import { contentSchema, type Content } from '#domain/content/schema.ts';
import { Conflict, Invalid, NotAllowed, NotFound } from '#domain/errors.ts';
import type { Actor, DocumentFacts } from '#domain/facts.ts';
import { authorize } from '#domain/policy.ts';
import type { Context } from './context.ts';
import { recordEvent } from './events.ts';
import { openCase, type LockedCase } from './case-change.ts';
import { storedContent } from './texts.ts';

/** What a check is given on: the title and the text as they stand, whatever was there before. */
export function nameOfText(title: string, content: Content): string {
	// Through the schema, so that the same text has its keys in the same order.
	const canonical = JSON.stringify([title, contentSchema.nodeFromJSON(content).toJSON()]);
	return createHash('sha256').update(canonical).digest('hex');
}

/** A version with all that is said of it; the caller asks the policy. */
export async function checksOf(db: Queryable, documentId: string, now: Date) {
	const version = await findCaseVersion(db, documentId);
	if (!version) throw new NotFound();
	const readers = await listReaders(db, documentId);
	const voices = await listVersionVoices(db, documentId, now);
	const checks: VersionChecks = {
		readers: readers.map(({ person, text }) => ({ person: person.id, text })),
		voices: voices.map(({ holders, excusedOn }) => ({
			holders: holders.map(({ person, answer, isReachable }) => ({
				...{ person: person.id, answer, isReachable }
			})),
			excusedOn
		}))
	};
	return { version, readers, voices, checks };
}

/** Signs that one looked for whether anybody can be found by this text. `on` names the text that was read. */
export async function readAlong(
	context: Context,
	actor: Actor,
	documentId: string,
	{ items, on }: { items: readonly string[]; on: string }
): Promise<void> {
	if (READER_ITEMS.some((item) => !items.includes(item))) {
		throw new Invalid({ items: 'version_items' });
	}
	await onVersion(context, actor, documentId, 'check_version', async (tx, opened) => {
		const { version, checks } = await checksOf(tx, documentId, opened.now);
		const writers = await listWriters(tx, documentId);
		const fault = readerFault(actor.id, { maker: version.maker.id, writers, ...checks });
		if (fault) throw new Conflict(fault);
		await assertSame(tx, opened, on);
		const row = { documentId, personId: actor.id, items: [...READER_ITEMS] };
		await putReader(tx, { ...row, readOn: on, readAt: opened.now });
		await record(tx, actor, opened.document, 'version.read_along');
	});
}

/** Says whether one's own story may be told as it stands in this text. A refusal takes it away from who read on. */
export async function answerVersion(
	context: Context,
	actor: Actor,
	documentId: string,
	{ voice, says, on }: { voice: string; says: 'yes' | 'no'; on: string }
): Promise<void> {
	if (says === 'no') return refuse(context, actor, documentId, { voice, on });
	await onVersion(context, actor, documentId, 'view', async (tx, opened) => {
		const { document, now } = opened;
		if (!(await isOwnVoice(tx, actor, document, voice, now))) {
			throw new NotAllowed('check_version');
		}
		await assertSame(tx, opened, on);
		await putAnswer(tx, { voiceId: voice, personId: actor.id }, { says, text: on, at: now });
		await record(tx, actor, document, 'version.answered', { says });
	});
	context.bus.ring({ kind: 'access', documents: [documentId] });
}

/**
 * Who told something can always say that it may not be told so: also when they can't read the version, when it was
 * changed meanwhile, and when it lies in the bin. So only whether they told it is asked.
 */
async function refuse(
	context: Context,
	actor: Actor,
	documentId: string,
	{ voice, on }: { voice: string; on: string }
): Promise<void> {
	const now = context.now();
	await context.db.transaction(async (tx) => {
		await lockDocument(tx, documentId);
		const document = await findOneDocumentFacts(tx, documentId, now);
		if (!document?.version) throw new NotFound();
		if (!(await isOwnVoice(tx, actor, document, voice, now))) {
			authorize(actor, 'view', { type: 'document', document });
			throw new NotAllowed('check_version');
		}
		const answer = { says: 'no', text: on, at: now } as const;
		await putAnswer(tx, { voiceId: voice, personId: actor.id }, answer);
		await record(tx, actor, document, 'version.answered', { says: 'no' });
		await takeBack(tx, actor, document, now);
	});
	context.bus.ring({ kind: 'document', document: documentId });
	context.bus.ring({ kind: 'access', documents: [documentId] });
}

/** Nobody is spoken for. */
async function isOwnVoice(
	tx: Transaction,
	actor: Actor,
	document: DocumentFacts,
	voice: string,
	now: Date
): Promise<boolean> {
	const { voices } = await checksOf(tx, document.id, now);
	const own = voices.find(({ id }) => id === voice);
	if (!own) throw new NotFound();
	return own.holders.some(({ person }) => person.id === actor.id);
}

/** Nobody reads on what may not be told so. */
async function takeBack(
	tx: Transaction,
	actor: Actor,
	document: DocumentFacts,
	now: Date
): Promise<void> {
	const next = afterRefusal(document);
	if (next.state === document.state && next.sensitivity === document.sensitivity) return;
	await updateDocument(tx, document.id, next, { personId: actor.id, at: now });
	await record(tx, actor, document, 'version.taken_back', next);
}

/**
 * Looks again, once open pages heard that the text stands still: what was typed until then is in it, and nobody saw
 * that. A version that is released on another text than was checked is taken back.
 */
export async function takeBackUnchecked(
	context: Context,
	actor: Actor,
	documentId: string
): Promise<void> {
	const now = context.now();
	const isTaken = await context.db.transaction(async (tx) => {
		await lockDocument(tx, documentId);
		const document = await findOneDocumentFacts(tx, documentId, now);
		if (!document?.version || !isReleased(document)) return false;
		const { checks } = await checksOf(tx, documentId, now);
		if (isChecked(checks, await textOf(tx, document, now))) return false;
		await takeBack(tx, actor, document, now);
		return true;
	});
	if (!isTaken) return;
	context.bus.ring({ kind: 'document', document: documentId });
	context.bus.ring({ kind: 'access', documents: [documentId] });
	throw new Conflict('version_unchecked');
}

/**
 * Says why nobody of a voice can be asked; for who manages the version. It stands for no refusal, and for nobody who
 * can be asked.
 */
export async function excuseVoice(
	context: Context,
	actor: Actor,
	documentId: string,
	{ voice, why, on }: { voice: string; why: string; on: string }
): Promise<void> {
	const excuse = why.trim();
	if (excuse === '') throw new Invalid({ why: 'required' });
	if (excuse.length > EXCUSE_MAX) throw new Invalid({ why: 'too_long' });
	await onVersion(context, actor, documentId, 'arrange_version', async (tx, opened) => {
		const { voices } = await checksOf(tx, documentId, opened.now);
		const excused = voices.find(({ id }) => id === voice);
		if (!excused) throw new NotFound();
		await assertSame(tx, opened, on);
		if (!isOutOfReach(excused)) throw new Conflict('version_holder_reachable');
		await putExcuse(tx, voice, { excuse, excusedOn: on, excusedBy: actor.id });
		await record(tx, actor, opened.document, 'version.excused');
	});
}

/**
 * Where a version comes to stand after a change of its state or its readers, on the text as it is stored at this
 * moment. `title` is the one that it will have.
 */
export async function nextStandingOf(
	tx: Transaction,
	document: DocumentFacts,
	{ title, ...wanted }: Partial<Standing> & { title?: string },
	now: Date
): Promise<Standing> {
	const { checks } = await checksOf(tx, document.id, now);
	const text = await textOf(tx, document, now, title);
	const next = nextStanding(document, wanted, isChecked(checks, text));
	if (typeof next === 'string') throw new Conflict(next);
	return next;
}

async function onVersion(
	context: Context,
	actor: Actor,
	documentId: string,
	action: 'view' | 'check_version' | 'arrange_version',
	change: (tx: Transaction, opened: LockedCase) => Promise<void>
): Promise<void> {
	await context.db.transaction(async (tx) => {
		const opened = await openCase(tx, context, actor, documentId, action);
		await change(tx, opened);
	});
	context.bus.ring({ kind: 'document', document: documentId });
}

/** Whoever signs, signs what they read, and not what somebody made of it meanwhile. */
async function assertSame(tx: Transaction, { document, now }: LockedCase, on: string) {
	if ((await textOf(tx, document, now)) !== on) throw new Conflict('version_changed');
}

async function textOf(
	tx: Transaction,
	document: DocumentFacts,
	now: Date,
	title?: string
): Promise<string> {
	const row = await findDocument(tx, document.id);
	const [part] = await findPartFacts(tx, [document], now);
	if (!row || !part) throw new NotFound();
	return nameOfText(title ?? row.title, await storedContent(tx, part.id));
}

async function record(
	tx: Transaction,
	actor: Actor,
	document: DocumentFacts,
	name: string,
	details?: Record<string, string>
): Promise<void> {
	await recordEvent(tx, {
		name,
		actorId: actor.id,
		werkplaatsId: document.werkplaats,
		documentId: document.id,
		details
	});
}
