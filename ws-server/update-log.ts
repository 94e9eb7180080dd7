import type { Database } from '#db/connection.ts';
import {
	appendUpdates,
	findNeglectedLogs,
	isRefusal,
	keepSnapshot,
	loadOwnedText,
	loadText,
	lockText,
	quarantine,
	replaceSnapshot,
	type NewUpdate,
	type OwnedText,
	type StoredText
} from '#db/queries/updates.ts';
import type { Condensed } from './condensing.ts';

/** What takes the place of a log; `extent` says what is in the snapshot (`extent.ts`). */
export type Rebuilt = Condensed & { extent: Uint8Array };

/** Where texts live. Rooms know nothing else of storage. */
export interface UpdateLog {
	/** Resolves when all rows are durable. When it rejects they may be or not, unless it was a `Refusal`. */
	append(rows: readonly NewUpdate[]): Promise<void>;
	load(part: string): Promise<OwnedText>;
	/** Replaces what is stored by what `rebuild` makes of it, alone with the part; null leaves it. */
	compact(part: string, rebuild: (stored: StoredText) => Promise<Rebuilt | null>): Promise<void>;
	/** The parts that have updates in their log from before this moment. */
	neglected(before: Date): Promise<string[]>;
}

/** None of the rows was stored, because of one of them: without it the others can be. */
export class Refusal extends Error {
	override readonly name = 'Refusal';
}

/** `commits` is where edits go: with connections of their own they wait for nobody's questions. */
export function openUpdateLog(db: Database, commits: Database = db): UpdateLog {
	return {
		async append(rows) {
			try {
				await appendUpdates(commits, rows);
			} catch (error) {
				if (isRefusal(error)) throw new Refusal('rows refused', { cause: error });
				throw error;
			}
		},
		load: (part) => loadOwnedText(db, part),
		compact: (part, rebuild) =>
			db.transaction(async (tx) => {
				await lockText(tx, part);
				const stored = await loadText(tx, part);
				const rebuilt = await rebuild(stored);
				if (!rebuilt) return;
				const ids = stored.updates.map((update) => update.id);
				await quarantine(tx, part, rebuilt.unsound);
				if (rebuilt.isShrunk) await keepSnapshot(tx, part);
				await replaceSnapshot(tx, part, rebuilt, ids);
			}),
		neglected: (before) => findNeglectedLogs(db, before)
	};
}
