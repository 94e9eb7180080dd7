import { once } from 'node:events';
import { join } from 'node:path';
import { openDatabase } from '#db/connection.ts';
import { loadText } from '#db/queries/updates.ts';
import { SESSION_COOKIE, startSession } from '#server/session.ts';
import { buildDoc } from '#server/stored-text.ts';
import { dismiss, hire } from '#tests/bench/crew.ts';
import { ask } from '#tests/bench/errands.ts';
import { addDocument, addGrant, addMember, addWerkplaats } from '#tests/integration/builders.ts';
import { openOwnDatabase } from '#tests/integration/postgres.ts';
import { textOf } from '#tests/live/client.ts';
import { GAUGE, Ready, type Memory, type Strain } from './gauge.ts';

/** Rows in one statement. */
const AT_ONCE = 50;
/** What was done last is done when two looks differ by less than a hundredth. */
const SETTLES_WITHIN_MS = 60_000;
const LOOK_EVERY_MS = 500;
/** What is given back. */
const KEPT_SHARE = 0.1;

/** A live door in a process of its own, on a real PostgreSQL, with as many people and rooms as one wants. */
export type Town = {
	port: number;
	/** `ws://127.0.0.1:<port>/collab` */
	address: string;
	/** Cookies of so many people who may write everywhere. */
	addWriters(count: number): Promise<string[]>;
	/** Cookies of so many people who may read these rooms. */
	addReaders(count: number, rooms: readonly string[]): Promise<string[]>;
	addRooms(count: number): Promise<string[]>;
	/** The text as PostgreSQL has it. */
	read(room: string): Promise<string>;
	strain(): Promise<Strain>;
	memory(): Promise<Memory>;
	glance(): Promise<Memory>;
	/** How many sockets the door has open. */
	sockets(): Promise<number>;
	/** What is held once it grows and shrinks no more. */
	settle(): Promise<Memory>;
	/** The same, waited for until it is within a tenth of this, as long as that may take. */
	giveBack(before: Memory): Promise<Memory>;
	close(): Promise<void>;
};

export async function openTown(unloadAfterMs: number): Promise<Town> {
	await using opening = new AsyncDisposableStack();
	const database = await openOwnDatabase();
	opening.defer(() => database.close());
	const { db, close } = openDatabase(database.url, { max: 4 });
	opening.defer(close);
	const werkplaatsId = await addWerkplaats(db);
	const elsewhere = await addWerkplaats(db);
	const { id: createdBy } = await addMember(db, werkplaatsId, 'lector');

	const entry = join(import.meta.dirname, 'door-process.ts');
	const door = hire(entry, [database.url, String(unloadAfterMs)], ['--expose-gc']);
	opening.defer(() => dismiss(door));
	const failed = once(door, 'exit').then(() => Promise.reject(new Error('no live door')));
	const [word]: unknown[] = await Promise.race([once(door, 'message'), failed]);
	failed.catch(() => {});
	const { port } = Ready.parse(word);

	const documents = new Map<string, string>();
	const signIn = async (person: string) => {
		const { value } = await startSession(db, person, new Date());
		return `${SESSION_COOKIE(false)}=${value}`;
	};
	const memory = () => ask(door, GAUGE, 'memory', undefined);
	const look = async (isDone: (now: Memory, last: Memory) => boolean) => {
		let [last, now] = [await memory(), { held: Infinity, resident: 0 }];
		const deadline = performance.now() + SETTLES_WITHIN_MS;
		do {
			await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
			[last, now] = [now, await memory()];
		} while (!isDone(now, last) && performance.now() < deadline);
		return now;
	};
	const opened = opening.move();
	return {
		port,
		address: `ws://127.0.0.1:${port}/collab`,
		addWriters: (count) =>
			inTurns(count, async () => signIn((await addMember(db, werkplaatsId, 'lector')).id)),
		addReaders: (count, rooms) =>
			inTurns(count, async () => {
				const { id: personId } = await addMember(db, elsewhere, 'professional');
				for (const room of rooms) {
					const documentId = documents.get(room)!;
					await addGrant(db, { documentId, personId, level: 'view', grantedBy: createdBy });
				}
				return signIn(personId);
			}),
		addRooms: (count) =>
			inTurns(count, async () => {
				const { id, part } = await addDocument(db, { werkplaatsId, createdBy });
				documents.set(part, id);
				return part;
			}),
		async read(room) {
			const doc = buildDoc(await loadText(db, room));
			const text = textOf(doc);
			doc.destroy();
			return text;
		},
		strain: () => ask(door, GAUGE, 'strain', undefined),
		memory,
		glance: () => ask(door, GAUGE, 'glance', undefined),
		sockets: () => ask(door, GAUGE, 'sockets', undefined),
		settle: () => look((now, last) => Math.abs(now.held - last.held) < last.held / 100),
		giveBack: (before) => look((now) => isGivenBack(before.held, now.held)),
		close: () => opened.disposeAsync()
	};
}

/** Whether there is no more than a tenth more. */
export function isGivenBack(before: number, after: number): boolean {
	return after <= before * (1 + KEPT_SHARE);
}

async function inTurns<T>(count: number, make: () => Promise<T>): Promise<T[]> {
	const made: T[] = [];
	while (made.length < count) {
		const more = Math.min(AT_ONCE, count - made.length);
		made.push(...(await Promise.all(Array.from({ length: more }, make))));
	}
	return made;
}
