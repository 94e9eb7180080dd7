import { sql } from 'drizzle-orm';
import type { Database } from '#db/connection.ts';
import { loadText, lockText, replaceSnapshot } from '#db/queries/updates.ts';
import { openUpdateLog, type UpdateLog } from '#ws/update-log.ts';

/** Ways to compact that lose what others write meanwhile; the rounds must catch each. */
export const COMPACTIONS = ['delete up to the last id', 'read in two statements'] as const;
export type SloppyCompaction = (typeof COMPACTIONS)[number];

/** Between the two statements, as on a database that has much to do. */
const BETWEEN_MS = 250;

/** The real log, but for how it compacts. */
export function openSloppyLog(db: Database, how: SloppyCompaction): UpdateLog {
	const compact = how === 'read in two statements' ? readTwice : deleteUpTo;
	return { ...openUpdateLog(db), compact: (part, rebuild) => compact(db, part, rebuild) };
}

type Compact = (db: Database, ...given: Parameters<UpdateLog['compact']>) => Promise<void>;

/** A row with a lower number can be committed after one with a higher: it is gone, and in no snapshot. */
const deleteUpTo: Compact = (db, part, rebuild) =>
	db.transaction(async (tx) => {
		await lockText(tx, part);
		const stored = await loadText(tx, part);
		const condensed = await rebuild(stored);
		const last = stored.updates.at(-1)?.id;
		if (!condensed || last === undefined) return;
		// Whoever appends needs no lock, and may commit right now.
		await pause();
		await replaceSnapshot(tx, part, condensed, []);
		await tx.execute(
			sql`delete from part_update where part_id = ${part} and id <= ${String(last)}::bigint`
		);
	});

/** Another compaction commits between the two: what it took from the log is not in the older snapshot. */
const readTwice: Compact = async (db, part, rebuild) => {
	const { snapshot } = await loadText(db, part);
	await openUpdateLog(db).compact(part, rebuild);
	await pause();
	const { updates } = await loadText(db, part);
	await db.transaction(async (tx) => {
		const condensed = await rebuild({ snapshot, updates });
		if (!condensed) return;
		const ids = updates.map(({ id }) => id);
		await replaceSnapshot(tx, part, condensed, ids);
	});
};

function pause(): Promise<void> {
	return new Promise((resolve) => setTimeout(resolve, BETWEEN_MS));
}
