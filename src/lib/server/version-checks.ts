import { createHash } from 'node:crypto';
import type { Queryable, Transaction } from '#db/connection.ts';
import {
	findCaseVersion,
	listReaders,
	listVersionVoices,
	listWriters,
	putAnswer,
	putExcuse,
	putReader
} from '#db/queries/case-versions.ts';
import { findDocument, updateDocument } from '#db/queries/documents.ts';
import { findPartFacts } from '#db/queries/facts.ts';
import {
	afterRefusal,
	EXCUSE_MAX,
	isChecked,
	nextStanding,
	READER_ITEMS,
	readerFault,
	type Standing,
	type VersionChecks
} from '#domain/case-versions.ts';
import { contentSchema, type Content } from '#domain/content/schema.ts';
import { Conflict, Invalid, NotAllowed, NotFound } from '#domain/errors.ts';
import type { Actor, DocumentFacts } from '#domain/facts.ts';
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
export async function checksOf(db: Queryable, documentId: string) {
	const version = await findCaseVersion(db, documentId);
	if (!version) throw new NotFound();
	const readers = await listReaders(db, documentId);
	const voices = await listVersionVoices(db, documentId);
	const checks: VersionChecks = {
		readers: readers.map(({ person, text }) => ({ person: person.id, text })),
		voices: voices.map(({ holders, excusedOn }) => ({
			holders: holders.map(({ person, answer }) => ({ person: person.id, answer })),
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
		const { version, checks } = await checksOf(tx, documentId);
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
	await onVersion(context, actor, documentId, 'view', async (tx, opened) => {
		const { document, now } = opened;
		const { voices } = await checksOf(tx, documentId);
		const own = voices.find(({ id }) => id === voice);
		if (!own) throw new NotFound();
		// Nobody is spoken for.
		if (!own.holders.some(({ person }) => person.id === actor.id)) {
			throw new NotAllowed('check_version');
		}
		await assertSame(tx, opened, on);
		await putAnswer(tx, { voiceId: voice, personId: actor.id }, { says, text: on, at: now });
		await record(tx, actor, document, 'version.answered', { says });
		if (says === 'yes') return;
		const next = afterRefusal(document);
		if (next.state === document.state && next.sensitivity === document.sensitivity) return;
		await updateDocument(tx, documentId, next, { personId: actor.id, at: now });
		await record(tx, actor, document, 'version.taken_back', next);
	});
	context.bus.ring({ kind: 'access', documents: [documentId] });
}

/** Says why nobody of a voice can be asked; for who manages the version. It can't stand for a refusal. */
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
		const { voices } = await checksOf(tx, documentId);
		if (!voices.some(({ id }) => id === voice)) throw new NotFound();
		await assertSame(tx, opened, on);
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
	const { checks } = await checksOf(tx, document.id);
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
