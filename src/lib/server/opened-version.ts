import { findDocument } from '#db/queries/documents.ts';
import { listWriters } from '#db/queries/version-readers.ts';
import { findOneDocumentFacts } from '#db/queries/facts.ts';
import { findPeople } from '#db/queries/people.ts';
import {
	isChecked,
	isOutOfReach,
	isReleased,
	isRefused,
	isVoiceAgreed,
	readerFault,
	type VersionVoice
} from '#domain/case-versions.ts';
import { plainText } from '#domain/content/text.ts';
import { NotFound } from '#domain/errors.ts';
import type { Actor, DocumentFacts } from '#domain/facts.ts';
import { lookAgain } from '#domain/look-again.ts';
import { authorize, can } from '#domain/policy.ts';
import type { Context } from './context.ts';
import { actorsOf } from './credentials.ts';
import { sharedText } from './shared-text.ts';
import { checksOf, nameOfText } from './version-checks.ts';

type Checks = Awaited<ReturnType<typeof checksOf>>;

/**
 * What a version is, and of which case for who may view that. What it was checked on, and by whom, is for those who
 * work on it: who made or manages it, reads it along, or tells in it. Null for every other document.
 */
export async function openVersion(context: Context, actor: Actor, documentId: string) {
	const { db } = context;
	const document = await findOneDocumentFacts(db, documentId, context.now());
	const row = await findDocument(db, documentId);
	if (!document || !row) throw new NotFound();
	authorize(actor, 'view', { type: 'document', document });
	if (!document.version) return null;
	const content = await sharedText(context, actor, document);
	const on = nameOfText(row.title, content);
	const found = await checksOf(db, documentId, context.now());
	const may = await abilitiesIn(context, actor, document, found);
	const reading = may.arrange ? await whoRead(context, document, found) : new Set<string>();
	const works = may.arrange || may.isAsked || may.tell;
	return {
		purpose: found.version.purpose,
		source: await sourceInSight(context, actor, found.version.sourceId),
		isChecked: isChecked(found.checks, on),
		isReleased: isReleased(document),
		/** Names the text that is checked; a signature says under which it stands. */
		on,
		checks: works
			? {
					readers: found.readers.map(({ person, text, at }) => ({
						...{ name: person.name, at, stands: text === on, isMe: person.id === actor.id }
					})),
					mayRead: may.read,
					notReading: may.notReading,
					mayArrange: may.arrange,
					voices: found.voices.map((voice, nth) =>
						voiceOf(voice, found.checks.voices[nth], { actor, on, names: may.arrange, reading })
					),
					hints: may.arrange || may.read ? lookAgain(`${row.title}\n${plainText(content)}`) : []
				}
			: null
	};
}

async function abilitiesIn(
	context: Context,
	actor: Actor,
	document: DocumentFacts,
	{ version, checks, voices }: Checks
) {
	const subject = { type: 'document', document } as const;
	const writers = await listWriters(context.db, document.id);
	const fault = readerFault(actor.id, { maker: version.maker.id, writers, ...checks });
	// While it is worked on, who may comment was asked along; afterwards that is everybody in the werkplaats.
	const isAsked = can(actor, 'check_version', subject) && !isReleased(document);
	return {
		isAsked,
		arrange: can(actor, 'arrange_version', subject),
		read: isAsked && fault === null,
		notReading: isAsked ? fault : null,
		tell: voices.some(({ holders }) => holders.some(({ person }) => person.id === actor.id))
	};
}

/** Who of those who tell in it can read it: the others wait for who manages it to share it with them. */
async function whoRead({ db, now }: Context, document: DocumentFacts, { voices }: Checks) {
	const ids = voices.flatMap(({ holders }) => holders.map(({ person }) => person.id));
	const actors = await actorsOf({ db }, await findPeople(db, [...new Set(ids)]), now());
	const subject = { type: 'document', document } as const;
	return new Set(actors.filter((one) => can(one, 'view', subject)).map(({ id }) => id));
}

function voiceOf(
	{ id, perspective, label, telling, excuse, excusedOn, holders }: Checks['voices'][number],
	facts: VersionVoice | undefined,
	{
		actor,
		on,
		names,
		reading
	}: { actor: Actor; on: string; names: boolean; reading: ReadonlySet<string> }
) {
	const own = holders.find(({ person }) => person.id === actor.id);
	const shown = holders.map(({ person, answer }) => ({
		name: person.name,
		reads: reading.has(person.id),
		answer: answer && { says: answer.says, at: answer.at, stands: answer.text === on }
	}));
	return {
		...{ id, perspective, label, telling },
		isAgreed: facts !== undefined && isVoiceAgreed(facts, on),
		isRefused: facts !== undefined && isRefused(facts),
		isOutOfReach: facts !== undefined && isOutOfReach(facts),
		excuse: excuse === null ? null : { why: excuse, stands: excusedOn === on },
		/** Who told it is for who manages the version; others hear whether they agree. */
		holders: names ? shown : [],
		own: own
			? { answer: own.answer && { says: own.answer.says, stands: own.answer.text === on } }
			: null
	};
}

async function sourceInSight(context: Context, actor: Actor, id: string | null) {
	const facts = id && (await findOneDocumentFacts(context.db, id, context.now()));
	if (!facts || facts.deleted || !can(actor, 'view', { type: 'document', document: facts })) {
		return null;
	}
	const row = await findDocument(context.db, facts.id);
	return row ? { id: row.id, title: row.title } : null;
}
