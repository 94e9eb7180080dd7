import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import * as Y from 'yjs';
import { findTexts } from '#db/queries/documents.ts';
import { appendUpdate, loadText } from '#db/queries/updates.ts';
import { refreshStaleTexts } from '#server/texts.ts';
import { buildDoc } from '#server/stored-text.ts';
import { addMember } from '#tests/integration/builders.ts';
import { firstLine, type } from '#tests/live/client.ts';
import { openDoor, storedText, type TestDoor } from '#tests/live/door.ts';
import { makePoison } from '#tests/live/poison.ts';
import { openStage, type Stage } from '#tests/live/stage.ts';
import { openUpdateLog, type UpdateLog } from './update-log.ts';

let stage: Stage;
let door: TestDoor | undefined;

beforeAll(async () => {
	stage = await openStage();
});

afterEach(async () => {
	await door?.close();
	door = undefined;
});

afterAll(() => stage.house.close());

const enter = async (part: string, person = stage.lector) => {
	const client = await door!.enter(part, person);
	await expect.poll(() => client.provider.synced, { timeout: 5000 }).toBe(true);
	return client;
};
const loaded = (part: string) => loadText(stage.house.db, part);

test('[R1] fifty people who come in at once share one load', async () => {
	const { part } = await stage.addStudy();
	const real = openUpdateLog(stage.house.db);
	let loads = 0;
	const log: UpdateLog = { ...real, load: (id) => (loads++, real.load(id)) };
	door = await openDoor(stage.house.context, { log });
	const { db } = stage.house;
	const add = () => addMember(db, stage.werkplaatsId, 'lector');
	const people = await Promise.all([add(), add(), add()]);
	const clients = await Promise.all(
		Array.from({ length: 50 }, (_, nth) => enter(part, people[nth % 3]!.id))
	);
	expect(loads).toBe(1);
	type(clients[0]!, 'hello');
	await expect.poll(() => clients.every((client) => client.text() === 'hello')).toBe(true);
});

test('[R2] when the text can not be loaded there is no room, and no empty text', async () => {
	const { part } = await stage.addStudy();
	const real = openUpdateLog(stage.house.db);
	let broken = true;
	const load = (id: string) => (broken ? Promise.reject(new Error('no')) : real.load(id));
	door = await openDoor(stage.house.context, { log: { ...real, load } });
	const client = await door.enter(part, stage.lector);
	await expect.poll(client.code).toBe(4503);
	expect(client.provider.synced).toBe(false);
	broken = false;
	await expect.poll(() => client.provider.synced, { timeout: 5000 }).toBe(true);
});

test('[R3] after the last one left the log becomes a snapshot with the same text', async () => {
	const { part } = await stage.addStudy();
	door = await openDoor(stage.house.context, { unloadAfterMs: 50 });
	const client = await enter(part);
	for (let nth = 0; nth < 30; nth++) type(client, `${nth} `);
	client.doc.transact(() =>
		client.doc.getXmlFragment('default').insert(1, [new Y.XmlElement('paragraph')])
	);
	const html = client.doc.getXmlFragment('default').toString();
	await expect.poll(() => storedText(stage.house.context, part)).toBe(client.text());
	expect((await loaded(part)).updates.length).toBeGreaterThan(1);
	client.close();
	await expect.poll(async () => (await loaded(part)).updates.length).toBe(0);
	const { snapshot } = await loaded(part);
	expect(snapshot).not.toBeNull();
	const doc = buildDoc(await loaded(part));
	expect(doc.getXmlFragment('default').toString()).toBe(html);
	const again = await enter(part);
	expect(again.doc.getXmlFragment('default').toString()).toBe(html);
	expect(door.reports).toEqual([]);
});

test('[R3] a log that grows is made a snapshot while people go on typing', async () => {
	const { part } = await stage.addStudy();
	door = await openDoor(stage.house.context);
	const [one, other] = [await enter(part), await enter(part)];
	for (let nth = 0; nth < 200; nth++) type(nth % 2 ? one : other, `${nth} `.repeat(100));
	await expect
		.poll(async () => (await loaded(part)).snapshot !== null, { timeout: 5000 })
		.toBe(true);
	await expect.poll(() => one.text().length, { timeout: 5000 }).toBe(other.text().length);
	await expect.poll(() => storedText(stage.house.context, part)).toBe(one.text());
	expect(one.text()).toContain('199 ');
	expect(door.reports).toEqual([]);
});

