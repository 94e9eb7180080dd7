import {
	and,
	asc,
	count,
	eq,
	getTableColumns,
	inArray,
	isNotNull,
	isNull,
	or,
	sql,
	type SQL
} from 'drizzle-orm';
import type { Queryable } from '#db/connection.ts';
import { partText } from '#db/schema/documents.ts';
import { person } from '#db/schema/people.ts';
import { runGroup, runMember, runText, visitor } from '#db/schema/runs.ts';
import type { GroupRole } from '#domain/runs.ts';

export type GroupRow = typeof runGroup.$inferSelect;
export type MemberRow = {
	person: { id: string; name: string };
	groupId: string | null;
	role: GroupRole | null;
};

export function listGroups(db: Queryable, runId: string): Promise<GroupRow[]> {
	return db.select().from(runGroup).where(eq(runGroup.runId, runId)).orderBy(runGroup.position);
}

export async function findGroup(db: Queryable, id: string): Promise<GroupRow | undefined> {
	const [row] = await db.select().from(runGroup).where(eq(runGroup.id, id));
	return row;
}

/** A group after those that are there; answers its id. */
export async function insertGroup(db: Queryable, runId: string, name: string): Promise<string> {
	const last = sql`(select coalesce(max(${runGroup.position}), 0) + 1 from ${runGroup} where ${runGroup.runId} = ${runId}::uuid)`;
	const [made] = await db
		.insert(runGroup)
		.values({ runId, name, position: last })
		.returning({ id: runGroup.id });
	if (!made) throw new Error('insert returned no row');
	return made.id;
}

export async function updateGroup(
	db: Queryable,
	id: string,
	change: Partial<Pick<GroupRow, 'name' | 'finalAt' | 'finalBy'>>
): Promise<void> {
	await db.update(runGroup).set(change).where(eq(runGroup.id, id));
}

export async function deleteGroup(db: Queryable, id: string): Promise<void> {
	await db.delete(runGroup).where(eq(runGroup.id, id));
}

/** Who takes part, by name. */
export function listMembers(db: Queryable, runId: string): Promise<MemberRow[]> {
	return selectMembers(db, eq(runMember.runId, runId));
}

/** Who is in a group, by name. */
export function listMembersOf(db: Queryable, groupId: string): Promise<MemberRow[]> {
	return selectMembers(db, eq(runMember.groupId, groupId));
}

function selectMembers(db: Queryable, which: SQL) {
	return db
		.select({
			person: { id: person.id, name: person.name },
			groupId: runMember.groupId,
			role: runMember.role
		})
		.from(runMember)
		.innerJoin(person, eq(person.id, runMember.personId))
		.where(which)
		.orderBy(asc(person.name), asc(person.id));
}

/** How many are in each group of a run that has anybody. */
export async function countMembers(db: Queryable, runId: string): Promise<Map<string, number>> {
	const rows = await db
		.select({ groupId: runMember.groupId, people: count() })
		.from(runMember)
		.where(and(eq(runMember.runId, runId), isNotNull(runMember.groupId)))
		.groupBy(runMember.groupId);
	return new Map(rows.flatMap(({ groupId, people }) => (groupId ? [[groupId, people]] : [])));
}

/** Who takes part; a visitor does only in the workshop that they came into. */
export async function findMember(db: Queryable, runId: string, personId: string) {
	const isOfThis = or(isNull(visitor.runId), eq(visitor.runId, runMember.runId));
	const [row] = await db
		.select(getTableColumns(runMember))
		.from(runMember)
		.leftJoin(visitor, eq(visitor.personId, runMember.personId))
		.where(and(eq(runMember.runId, runId), eq(runMember.personId, personId), isOfThis));
	return row;
}

/** Lets people in; of who takes part already nothing changes. Answers how many came in. */
export async function insertMembers(
	db: Queryable,
	runId: string,
	people: readonly string[],
	joinedAt: Date
): Promise<number> {
	if (people.length === 0) return 0;
	const rows = await db
		.insert(runMember)
		.values([...new Set(people)].map((personId) => ({ runId, personId, joinedAt })))
		.onConflictDoNothing()
		.returning({ id: runMember.personId });
	return rows.length;
}

export async function updateMember(
	db: Queryable,
	runId: string,
	personId: string,
	change: { groupId?: string | null; role?: GroupRole | null }
): Promise<void> {
	await db
		.update(runMember)
		.set(change)
		.where(and(eq(runMember.runId, runId), eq(runMember.personId, personId)));
}

export async function deleteMember(db: Queryable, runId: string, personId: string): Promise<void> {
	await db
		.delete(runMember)
		.where(and(eq(runMember.runId, runId), eq(runMember.personId, personId)));
}

/** A text of a group: its part, the round that it is of, and how many words were in it shortly ago. */
export type GroupText = { partId: string; groupId: string; step: number; words: number };

export function listGroupTexts(db: Queryable, groupIds: readonly string[]): Promise<GroupText[]> {
	return db
		.select({
			partId: runText.partId,
			groupId: runText.groupId,
			step: runText.step,
			words: sql<number>`coalesce(${partText.words}, 0)`
		})
		.from(runText)
		.leftJoin(partText, eq(partText.partId, runText.partId))
		.where(inArray(runText.groupId, [...groupIds]))
		.orderBy(runText.step);
}
