import { sql } from 'drizzle-orm';
import type { Queryable } from '#db/connection.ts';
import { evidence, finding } from '#db/schema/evidence.ts';
import { thread } from '#db/schema/threads.ts';
import type { Anchor } from '#domain/anchors/anchor.ts';

const HOLDERS = { evidence, finding, thread };

/** Which rows hold a passage. */
export type Holder = keyof typeof HOLDERS;

/** The same words held by other ids: what was found as copies is found by those from then on. */
export async function renewPassage(
	db: Queryable,
	holder: Holder,
	id: string,
	{ before, after }: { before: Anchor; after: Anchor }
): Promise<void> {
	const [old, renewed] = [JSON.stringify(before), JSON.stringify(after)];
	// Unless somebody took other words meanwhile.
	await db.execute(sql`
		update ${HOLDERS[holder]} set passage = ${renewed}::jsonb
		where id = ${id}::uuid and passage = ${old}::jsonb`);
}
