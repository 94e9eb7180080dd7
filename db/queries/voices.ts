import { and, asc, eq, gt, inArray, isNull, max, or, sql } from 'drizzle-orm';
import type { Queryable } from '#db/connection.ts';
import { grant } from '#db/schema/access.ts';
import { voice, voiceInvitation } from '#db/schema/cases.ts';
import { part, partText } from '#db/schema/documents.ts';
import { person } from '#db/schema/people.ts';
import type { Perspective } from '#domain/kinds.ts';
import type { Telling } from '#domain/voices.ts';

/** What a voice has besides its text. */
export type VoiceRow = {
	id: string;
	perspective: Perspective;
	label: string;
	telling: Telling;
	teller: string;
	/** How many words are in it, never which. */
	words: number;
	holders: { id: string; name: string }[];
};

/** The voices of a case in their order; whoever asks the policy decides what of them to tell. */
export async function listVoices(
	db: Queryable,
	documentId: string,
	now: Date
): Promise<VoiceRow[]> {
	const rows = await db
		.select({
			id: part.id,
			perspective: part.perspective,
			label: voice.label,
			telling: voice.telling,
			teller: voice.teller,
			words: sql<number>`coalesce(${partText.words}, 0)`
		})
		.from(part)
		.innerJoin(voice, eq(voice.partId, part.id))
		.leftJoin(partText, eq(partText.partId, part.id))
		.where(eq(part.documentId, documentId))
		.orderBy(asc(part.position), asc(part.id));
	const held = await db
		.select({ partId: grant.partId, id: person.id, name: person.name })
		.from(grant)
		.innerJoin(person, eq(person.id, grant.personId))
		.where(
			and(
				eq(grant.documentId, documentId),
				sql`${grant.level} >= 'edit'`,
				or(isNull(grant.expiresAt), gt(grant.expiresAt, now))
			)
		)
		.orderBy(asc(grant.createdAt), asc(grant.id));
	return rows.flatMap(({ perspective, ...row }) => {
		const holders = held.filter(({ partId }) => partId === row.id);
		const names = holders.map(({ id, name }) => ({ id, name }));
		return perspective ? [{ ...row, perspective, holders: names }] : [];
	});
}

/** How many words each party has in each of these cases: the caller has asked the policy for the cases. */
export async function countVoicesIn(
	db: Queryable,
	documentIds: readonly string[]
): Promise<{ documentId: string; perspective: Perspective; words: number }[]> {
	if (documentIds.length === 0) return [];
	const rows = await db
		.select({
			documentId: part.documentId,
			perspective: part.perspective,
			words: sql<number>`coalesce(sum(${partText.words}), 0)::int`
		})
		.from(part)
		.innerJoin(voice, eq(voice.partId, part.id))
		.leftJoin(partText, eq(partText.partId, part.id))
		.where(inArray(part.documentId, [...documentIds]))
		.groupBy(part.documentId, part.perspective);
	return rows.flatMap(({ perspective, ...row }) => (perspective ? [{ ...row, perspective }] : []));
}

export async function insertVoice(
	db: Queryable,
	partId: string,
	{ label = '' }: { label?: string } = {}
): Promise<void> {
	await db.insert(voice).values({ partId, label });
}

export type VoiceChange = Partial<{ label: string; telling: Telling; teller: string }>;

export async function updateVoice(db: Queryable, partId: string, change: VoiceChange) {
	await db.update(voice).set(change).where(eq(voice.partId, partId));
}

/** The first free place after the parts of a document. */
export async function nextPosition(db: Queryable, documentId: string): Promise<number> {
	const [row] = await db
		.select({ last: max(part.position) })
		.from(part)
		.where(eq(part.documentId, documentId));
	return (row?.last ?? -1) + 1;
}

/** Takes a voice out of its case, with all that is in it. */
export async function deletePart(db: Queryable, partId: string): Promise<void> {
	await db.delete(part).where(eq(part.id, partId));
}

export async function deleteHolder(db: Queryable, partId: string, personId: string) {
	await db.delete(grant).where(and(eq(grant.partId, partId), eq(grant.personId, personId)));
}

export async function insertVoiceInvitation(db: Queryable, invitationId: string, partId: string) {
	await db.insert(voiceInvitation).values({ invitationId, partId });
}

/** The voice that an invitation gives, and the case that it is in. */
export async function findInvitedVoice(db: Queryable, invitationId: string) {
	const [row] = await db
		.select({ partId: part.id, documentId: part.documentId, perspective: part.perspective })
		.from(voiceInvitation)
		.innerJoin(part, eq(part.id, voiceInvitation.partId))
		.where(eq(voiceInvitation.invitationId, invitationId));
	return row;
}