test('[R3] what is written while a log becomes a snapshot is there for who opens the text after a crash', async () => {
	const { part } = await stage.addStudy();
	const real = openUpdateLog(stage.house.db);
	let write = async () => {};
	const compact: UpdateLog['compact'] = (of, rebuild) =>
		real.compact(of, async (stored) => {
			await write();
			return rebuild(stored);
		});
	door = await openDoor(stage.house.context, { log: { ...real, compact } });
	const client = await enter(part);
	write = async () => {
		type(client, ' meanwhile');
		await expect.poll(() => storedText(stage.house.context, part)).toContain('meanwhile');
	};
	type(client, 'x'.repeat(70_000));
	await expect.poll(async () => (await loaded(part)).snapshot !== null).toBe(true);
	expect((await loaded(part)).updates).toHaveLength(1);
	const after = await openDoor(stage.house.context);
	try {
		const other = await after.enter(part, stage.lector);
		await expect.poll(() => other.text()).toBe(client.text());
	} finally {
		await after.close();
	}
	expect(door.reports).toEqual([]);
});

test('[R3] a log becomes a snapshot whatever is in the text, also what Yjs can not spell out', async () => {
	const { part } = await stage.addStudy();
	const doc = new Y.Doc();
	doc.transact(() => {
		// An XML fragment holds nodes; Yjs itself checks that only where they are made.
		Y.Array.prototype.insert.call(doc.getXmlFragment('default'), 0, [null]);
		doc.getMap('junk').set('x', 'y'.repeat(70_000));
	});
	expect(() => doc.getXmlFragment('default').toString()).toThrow();
	// From before the door refused what no editor writes.
	const bytes = Y.encodeStateAsUpdate(doc);
	await appendUpdate(stage.house.db, { part, bytes, author: null });
	door = await openDoor(stage.house.context);
	const [client, other] = [await enter(part), await enter(part)];
	const words = new Y.XmlElement('paragraph');
	client.doc.getXmlFragment('default').push([words]);
	words.insert(0, [new Y.XmlText('still here')]);
	await expect.poll(async () => (await loaded(part)).snapshot !== null).toBe(true);
	await expect
		.poll(async () =>
			Y.equalSnapshots(Y.snapshot(buildDoc(await loaded(part))), Y.snapshot(other.doc))
		)
		.toBe(true);
	expect([client.code(), other.code()]).toEqual([undefined, undefined]);
	expect(door.reports).not.toContain('a compaction failed');
});

test('[R8] a log that nobody looks after becomes a snapshot when the door opens', async () => {
	const { part } = await stage.addStudy();
	const doc = new Y.Doc();
	type({ doc }, 'left behind');
	const bytes = Y.encodeStateAsUpdate(doc);
	await appendUpdate(stage.house.db, { part, bytes, author: stage.lector });
	await stage.house.sql`
		update part_update set created_at = now() - interval '1 hour' where part_id = ${part}`;
	const { part: recent } = await stage.addStudy();
	await appendUpdate(stage.house.db, { part: recent, bytes, author: stage.lector });
	door = await openDoor(stage.house.context);
	await expect.poll(async () => (await loaded(part)).updates.length).toBe(0);
	expect(await storedText(stage.house.context, part)).toBe('left behind');
	expect((await loaded(recent)).updates).toHaveLength(1);
});

