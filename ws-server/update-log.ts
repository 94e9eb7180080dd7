import type { Database } from '#db/connection.ts';
import {
	appendUpdates,
	isRefusal,
	loadText,
	lockText,
	replaceSnapshot,
	type NewUpdate,
	type StoredText
} from '#db/queries/updates.ts';

/** Where texts live. Rooms know nothing else of storage. */
export interface UpdateLog {
	/** Resolves when all rows are durable. When it rejects they may be or not, unless it was a `Refusal`. */
	append(rows: readonly NewUpdate[]): Promise<void>;
	load(part: string): Promise<StoredText>;
	/** Replaces what is stored by what `rebuild` makes of it, alone with the part; null leaves it. */
	compact(part: string, rebuild: (stored: StoredText) => Uint8Array | null): Promise<void>;
}

/** None of the rows was stored, and they never will be: a part or a person is gone. */
export class Refusal extends Error {
	override readonly name = 'Refusal';
}

export function openUpdateLog(db: Database): UpdateLog {
	return {
		async append(rows) {
			try {
				await appendUpdates(db, rows);
			} catch (error) {
				if (isRefusal(error)) throw new Refusal('rows refused', { cause: error });
				throw error;
			}
		},
		load: (part) => loadText(db, part),
		compact: (part, rebuild) =>
			db.transaction(async (tx) => {
				await lockText(tx, part);
				const stored = await loadText(tx, part);
				const bytes = rebuild(stored);
				const ids = stored.updates.map((update) => update.id);
				if (bytes) await replaceSnapshot(tx, part, bytes, ids);
			})
	};
}
