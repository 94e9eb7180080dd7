import { listClosings } from '#db/queries/cases.ts';
import {
	insertCaseVersion,
	insertVersionVoice,
	listEarlierAnswers,
	listVersionIds,
	listVoiceHolders
} from '#db/queries/case-versions.ts';
import type { Transaction } from '#db/connection.ts';
import { findDocument, insertDocument, insertPart } from '#db/queries/documents.ts';
import { findDocumentFacts, findOneDocumentFacts } from '#db/queries/facts.ts';
import { putGrant } from '#db/queries/grants.ts';
import { findLabels } from '#db/queries/labels.ts';
import { listMoments } from '#db/queries/moments.ts';
import { findPeople } from '#db/queries/people.ts';
import { listVoices } from '#db/queries/voices.ts';
import { standingRefusal, type VersionPurpose } from '#domain/case-versions.ts';
import { EMPTY_CONTENT, type Content } from '#domain/content/schema.ts';
import { isSharedPart } from '#domain/kinds.ts';
import { Conflict, NotFound } from '#domain/errors.ts';
import type { Actor, DocumentFacts, PartFacts } from '#domain/facts.ts';
import { TITLE_MAX } from '#domain/line.ts';
import { authorize, can } from '#domain/policy.ts';
import { toldVoices, versionText, versionTitle } from '#domain/version-text.ts';
import type { Context } from './context.ts';
import { actorsOf } from './credentials.ts';
import { labelDocument } from './document-labels.ts';
import { recordEvent } from './events.ts';
import { openCase } from './case-change.ts';
import { storedContent, writeFirstContent } from './texts.ts';

/**
 * Makes a copy of a case for a purpose, from what stands in it at this moment: one text of its own, of which the
 * history and the people behind it stay in the case. Who told something in it is asked whether it may be told so. Of
 * them those read it at once who hear all of it in the case already; the others once somebody shares it with them.
 * Answers its id.
 */
export async function makeVersion(
	context: Context,
	actor: Actor,
	sourceId: string,
	purpose: VersionPurpose
): Promise<string> {
	const id = await context.db.transaction(async (tx) => {
		const { document, parts, now } = await openCase(tx, context, actor, sourceId, 'make_version');
		await assertNoneInUse(tx, sourceId, purpose, now);
		const source = await findDocument(tx, sourceId);
		const told = await tellAgain(tx, actor, document, parts, now);
		// What only few may hold is told to no more of them by being copied.
		const sensitivity = document.sensitivity === 'vault' ? 'vault' : 'restricted';
		const title = versionTitle(source?.title ?? '', purpose, TITLE_MAX);
		const id = await insertDocument(tx, {
			...{ werkplaatsId: document.werkplaats, kind: 'case', title, sensitivity },
			createdBy: actor.id
		});
		const labels = (await findLabels(tx, [sourceId])).get(sourceId);
		await labelDocument(tx, id, {
			themes: labels?.themes.map((theme) => theme.id),
			domains: labels?.domains.map((domain) => domain.id)
		});
		const partId = await insertPart(tx, {
			...{ documentId: id, kind: 'text', perspective: null, position: 0 }
		});
		await writeFirstContent(tx, partId, told.content);
		await insertCaseVersion(tx, {
			...{ documentId: id, sourceId, purpose, madeBy: actor.id, madeAt: now }
		});
		const readers = await whoHearAll(tx, told, now);
		const refusals = await refusalsOf(tx, sourceId, purpose);
		for (const [position, { holders, ...voice }] of told.voices.entries()) {
			const refused = refusals(voice.partId);
			// Who refused is asked again, also once they hold the voice no more.
			const people = [...new Set([...holders, ...refused.keys()])].map((personId) => ({
				personId,
				readsByVoice:
					personId !== actor.id && readers.some((reader) => reader.personId === personId),
				answer: refused.get(personId) ?? null
			}));
			await insertVersionVoice(tx, { ...voice, documentId: id, position }, people);
		}
		await giveAccess(tx, actor, id, readers);
		await recordEvent(tx, {
			name: 'case.version_made',
			actorId: actor.id,
			werkplaatsId: document.werkplaats,
			documentId: id,
			details: { source: sourceId, purpose }
		});
		return id;
	});
	context.bus.ring({ kind: 'document', document: sourceId });
	return id;
}

