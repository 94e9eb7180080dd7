import { afterAll, beforeAll, expect, test } from 'vitest';
import { addMember } from '#tests/integration/builders.ts';
import { openStage, type Stage } from '#tests/live/stage.ts';
import { appendUpdates, isRefusal, loadOwnedText, loadText, type NewUpdate } from './updates.ts';

let stage: Stage;
let colleague: string;

beforeAll(async () => {
	stage = await openStage();
	colleague = (await addMember(stage.house.db, stage.werkplaatsId, 'lector')).id;
});

afterAll(() => stage.house.close());

const row = (part: string, author: string, clients: number[]): NewUpdate => ({
	part,
	bytes: Uint8Array.of(0, 0),
	author,
	clients
});
const outcome = (rows: NewUpdate[]) =>
	appendUpdates(stage.house.db, rows).then(
		() => 'stored',
		(error: unknown) => (isRefusal(error) ? 'refused' : 'unknown')
	);

test('[D3] a client id that another node gave to somebody else is refused, and no row of that statement is stored', async () => {
	const [{ part }, { part: other }] = [await stage.addStudy(), await stage.addStudy()];
	expect(await outcome([row(part, stage.lector, [7])])).toBe('stored');
	const rows = [row(other, stage.lector, [7]), row(part, colleague, [7])];
	expect(await outcome(rows)).toBe('refused');
	expect((await loadText(stage.house.db, other)).updates).toEqual([]);
	expect((await loadOwnedText(stage.house.db, part)).owners).toEqual(new Map([[7, stage.lector]]));
});

test('[D3] a client id twice in one statement is bound once, or refused when it is of two people', async () => {
	const { part } = await stage.addStudy();
	const twice = [row(part, stage.lector, [7]), row(part, stage.lector, [7])];
	expect(await outcome(twice)).toBe('stored');
	expect(await outcome([row(part, stage.lector, [8]), row(part, colleague, [8])])).toBe('refused');
	expect((await loadOwnedText(stage.house.db, part)).owners).toEqual(new Map([[7, stage.lector]]));
});

test('[D3] nodes that bind the same client ids in another order do not wait for each other for ever', async () => {
	const { part } = await stage.addStudy();
	const clients = Array.from({ length: 2_000 }, (_, nth) => nth);
	for (let nth = 0; nth < 5; nth++) {
		const ids = clients.map((client) => client + nth * clients.length);
		const both = [ids, ids.toReversed()].map((ids) => outcome([row(part, stage.lector, ids)]));
		expect(await Promise.all(both)).toEqual(['stored', 'stored']);
	}
});

test('[D3] who must yield to another transaction is refused: nothing of it was stored', () => {
	const failed = (code: string) => isRefusal(Object.assign(new Error(), { code }));
	expect(['40P01', '40001', '55P03', '21000', '23502'].every(failed)).toBe(true);
	// Nobody knows; and the connection broke.
	expect(['40003', '08006', 'CONNECTION_CLOSED'].some(failed)).toBe(false);
});
