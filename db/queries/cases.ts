import { eq } from 'drizzle-orm';
import type { Queryable } from '#db/connection.ts';
import { caseHead, closing } from '#db/schema/cases.ts';
import { document } from '#db/schema/documents.ts';
import type { CaseHead } from '#domain/case-head.ts';
import type { Closing } from '#domain/closing.ts';

/** What a case is about; undefined while nobody filled it in. */
export async function findCaseHead(
	db: Queryable,
	documentId: string
): Promise<CaseHead | undefined> {
	const [row] = await db
		.select({
			pseudonym: caseHead.pseudonym,
			period: caseHead.period,
			region: caseHead.region,
			areas: caseHead.areas,
			group: caseHead.group,
			groupList: caseHead.groupList
		})
		.from(caseHead)
		.where(eq(caseHead.documentId, documentId));
	return row;
}

export async function putCaseHead(db: Queryable, documentId: string, head: CaseHead) {
	await db
		.insert(caseHead)
		.values({ documentId, ...head })
		.onConflictDoUpdate({ target: caseHead.documentId, set: head });
}

export async function setBlind(db: Queryable, documentId: string, blind: boolean) {
	await db.update(document).set({ blind }).where(eq(document.id, documentId));
}

/** What each party said of what changes for it. */
export function listClosings(db: Queryable, documentId: string): Promise<Closing[]> {
	return db
		.select({
			perspective: closing.perspective,
			change: closing.change,
			reason: closing.reason
		})
		.from(closing)
		.where(eq(closing.documentId, documentId));
}

export async function putClosing(
	db: Queryable,
	documentId: string,
	{ perspective, ...said }: Closing,
	by: { personId: string; at: Date }
) {
	const row = { ...said, byId: by.personId, at: by.at };
	await db
		.insert(closing)
		.values({ documentId, perspective, ...row })
		.onConflictDoUpdate({ target: [closing.documentId, closing.perspective], set: row });
}
