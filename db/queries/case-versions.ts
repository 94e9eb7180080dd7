import { and, asc, eq, gt, inArray, isNull, or, sql } from 'drizzle-orm';
import type { Queryable } from '#db/connection.ts';
import { grant } from '#db/schema/access.ts';
import {
	caseVersion,
	versionHolder,
	versionReader,
	versionVoice
} from '#db/schema/case-versions.ts';
import { part, partClient, partUpdate } from '#db/schema/documents.ts';
import { person } from '#db/schema/people.ts';
import type { Answer, VersionPurpose } from '#domain/case-versions.ts';
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

export async function insertVersionVoice(
	db: Queryable,
	row: typeof versionVoice.$inferInsert,
	holders: readonly string[]
): Promise<void> {
	const [made] = await db.insert(versionVoice).values(row).returning({ id: versionVoice.id });
	if (!made) throw new Error('insert returned no row');
	if (holders.length === 0) return;
	await db
		.insert(versionHolder)
		.values(holders.map((personId) => ({ voiceId: made.id, personId })));
}

/** Somebody who told what is in a voice, with what they say of how it stands. */
export type HolderRow = {
	person: { id: string; name: string };
	answer: (Answer & { at: Date }) | null;
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
	documentId: string
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
	const holders = await db
		.select({
			voiceId: versionHolder.voiceId,
			person: { id: person.id, name: person.name },
			says: versionHolder.says,
			text: versionHolder.saidOn,
			at: versionHolder.saidAt
		})
		.from(versionHolder)
		.innerJoin(person, eq(person.id, versionHolder.personId))
		.where(inArray(versionHolder.voiceId, ids))
		.orderBy(asc(person.name), asc(person.id));
	const of = Map.groupBy(holders, ({ voiceId }) => voiceId);
	return voices.map((voice) => ({
		...voice,
		holders: (of.get(voice.id) ?? []).map(({ person, says, text, at }) => ({
			person,
			answer: says && text && at ? { says, text, at } : null
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

/** Who read a version along, latest first. */
export function listReaders(db: Queryable, documentId: string) {
	return db
		.select({
			person: { id: person.id, name: person.name },
			text: versionReader.readOn,
			at: versionReader.readAt
		})
		.from(versionReader)
		.innerJoin(person, eq(person.id, versionReader.personId))
		.where(eq(versionReader.documentId, documentId))
		.orderBy(sql`${versionReader.readAt} desc`, asc(person.id));
}

export async function putReader(
	db: Queryable,
	row: typeof versionReader.$inferInsert
): Promise<void> {
	const { items, readOn, readAt } = row;
	await db
		.insert(versionReader)
		.values(row)
		.onConflictDoUpdate({
			target: [versionReader.documentId, versionReader.personId],
			set: { items, readOn, readAt }
		});
}

/** Everybody who wrote in the texts of a document, through the live door or past it. */
export async function listWriters(db: Queryable, documentId: string): Promise<string[]> {
	const bound = await db
		.selectDistinct({ id: partClient.personId })
		.from(partClient)
		.innerJoin(part, eq(part.id, partClient.partId))
		.where(eq(part.documentId, documentId));
	const appended = await db
		.selectDistinct({ id: partUpdate.authorId })
		.from(partUpdate)
		.innerJoin(part, eq(part.id, partUpdate.partId))
		.where(eq(part.documentId, documentId));
	return [...new Set([...bound, ...appended].flatMap(({ id }) => id ?? []))];
}