test('[R9] the snapshot of a text of which hardly anything is left is kept, and it is reported', async () => {
	const { part } = await stage.addStudy();
	door = await openDoor(stage.house.context, { unloadAfterMs: 50 });
	const kept = () => stage.house.sql`select bytes from part_kept where part_id = ${part}`;
	const write = async (change: (line: Y.XmlText) => void) => {
		const client = await enter(part);
		client.doc.transact(() => change(firstLine(client.doc)));
		await expect.poll(() => storedText(stage.house.context, part)).toBe(client.text());
		client.close();
		await expect.poll(async () => (await loaded(part)).updates.length).toBe(0);
	};
	await write((line) => line.insert(0, 'of great worth '.repeat(40)));
	await write((line) => line.delete(0, 300));
	expect(await kept()).toHaveLength(0);
	await write((line) => line.delete(0, line.length - 4));
	const [row] = await kept();
	const doc = buildDoc({ snapshot: row?.bytes, updates: [] });
	expect(doc.getXmlFragment('default').toString()).toContain('of great worth');
	expect(door.reports).toEqual(['hardly anything is left of a text; what it was is kept']);
});

test('[R7] a compaction that fails leaves people where they are, and waits for more before the next', async () => {
	const { part } = await stage.addStudy();
	const real = openUpdateLog(stage.house.db);
	let tries = 0;
	const compact = () => (tries++, Promise.reject(new Error('no')));
	door = await openDoor(stage.house.context, { log: { ...real, compact } });
	const client = await enter(part);
	const write = async (text: string) => {
		type(client, text);
		await expect.poll(() => storedText(stage.house.context, part)).toBe(client.text());
	};
	await write('x'.repeat(70_000));
	await expect.poll(() => tries).toBe(1);
	for (let nth = 0; nth < 5; nth++) await write(`${nth}`);
	expect(tries).toBe(1);
	await write('y'.repeat(70_000));
	await expect.poll(() => tries).toBe(2);
	expect(client.code()).toBeUndefined();
});

test('[R5] what something else appended to the log reaches who has the part open', async () => {
	const { part } = await stage.addStudy();
	door = await openDoor(stage.house.context);
	const client = await enter(part);
	type(client, 'typed ');
	await expect.poll(() => storedText(stage.house.context, part)).toBe('typed ');
	const doc = buildDoc(await loaded(part));
	const before = Y.encodeStateVector(doc);
	type({ doc }, 'placed');
	const bytes = Y.encodeStateAsUpdate(doc, before);
	await appendUpdate(stage.house.db, { part, bytes, author: null });
	stage.house.context.bus.ring({ kind: 'updates', part });
	await expect.poll(client.text).toBe('typed placed');
	type(client, ' on');
	await expect.poll(() => storedText(stage.house.context, part)).toBe('typed placed on');
});

test('[X1] two seconds after the last edit pages and search know the text, and who wrote it', async () => {
	const { id, part } = await stage.addStudy();
	door = await openDoor(stage.house.context);
	const client = await enter(part);
	stage.house.pass(60_000);
	type(client, 'de cliënten van de wijk');
	const plain = async () => (await findTexts(stage.house.db, [part]))[0]?.plain;
	await expect.poll(plain, { timeout: 5000 }).toBe('de cliënten van de wijk');
	const [row] = await stage.house.sql`select changed_by, changed_at from document where id = ${id}`;
	expect(row?.changed_by).toBe(stage.lector);
	expect(new Date(row?.changed_at)).toEqual(stage.house.context.now());
});

const failed = (error: unknown) => {
	throw error;
};

test('[X4] whatever is in a text can be stored for pages and search', async () => {
	const { part } = await stage.addStudy();
	const doc = new Y.Doc();
	// Letters that take four bytes, in words of which no two are the same.
	const letter = (nth: number) => String.fromCodePoint(0x20000 + nth);
	const words = Array.from(
		{ length: 80_000 },
		(_, nth) => letter(nth % 40_000) + letter(Math.floor(nth / 40_000))
	);
	const hostile = ['nul \0 half \ud83d other half \udc00', words.join(' '), 'x'.repeat(3_000_000)];
	for (const text of hostile) {
		const line = firstLine(doc);
		line.delete(0, line.length);
		line.insert(0, text);
		const bytes = Y.encodeStateAsUpdate(doc);
		await appendUpdate(stage.house.db, { part, bytes, author: null });
		await expect(refreshStaleTexts(stage.house.context, failed)).resolves.toBe(1);
		const [row] = await findTexts(stage.house.db, [part]);
		expect(row?.plain.length).toBeGreaterThan(text.length - 4);
	}
});

