import { createHash } from 'node:crypto';
import { sql } from 'drizzle-orm';
import type { Database, Queryable } from '#db/connection.ts';
import { insertSnapshot } from '#db/queries/updates.ts';
import { refreshText } from '#server/texts.ts';
import { saidText } from '#tests/access/said-text.ts';

/** Every byte that PostgreSQL has of a part's text, in short: snapshot and log, with whose each is. */
export async function textBytes(db: Queryable, part: string): Promise<string[]> {
	const { rows } = await db.execute<{ kind: string; author: string | null; bytes: Uint8Array }>(sql`
		select 'snapshot' as kind, null::uuid as author, bytes from part_snapshot where part_id = ${part}
		union all
		select 'update ' || id, author_id, bytes from part_update where part_id = ${part}
		order by 1`);
	return rows.map(({ kind, author, bytes }) => {
		const hash = createHash('sha256').update(bytes).digest('hex');
		return `${kind} by ${author}: ${hash}`;
	});
}

/** Gives a part a text that is in its snapshot whole, so that nothing is left to compact. */
export async function settleText(db: Database, part: string, words: string) {
	const said = saidText(words);
	await db.transaction((tx) => insertSnapshot(tx, part, said.state));
	await refreshText({ db }, part);
	return said;
}