/** One that is worked on or read is enough: a second would be checked apart from it. */
async function assertNoneInUse(
	tx: Transaction,
	sourceId: string,
	purpose: VersionPurpose,
	now: Date
): Promise<void> {
	const made = await listVersionIds(tx, sourceId);
	const same = made.filter((version) => version.purpose === purpose).map(({ id }) => id);
	const facts = [...(await findDocumentFacts(tx, same, now)).values()];
	if (facts.some(({ deleted, state }) => !deleted && state !== 'archived')) {
		throw new Conflict('version_exists');
	}
}

type Told = Awaited<ReturnType<typeof tellAgain>>;

/** The case as one text, the voices that tell in it, and who holds those until when. */
async function tellAgain(
	tx: Transaction,
	actor: Actor,
	document: DocumentFacts,
	parts: readonly PartFacts[],
	now: Date
) {
	const contents = new Map<string, Content>();
	for (const part of parts) {
		authorize(actor, 'read', { type: 'part', part });
		contents.set(part.id, await storedContent(tx, part.id));
	}
	const contentOf = (part: { id: string } | undefined) =>
		(part && contents.get(part.id)) ?? EMPTY_CONTENT;
	const [facts, lessons] = parts.filter(isSharedPart);
	const held = await listVoiceHolders(tx, document.id, now);
	const voices = toldVoices(
		(await listVoices(tx, document.id, now)).map((voice) => ({
			...voice,
			content: contentOf(voice)
		}))
	);
	return {
		content: versionText({
			...{ facts: contentOf(facts), lessons: contentOf(lessons), voices },
			moments: await listMoments(tx, document.id),
			closings: await listClosings(tx, document.id)
		}),
		/** What of the case went into it. */
		parts: parts.filter(
			({ id, perspective }) => !perspective || voices.some((voice) => voice.id === id)
		),
		voices: voices.map(({ id, perspective, label, telling }) => ({
			...{ partId: id, perspective, label, telling },
			holders: held.filter(({ partId }) => partId === id).map(({ personId }) => personId)
		})),
		readers: held.filter(({ partId }) => voices.some(({ id }) => id === partId))
	};
}

/** Those who told something in it, and hear all that is in it already. */
async function whoHearAll(tx: Transaction, { readers, parts }: Told, now: Date) {
	const ids = [...new Set(readers.map(({ personId }) => personId))];
	const actors = await actorsOf({ db: tx }, await findPeople(tx, ids), now);
	const hear = actors
		.filter((holder) => parts.every((part) => can(holder, 'read', { type: 'part', part })))
		.map(({ id }) => id);
	return readers.filter(({ personId }) => hear.includes(personId));
}

/** Who refused in an earlier version what is told in a voice, and did not say otherwise since. */
async function refusalsOf(tx: Transaction, sourceId: string, purpose: VersionPurpose) {
	const earlier = await listEarlierAnswers(tx, sourceId);
	return (partId: string) => {
		// Of which voice it was said is not always known: then it counts for each that they told.
		const said = earlier.filter((answer) => !answer.partId || answer.partId === partId);
		const standing = [...Map.groupBy(said, ({ personId }) => personId)].flatMap(
			([personId, answers]) => {
				const refusal = standingRefusal(answers, purpose);
				return refusal ? [[personId, refusal] as const] : [];
			}
		);
		return new Map(standing);
	};
}

/** Its maker owns it; who told something in it, and heard the rest, reads it as long as they hold their voice. */
async function giveAccess(
	tx: Transaction,
	actor: Actor,
	documentId: string,
	readers: readonly { personId: string; expiresAt: Date | null }[]
): Promise<void> {
	const given = { documentId, werkplaatsId: null, function: null, grantedBy: actor.id };
	await putGrant(tx, { ...given, personId: actor.id, level: 'owner', expiresAt: null });
	for (const { personId, expiresAt } of readers) {
		if (personId === actor.id) continue;
		await putGrant(tx, { ...given, personId, level: 'comment', expiresAt });
	}
}

/** The versions of a case, of what the asker may view. */
export async function listVersions(context: Context, actor: Actor, sourceId: string) {
	const { db } = context;
	const source = await findOneDocumentFacts(db, sourceId, context.now());
	if (!source) throw new NotFound();
	authorize(actor, 'view', { type: 'document', document: source });
	const made = await listVersionIds(db, sourceId);
	const ids = made.map(({ id }) => id);
	const facts = await findDocumentFacts(db, ids, context.now());
	const found = await Promise.all(
		made.map(async ({ id, purpose }) => {
			const document = facts.get(id);
			const row = await findDocument(db, id);
			const isSeen =
				document && !document.deleted && can(actor, 'view', { type: 'document', document });
			return isSeen && row ? [{ id, purpose, title: row.title, state: row.state }] : [];
		})
	);
	return found.flat();
}
