import { and, asc, eq, exists, gt, inArray, isNull, or, sql } from 'drizzle-orm';
import type { Queryable } from '#db/connection.ts';
import { grant } from '#db/schema/access.ts';
import { caseVersion, versionHolder, versionVoice } from '#db/schema/case-versions.ts';
import { part } from '#db/schema/documents.ts';
import { person } from '#db/schema/people.ts';
import type { Answer, EarlierAnswer, VersionPurpose } from '#domain/case-versions.ts';
import type { Perspective } from '#domain/kinds.ts';
import type { Telling } from '#domain/voices.ts';

export async function insertCaseVersion(
	db: Queryable,
	row: typeof caseVersion.$inferInsert
): Promise<void> {
	await db.insert(caseVersion).values(row);
}

/** What is known of a document as a version of a case; undefined when it is none. */
export async function findCaseVersion(db: Queryable, documentId: string) {
	const [row] = await db
		.select({
			purpose: caseVersion.purpose,
			sourceId: caseVersion.sourceId,
			madeAt: caseVersion.madeAt,
			maker: { id: person.id, name: person.name }
		})
		.from(caseVersion)
		.innerJoin(person, eq(person.id, caseVersion.madeBy))
		.where(eq(caseVersion.documentId, documentId));
	return row;
}

/** The versions of a case, oldest first, whoever asks: the caller asks the policy. */
export function listVersionIds(
	db: Queryable,
	sourceId: string
): Promise<{ id: string; purpose: VersionPurpose }[]> {
	return db
		.select({ id: caseVersion.documentId, purpose: caseVersion.purpose })
		.from(caseVersion)
		.where(eq(caseVersion.sourceId, sourceId))
		.orderBy(asc(caseVersion.madeAt), asc(caseVersion.documentId));
}

/** Who holds which voice of a case, and until when. */
export function listVoiceHolders(db: Queryable, documentId: string, now: Date) {
	return db
		.select({ partId: grant.partId, personId: person.id, expiresAt: grant.expiresAt })
		.from(grant)
		.innerJoin(person, eq(person.id, grant.personId))
		.innerJoin(part, eq(part.id, grant.partId))
		.where(
			and(
				eq(grant.documentId, documentId),
				sql`${part.perspective} is not null and ${grant.level} >= 'edit'`,
				or(isNull(grant.expiresAt), gt(grant.expiresAt, now))
			)
		);
}

/** Who tells in a voice of a version, and whether they read it by that; with what they said before, if that holds. */
export type NewHolder = {
	personId: string;
	readsByVoice: boolean;
	answer: (Answer & { at: Date }) | null;
};

export async function insertVersionVoice(
	db: Queryable,
	row: typeof versionVoice.$inferInsert,
	holders: readonly NewHolder[]
): Promise<void> {
	const [made] = await db.insert(versionVoice).values(row).returning({ id: versionVoice.id });
	if (!made) throw new Error('insert returned no row');
	if (holders.length === 0) return;
	await db.insert(versionHolder).values(
		holders.map(({ personId, readsByVoice, answer }) => ({
			...{ voiceId: made.id, personId, readsByVoice },
			...(answer && { says: answer.says, saidOn: answer.text, saidAt: answer.at })
		}))
	);
}

export type EarlierAnswerRow = EarlierAnswer & { partId: string | null; personId: string };

/** What people said of their voices in the versions of a case, those in the bin and the archive too. */
export async function listEarlierAnswers(
	db: Queryable,
	sourceId: string
): Promise<EarlierAnswerRow[]> {
	const rows = await db
		.select({
			partId: versionVoice.partId,
			personId: versionHolder.personId,
			purpose: caseVersion.purpose,
			says: versionHolder.says,
			text: versionHolder.saidOn,
			at: versionHolder.saidAt
		})
		.from(versionHolder)
		.innerJoin(versionVoice, eq(versionVoice.id, versionHolder.voiceId))
		.innerJoin(caseVersion, eq(caseVersion.documentId, versionVoice.documentId))
		.where(eq(caseVersion.sourceId, sourceId));
	return rows.flatMap(({ says, text, at, ...row }) =>
		says && text !== null && at ? [{ ...row, says, text, at }] : []
	);
}

/** Whether somebody tells in a version. */
export async function tellsInVersion(
	db: Queryable,
	documentId: string,
	personId: string
): Promise<boolean> {
	const rows = await db
		.select({ voiceId: versionHolder.voiceId })
		.from(versionHolder)
		.innerJoin(versionVoice, eq(versionVoice.id, versionHolder.voiceId))
		.where(and(eq(versionVoice.documentId, documentId), eq(versionHolder.personId, personId)))
		.limit(1);
	return rows.length > 0;
}

