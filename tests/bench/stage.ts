import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import connect from 'postgres';
import { LeveldbPersistence } from 'y-leveldb';
import { openDatabase } from '#db/connection.ts';
import { openEmbeddedPostgres } from '#db/embedded/server.ts';
import { migrate } from '#db/migrate.ts';
import { saveText } from '#db/queries/texts.ts';
import { partSnapshot } from '#db/schema/documents.ts';
import { SESSION_COOKIE, startSession } from '#server/session.ts';
import { addDocument, addMember, addWerkplaats } from '#tests/integration/builders.ts';
import { LiveText } from '#ws/live-text.ts';
import { named } from '#tests/integration/postgres.ts';
import type { PeerName } from './peer.ts';
import type { Setting } from './peers/gauge.ts';
import { cpuOfTree } from './tree-cpu.ts';

/** With at most 20 sockets each they fill two thousand rooms. */
const PEOPLE = 150;
/** Rows in one statement. */
const AT_ONCE = 50;
const NOTHING = { content: { type: 'doc', content: [] }, plain: '', words: 0 };
const OTHER_DATABASE = 'bench_hocuspocus';

/** Rooms that a server can open, and how it is started so that it finds their texts. */
export type Rooms = { rooms: string[]; setting: Setting };

/** One PostgreSQL for all who use one, and the people of our house. */
export type Stage = {
	/** A cookie for each person who may write anywhere. */
	cookies: string[];
	version: string;
	/** Rooms that nobody was in before; with `text` stored where this server stores. */
	addRooms(peer: PeerName, count: number, text?: Uint8Array): Promise<Rooms>;
	/** Milliseconds of processor of PostgreSQL so far; null where that can't be known. */
	postgresCpu(): number | null;
	close(): Promise<void>;
};

export async function openStage(): Promise<Stage> {
	const dataDir = await mkdtemp(join(tmpdir(), 'wisselwerking-bench-'));
	const postgres = await openEmbeddedPostgres({ dataDir });
	await migrate(postgres.url);
	const house = openDatabase(postgres.url);
	await house.db.$client.query(`create database ${OTHER_DATABASE}`);
	const otherUrl = named(postgres.url, OTHER_DATABASE);
	const other = connect(otherUrl, { max: 2, onnotice: () => {} });
	await other`create table text (room text primary key, bytes bytea not null)`;
	const [{ version = '' } = {}] = await other<{ version: string }[]>`
		select current_setting('server_version') as version`;
	const werkplaatsId = await addWerkplaats(house.db);
	const people = await Promise.all(
		Array.from({ length: PEOPLE }, () => addMember(house.db, werkplaatsId, 'lector'))
	);
	const sessions = await Promise.all(
		people.map(({ id }) => startSession(house.db, id, new Date()))
	);
	const createdBy = people[0]!.id;

	const ours = async (count: number, text?: Uint8Array): Promise<Rooms> => {
		// What a server that was killed did not read out, the next one reads out while it is measured.
		await house.db.$client.query('truncate document cascade');
		const rooms: string[] = [];
		while (rooms.length < count) {
			const more = Array.from({ length: Math.min(AT_ONCE, count - rooms.length) }, () =>
				addDocument(house.db, { werkplaatsId, createdBy })
			);
			const parts = (await Promise.all(more)).map(({ part }) => part);
			rooms.push(...parts);
			if (!text) continue;
			const bytes = Buffer.from(text);
			const { extent } = new LiveText({ snapshot: text, updates: [] });
			await house.db
				.insert(partSnapshot)
				.values(parts.map((partId) => ({ partId, bytes, extent })));
			// Read out already, as every text is that was not left behind by a process that was killed.
			for (const part of parts) await saveText(house.db, part, { ...NOTHING, upto: 0n });
		}
		return { rooms, setting: { database: postgres.url, folder: null, unloadAfterMs: null } };
	};

	const hocuspocus = async (rooms: string[], text?: Uint8Array): Promise<Rooms> => {
		for (const room of text ? rooms : []) {
			await other`insert into text (room, bytes) values (${room}, ${text!})`;
		}
		return { rooms, setting: { database: otherUrl, folder: null, unloadAfterMs: null } };
	};

	const yWebsocket = async (rooms: string[], text?: Uint8Array): Promise<Rooms> => {
		const folder = text ? await mkdtemp(join(dataDir, 'level-')) : null;
		if (folder && text) {
			const level = new LeveldbPersistence(folder);
			for (const room of rooms) await level.storeUpdate(room, text);
			await level.destroy();
		}
		return { rooms, setting: { database: '', folder, unloadAfterMs: null } };
	};

	return {
		cookies: sessions.map(({ value }) => `${SESSION_COOKIE(false)}=${value}`),
		version,
		async addRooms(peer, count, text) {
			if (peer === 'ours') return ours(count, text);
			const rooms = Array.from({ length: count }, () => randomUUID());
			if (peer === 'hocuspocus') return hocuspocus(rooms, text);
			if (peer === 'y-websocket') return yWebsocket(rooms, text);
			return { rooms, setting: { database: '', folder: null, unloadAfterMs: null } };
		},
		postgresCpu: () => cpuOfTree(postgres.pid),
		async close() {
			await Promise.all([house.close(), other.end()]);
			await postgres.stop();
			await rm(dataDir, { recursive: true, force: true });
		}
	};
}
