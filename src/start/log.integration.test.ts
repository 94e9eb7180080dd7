import { randomUUID } from 'node:crypto';
import { inspect } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as Y from 'yjs';
import { type, type Client } from '#tests/live/client.ts';
import { openDoor, storedText, type TestDoor } from '#tests/live/door.ts';
import { openStage, type Stage } from '#tests/live/stage.ts';
import { updateFrame } from '#ws/protocol.ts';
import { openUpdateLog, type UpdateLog } from '#ws/update-log.ts';
import { openLog, reportTo } from './log.ts';

/** What somebody writes and nobody who reads a log may find. */
const SECRET = `gerda-${randomUUID()}`;

let stage: Stage;
let door: TestDoor;
let logged = '';
/** All of what the log was told, to see that there was something to leave out. */
let told = '';
let mayLoad = true;

beforeAll(async () => {
	stage = await openStage();
	const real = openUpdateLog(stage.house.db);
	const load: UpdateLog['load'] = (part) =>
		mayLoad ? real.load(part) : Promise.reject(new Error(`${SECRET} could not be read`));
	const log = openLog('trace', { write: (line) => void (logged += line) });
	const write = reportTo(log);
	const report = (what: string, error: unknown) => {
		told += what + inspect(error);
		write(what, error);
	};
	door = await openDoor(stage.house.context, { report, unloadAfterMs: 1, log: { ...real, load } });
});

afterAll(async () => {
	await door.close();
	await stage.house.close();
});

const enter = async (part: string) => {
	const client = await door.enter(part, stage.lector, { params: { ack: '1' } });
	await expect.poll(() => client.provider.synced).toBe(true);
	return client;
};

/** Makes PostgreSQL refuse what is written to a table, naming what that was. */
async function breakTable(table: string): Promise<() => Promise<unknown>> {
	const { sql } = stage.house;
	await sql.unsafe(`
		create or replace function tell_all() returns trigger language plpgsql as $$
		begin
			raise exception 'at % in ${SECRET}', to_jsonb(new)
				using detail = E'${SECRET}\\n    at home (${SECRET}:1:1)', hint = '${SECRET}';
		end $$;
		create trigger broken before insert or update on ${table}
			for each row execute function tell_all()`);
	return () => sql.unsafe(`drop trigger broken on ${table}`);
}

function update(write: (doc: Y.Doc) => void): Uint8Array {
	const doc = new Y.Doc();
	write(doc);
	return updateFrame(Y.encodeStateAsUpdate(doc));
}

const send = ({ provider }: Client, frame: Uint8Array | string) =>
	provider.ws?.send(frame as Uint8Array<ArrayBuffer>);

test('nothing that was typed, refused or failed is in the log, however it is spelt', async () => {
	const { id, part } = await stage.addStudy();

	const writer = await enter(part);
	type(writer, SECRET);
	await expect.poll(() => storedText(stage.house.context, part)).toBe(SECRET);
	stage.house.context.bus.ring({ kind: 'document', document: id, title: SECRET });

	const refused = [
		SECRET,
		new TextEncoder().encode(SECRET),
		update((doc) => doc.getMap(SECRET).set(SECRET, SECRET)),
		update((doc) => {
			const element = new Y.XmlElement(SECRET);
			element.setAttribute('href', `javascript:${SECRET}`);
			doc.getXmlFragment('default').insert(0, [element]);
		})
	];
	for (const frame of refused) {
		const vandal = await enter(part);
		send(vandal, frame);
		await expect.poll(vandal.code).toBe(4400);
	}

	const mendCommits = await breakTable('part_update');
	type(writer, SECRET);
	await expect.poll(() => logged).toContain('a commit failed');
	await mendCommits();

	const mendTexts = await breakTable('part_text');
	const mendSnapshots = await breakTable('part_snapshot');
	await expect.poll(() => storedText(stage.house.context, part)).toContain(SECRET + SECRET);
	writer.close();
	const both = ['a compaction failed', 'a text could not be refreshed'];
	for (const what of both) await expect.poll(() => logged, { timeout: 10_000 }).toContain(what);
	await mendTexts();
	await mendSnapshots();

	await expect.poll(() => stage.house.context.presence.in(part)).toEqual([]);
	mayLoad = false;
	const late = await door.enter((await stage.addStudy()).part, stage.lector);
	await expect.poll(late.code).toBe(4503);
	await expect.poll(() => logged).toContain('somebody could not be let in');

	for (const spelling of spellings(SECRET)) expect(logged).not.toContain(spelling);
	expect(told).toContain(SECRET);
	expect(told).toContain(Buffer.from(SECRET).toString('hex'));
});

/** As words, as the bytes that queries carry, and as what goes over HTTP, at any place of a row of bytes. */
function spellings(secret: string): string[] {
	const base64 = [0, 1, 2].map((before) =>
		Buffer.from(' '.repeat(before) + secret)
			.toString('base64')
			.slice(4, 40)
	);
	return [secret, Buffer.from(secret).toString('hex'), ...base64];
}
