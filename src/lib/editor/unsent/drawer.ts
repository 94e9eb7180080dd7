import { openDB } from 'idb';
import type { DBSchema, IDBPDatabase } from 'idb';
import { storeName } from './forget.ts';
import { newKey, seal, unseal } from './seal.ts';
import type { Sealed } from './seal.ts';

/** As long as a session lives after its last use: who comes later has to sign in again anyhow. */
const KEEP_FOR_MS = 30 * 24 * 60 * 60 * 1000;
/** Months of typing; what is larger is no longer edits, and a browser has more to keep. */
const MOST_BYTES = 8 * 1024 * 1024;

/** What one page of one text had not delivered. */
export type Left = {
	part: string;
	/** The page that wrote it. */
	page: string;
	/** A Yjs update. */
	edits: Uint8Array;
	/** The server did not want them: sending them again would shut the text. */
	refused: boolean;
};

type Row = Sealed & { part: string; page: string; keptAt: number; refused: boolean };

interface Contents extends DBSchema {
	keys: { key: 'own'; value: CryptoKey };
	edits: { key: [part: string, page: string]; value: Row };
}

type Database = IDBPDatabase<Contents>;

/**
 * Where one person's unsent edits lie in this browser, sealed with a key of their own. Everything
 * rejects once the store was destroyed, by signing out here or in another tab: it is not made anew.
 */
export class Drawer {
	readonly #person: string;
	readonly #database: Database;
	readonly #key: CryptoKey;

	private constructor(person: string, database: Database, key: CryptoKey) {
		this.#person = person;
		this.#database = database;
		this.#key = key;
	}

	/** Rejects where a browser keeps nothing: in some private windows, or without https. */
	static async open(person: string, onGone: () => void = () => {}): Promise<Drawer> {
		const database = await openDB<Contents>(storeName(person), 1, {
			upgrade(made) {
				made.createObjectStore('keys');
				made.createObjectStore('edits', { keyPath: ['part', 'page'] });
			},
			blocking() {
				database.close();
				onGone();
			},
			terminated: onGone
		});
		try {
			const drawer = new Drawer(person, database, await ownKey(database));
			await drawer.#expire();
			return drawer;
		} catch (error) {
			database.close();
			throw error;
		}
	}

	/** Resolves when the edits are on the disk, in the place of what the page had there before. */
	async put({ part, page, edits, refused }: Left): Promise<void> {
		if (edits.length > MOST_BYTES) throw new RangeError('more unsent edits than can be kept');
		const sealed = await seal(this.#key, [this.#person, part, page], edits);
		// Strict: "safe on this device" is said of it, and a battery can die in the next second.
		const write = this.#database.transaction('edits', 'readwrite', { durability: 'strict' });
		const row = { ...sealed, part, page, keptAt: Date.now(), refused };
		await Promise.all([write.store.put(row), write.done]);
	}

	/** The pages that left something of this part. */
	async pages(part: string): Promise<string[]> {
		const keys = await this.#database.getAllKeys('edits', ofPart(part));
		return keys.map(([, page]) => page);
	}

	/** What a page left of a part; null when there is nothing (any more). */
	async read(part: string, page: string): Promise<Left | null> {
		const row = await this.#database.get('edits', [part, page]);
		if (!row) return null;
		try {
			const edits = await unseal(this.#key, [this.#person, part, page], row);
			return { part, page, edits, refused: row.refused };
		} catch {
			// Damaged, or put there by somebody else: nobody can read it any more.
			await this.remove(part, [page]);
			return null;
		}
	}

	/** All that was left, of every part. */
	async readAll(): Promise<Left[]> {
		const keys = await this.#database.getAllKeys('edits');
		const all = await Promise.all(keys.map(([part, page]) => this.read(part, page)));
		return all.filter((left) => left !== null);
	}

	async remove(part: string, pages: Iterable<string>): Promise<void> {
		const write = this.#database.transaction('edits', 'readwrite');
		const removals = [...pages].map((page) => write.store.delete([part, page]));
		await Promise.all([...removals, write.done]);
	}

	close(): void {
		this.#database.close();
	}

	async #expire(): Promise<void> {
		const oldest = Date.now() - KEEP_FOR_MS;
		const rows = await this.#database.getAll('edits');
		for (const { part, page, keptAt } of rows) {
			if (keptAt < oldest) await this.remove(part, [page]);
		}
	}
}

async function ownKey(database: Database): Promise<CryptoKey> {
	const known = await database.get('keys', 'own');
	if (known) return known;
	const made = await newKey();
	const write = database.transaction('keys', 'readwrite');
	// Another tab may have made one in the meantime.
	const other = await write.store.get('own');
	if (!other) await write.store.put(made, 'own');
	await write.done;
	return other ?? made;
}

function ofPart(part: string): IDBKeyRange {
	return IDBKeyRange.bound([part], [part, []]);
}
