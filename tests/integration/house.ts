import postgres from 'postgres';
import { openDatabase, type Database } from '#db/connection.ts';
import { openLocalBus, type Ring } from '#server/bus.ts';
import type { Context } from '#server/context.ts';
import type { Letter } from '#server/mail.ts';
import { openLocalPresence } from '#server/presence.ts';
import { openOwnDatabase } from './postgres.ts';

export type TestHouse = {
	context: Context;
	db: Database;
	/** Looks into the database past the product, and past its driver. */
	sql: postgres.Sql;
	/** Address of this house's own database. */
	url: string;
	/** What was mailed, oldest first. */
	letters: Letter[];
	/** What was rung on the bus, oldest first. */
	rings: Ring[];
	/** Moves the house's clock; it starts at the real time and stands still. */
	pass(milliseconds: number): void;
	close(): Promise<void>;
};

/** A house with a database of its own, empty but migrated; `close` it after the tests of the file. */
export async function openTestHouse(): Promise<TestHouse> {
	const own = await openOwnDatabase();
	const { url } = own;
	const { db, close } = openDatabase(url);
	const sql = postgres(url, { max: 4, onnotice: () => {} });
	const letters: Letter[] = [];
	const rings: Ring[] = [];
	const bus = openLocalBus();
	bus.listen((ring) => rings.push(ring));
	let now = Date.now();
	const context: Context = {
		db,
		bus,
		presence: openLocalPresence(),
		mail: {
			delivers: true,
			send: async (letter) => {
				letters.push(letter);
				return { delivered: true };
			},
			kept: async () => [],
			discard: async () => false,
			expire: async () => 0
		},
		publicUrl: 'https://wisselwerking.test',
		now: () => new Date(now)
	};
	return {
		context,
		db,
		sql,
		url,
		letters,
		rings,
		pass: (milliseconds) => void (now += milliseconds),
		close: async () => {
			await Promise.all([close(), sql.end()]);
			await own.close();
		}
	};
}