test('[X3] a text that can not be read out keeps no other waiting', async () => {
	const parts = [];
	for (let nth = 0; nth < 3; nth++) parts.push((await stage.addStudy()).part);
	const doc = new Y.Doc();
	type({ doc }, 'read out');
	const unreadable = new Uint8Array([255, 255]);
	const bytes = Y.encodeStateAsUpdate(doc);
	await appendUpdate(stage.house.db, { part: parts[0]!, bytes, author: null });
	await stage.house
		.sql`insert into part_snapshot (part_id, bytes) values (${parts[1]!}, ${unreadable})`;
	await appendUpdate(stage.house.db, { part: parts[2]!, bytes, author: null });
	const failures: unknown[] = [];
	await refreshStaleTexts(stage.house.context, (error) => failures.push(error));
	expect(failures).toHaveLength(1);
	const texts = await findTexts(stage.house.db, [parts[0]!, parts[2]!]);
	expect(texts.map(({ plain }) => plain)).toEqual(['read out', 'read out']);
	await stage.house.sql`delete from part_snapshot where part_id = ${parts[1]!}`;
});

test('[X2] a text that was stored but not read out before a crash is read out at the next start', async () => {
	const { part } = await stage.addStudy();
	const doc = new Y.Doc();
	type({ doc }, 'one');
	const append = (bytes: Uint8Array) =>
		appendUpdate(stage.house.db, { part, bytes, author: stage.lector });
	await append(Y.encodeStateAsUpdate(doc));
	await expect(refreshStaleTexts(stage.house.context, failed)).resolves.toBe(1);
	await expect(refreshStaleTexts(stage.house.context, failed)).resolves.toBe(0);
	const before = Y.encodeStateVector(doc);
	type({ doc }, ' two');
	await append(Y.encodeStateAsUpdate(doc, before));
	door = await openDoor(stage.house.context);
	const plain = async () => (await findTexts(stage.house.db, [part]))[0]?.plain;
	await expect.poll(plain, { timeout: 5000 }).toBe('one two');
});

test('[R6] an update that can not be applied keeps nobody out of the text', async () => {
	const { part } = await stage.addStudy();
	const { honest, poison } = makePoison(Y.encodeStateAsUpdate(buildDoc(await loaded(part))));
	for (const bytes of [honest, poison]) {
		await appendUpdate(stage.house.db, { part, bytes, author: null });
	}
	door = await openDoor(stage.house.context, { unloadAfterMs: 50 });
	const client = await enter(part);
	expect(client.doc.getXmlFragment('default').toString()).toContain('poison');
	type(client, 'after');
	await expect.poll(() => storedText(stage.house.context, part)).toContain('after');
	client.close();
	await expect.poll(() => stage.house.context.presence.in(part)).toEqual([]);
	const again = await enter(part);
	expect(again.text()).toContain('after');
	expect(door.reports).toEqual([]);
});

test('[R6] an update that can not be applied is put aside, and the rest becomes a snapshot', async () => {
	const { part } = await stage.addStudy();
	const { honest, poison } = makePoison(Y.encodeStateAsUpdate(buildDoc(await loaded(part))));
	await appendUpdate(stage.house.db, { part, bytes: honest, author: null });
	for (let nth = 0; nth < 3; nth++) {
		await appendUpdate(stage.house.db, { part, bytes: poison, author: stage.lector });
	}
	door = await openDoor(stage.house.context);
	const client = await enter(part);
	await expect.poll(async () => (await loaded(part)).snapshot !== null).toBe(true);
	expect((await loaded(part)).updates).toEqual([]);
	const aside = await stage.house.sql`
		select bytes, author_id from part_quarantine where part_id = ${part}`;
	expect(
		aside.map(({ bytes, author_id: author }) => ({ bytes: Buffer.from(bytes), author }))
	).toEqual(
		Array.from({ length: 3 }, () => ({ bytes: Buffer.from(poison), author: stage.lector }))
	);
	type(client, 'after');
	await expect.poll(() => storedText(stage.house.context, part)).toContain('after');
	expect(door.reports).toEqual([]);
});
