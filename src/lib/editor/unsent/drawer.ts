import { openDB } from 'idb';
import type { DBSchema, IDBPDatabase } from 'idb';
import { createDecoder, hasContent, readVarUint8Array } from 'lib0/decoding';
import { encode, writeVarUint8Array } from 'lib0/encoding';
import { storeName } from './forget.ts';
import { newKey, seal, unseal } from './seal.ts';
import type { Sealed } from './seal.ts';

/** As long as a session lives after its last use: who comes later has to sign in again anyhow. */
const KEEP_FOR_MS = 30 * 24 * 60 * 60 * 1000;
/** Months of typing; what is larger is no longer edits, and a browser has more to keep. */
const MOST_BYTES = 8 * 1024 * 1024;
/** A book. Without the text that they were made on edits come back too, as Yjs alone puts them there. */
const MOST_BASE_BYTES = 2 * 1024 * 1024;

/** What one page of one text had not delivered. */
export type Left = {
	/** The part, or the place of what one suggests in it. */
	part: string;
	/** The page that wrote it. */
	page: string;
	/** Yjs updates, in order; of suggestions, one that holds them all. */
	edits: readonly Uint8Array[];
	/** The server did not want them: sending them again would shut the text. */
	refused: boolean;
};

type Place = { part: string; page: string };
type Row = Sealed & Place & { keptAt: number; refused: boolean };

interface Contents extends DBSchema {
	keys: { key: 'own'; value: CryptoKey };
	edits: { key: [part: string, page: string]; value: Row };
	/** The texts that they were made on: far larger, and seldom another. */
	bases: { key: [part: string, page: string]; value: Sealed & Place };
}

type Database = IDBPDatabase<Contents>;

const STORES = ['edits', 'bases'] as const;
/** Seals a text to its place, as another thing than the edits. */
const BASE = 'base';

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
				for (const name of STORES) made.createObjectStore(name, { keyPath: ['part', 'page'] });
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

	/**
	 * Resolves when the edits are on the disk, in the place of what the page had there before; with the text that
	 * they were made on, if that is another than before.
	 */
	async put({ part, page, edits, refused }: Left, base: Uint8Array | null = null): Promise<void> {
		const bytes = rowOf(edits);
		if (bytes.length > MOST_BYTES) throw new RangeError('more unsent edits than can be kept');
		const sealed = await seal(this.#key, [this.#person, part, page], bytes);
		const isTooLarge = (base?.length ?? 0) > MOST_BASE_BYTES;
		const sealedBase =
			base && !isTooLarge && (await seal(this.#key, [this.#person, part, page, BASE], base));
		// Strict: "safe on this device" is said of it, and a battery can die in the next second.
		const write = this.#database.transaction(STORES, 'readwrite', { durability: 'strict' });
		const [rows, bases] = [write.objectStore('edits'), write.objectStore('bases')];
		await Promise.all([
			rows.put({ ...sealed, part, page, keptAt: Date.now(), refused }),
			sealedBase && bases.put({ ...sealedBase, part, page }),
			// Not the one of before.
			isTooLarge && bases.delete([part, page]),
			write.done
		]);
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
			const bytes = await unseal(this.#key, [this.#person, part, page], row);
			return { part, page, edits: updatesOf(bytes), refused: row.refused };
		} catch {
			// Damaged, or put there by somebody else: nobody can read it any more.
			await this.remove(part, [page]);
			return null;
		}
	}

	/** The text that a page's edits were made on; null when it was too large, or is damaged. */
	async base(part: string, page: string): Promise<Uint8Array | null> {
		const row = await this.#database.get('bases', [part, page]);
		return row ? unseal(this.#key, [this.#person, part, page, BASE], row).catch(() => null) : null;
	}

	/** All that was left, of every part. */
	async readAll(): Promise<Left[]> {
		const keys = await this.#database.getAllKeys('edits');
		const all = await Promise.all(keys.map(([part, page]) => this.read(part, page)));
		return all.filter((left) => left !== null);
	}

	async remove(part: string, pages: Iterable<string>): Promise<void> {
		const write = this.#database.transaction(STORES, 'readwrite');
		const removals = [...pages].flatMap((page) =>
			STORES.map((name) => write.objectStore(name).delete([part, page]))
		);
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

function rowOf(updates: readonly Uint8Array[]): Uint8Array {
	return encode((encoder) => {
		for (const update of updates) writeVarUint8Array(encoder, update);
	});
}

function updatesOf(bytes: Uint8Array): Uint8Array[] {
	const decoder = createDecoder(bytes);
	const updates: Uint8Array[] = [];
	while (hasContent(decoder)) updates.push(readVarUint8Array(decoder));
	return updates;
}

function ofPart(part: string): IDBKeyRange {
	return IDBKeyRange.bound([part], [part, []]);
}