/** Notes that somebody reads a version because it was given to them by name, whatever voice they hold. */
export async function readsByName(db: Queryable, documentId: string, personId: string) {
	await db
		.update(versionHolder)
		.set({ readsByVoice: false })
		.where(and(eq(versionHolder.personId, personId), isVoiceOf(db, [documentId])));
}

/** Takes these versions from somebody who read them only by the voice that they held; answers which those were. */
export async function endReadingByVoice(
	db: Queryable,
	documentIds: readonly string[],
	personId: string
): Promise<string[]> {
	if (documentIds.length === 0) return [];
	const ended = await db
		.update(versionHolder)
		.set({ readsByVoice: false })
		.where(
			and(
				eq(versionHolder.personId, personId),
				versionHolder.readsByVoice,
				isVoiceOf(db, documentIds)
			)
		)
		.returning({ voiceId: versionHolder.voiceId });
	if (ended.length === 0) return [];
	const voiceIds = ended.map(({ voiceId }) => voiceId);
	const rows = await db
		.selectDistinct({ id: versionVoice.documentId })
		.from(versionVoice)
		.where(inArray(versionVoice.id, voiceIds));
	const ids = rows.map(({ id }) => id);
	await db.delete(grant).where(and(inArray(grant.documentId, ids), eq(grant.personId, personId)));
	return ids;
}

function isVoiceOf(db: Queryable, documentIds: readonly string[]) {
	return inArray(
		versionHolder.voiceId,
		db
			.select({ id: versionVoice.id })
			.from(versionVoice)
			.where(inArray(versionVoice.documentId, [...documentIds]))
	);
}

/** Somebody who told what is in a voice, with what they say of how it stands. */
export type HolderRow = {
	person: { id: string; name: string };
	answer: (Answer & { at: Date }) | null;
	/** They can sign in, and were given the version or hold the voice in the case. */
	isReachable: boolean;
};

export type VersionVoiceRow = {
	id: string;
	perspective: Perspective;
	label: string;
	telling: Telling;
	excuse: string | null;
	excusedOn: string | null;
	holders: HolderRow[];
};

/** The voices that tell in a version, in their order. */
export async function listVersionVoices(
	db: Queryable,
	documentId: string,
	now: Date
): Promise<VersionVoiceRow[]> {
	const voices = await db
		.select({
			id: versionVoice.id,
			perspective: versionVoice.perspective,
			label: versionVoice.label,
			telling: versionVoice.telling,
			excuse: versionVoice.excuse,
			excusedOn: versionVoice.excusedOn
		})
		.from(versionVoice)
		.where(eq(versionVoice.documentId, documentId))
		.orderBy(asc(versionVoice.position));
	if (voices.length === 0) return [];
	const ids = voices.map(({ id }) => id);
	const holding = db
		.select({ id: grant.id })
		.from(grant)
		.where(
			and(
				eq(grant.personId, versionHolder.personId),
				or(
					and(eq(grant.documentId, versionVoice.documentId), isNull(grant.partId)),
					eq(grant.partId, versionVoice.partId)
				),
				or(isNull(grant.expiresAt), gt(grant.expiresAt, now))
			)
		);
	const holders = await db
		.select({
			voiceId: versionHolder.voiceId,
			person: { id: person.id, name: person.name },
			says: versionHolder.says,
			text: versionHolder.saidOn,
			at: versionHolder.saidAt,
			isReachable: sql<boolean>`${person.disabledAt} is null and ${exists(holding)}`
		})
		.from(versionHolder)
		.innerJoin(versionVoice, eq(versionVoice.id, versionHolder.voiceId))
		.innerJoin(person, eq(person.id, versionHolder.personId))
		.where(inArray(versionHolder.voiceId, ids))
		.orderBy(asc(person.name), asc(person.id));
	const of = Map.groupBy(holders, ({ voiceId }) => voiceId);
	return voices.map((voice) => ({
		...voice,
		holders: (of.get(voice.id) ?? []).map(({ person, says, text, at, isReachable }) => ({
			...{ person, isReachable },
			answer: says && text !== null && at ? { says, text, at } : null
		}))
	}));
}

export async function putAnswer(
	db: Queryable,
	{ voiceId, personId }: { voiceId: string; personId: string },
	{ says, text, at }: Answer & { at: Date }
): Promise<void> {
	await db
		.update(versionHolder)
		.set({ says, saidOn: text, saidAt: at })
		.where(and(eq(versionHolder.voiceId, voiceId), eq(versionHolder.personId, personId)));
}

export async function putExcuse(
	db: Queryable,
	voiceId: string,
	given: { excuse: string; excusedOn: string; excusedBy: string }
): Promise<void> {
	await db.update(versionVoice).set(given).where(eq(versionVoice.id, voiceId));
}
