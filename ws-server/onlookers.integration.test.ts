import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Level } from '#domain/levels.ts';
import { TRANSPORTS, type, type Transport } from '#tests/live/client.ts';
import { openDoor, storedText, type TestDoor } from '#tests/live/door.ts';
import { anyAttack, anyHonest, type Attack } from '#tests/live/onlooker.ts';
import { openStage, type Stage } from '#tests/live/stage.ts';
import { settleText, textBytes } from '#tests/live/text-bytes.ts';

const SEED = 20261127;
// Few, to be quick; ONLOOKER_FRAMES=20000 sends as many as one wants.
const FRAMES = Number(process.env.ONLOOKER_FRAMES ?? 240);
const PATIENCE_MS = 120_000 + FRAMES * 100;

let stage: Stage;
let door: TestDoor;
beforeAll(async () => {
	stage = await openStage();
	door = await openDoor(stage.house.context);
});
afterAll(async () => {
	await door.close();
	expect(door.reports).toEqual([]);
	await stage.house.close();
});

/** Sends all of it as somebody with this level, and answers what the text was before and is after. */
async function drive(level: Level, over: Transport, attacks: readonly Attack[]) {
	const { db } = stage.house;
	const { id, part } = await stage.addStudy();
	await stage.grant(id, stage.outsider, level);
	const { state } = await settleText(db, part, 'Dit staat hier.');
	const before = await textBytes(db, part);
	const onlooker = await door.enter(part, stage.outsider, { over, params: { ack: '1' } });
	const isIn = () => expect.poll(() => onlooker.provider.synced, { timeout: 10_000 }).toBe(true);
	for (const attack of attacks) {
		await isIn();
		onlooker.provider.ws?.send(attack(state) as Uint8Array<ArrayBuffer>);
	}
	// And as an editor does: by itself, for as long as it thinks that it may.
	await isIn();
	type(onlooker, ' En dit ook.');
	onlooker.close();
	// What somebody who may write says after all of that is stored after it.
	const writer = await door.enter(part, stage.lector);
	await expect.poll(() => writer.provider.synced, { timeout: 10_000 }).toBe(true);
	type(writer, ' Einde.');
	await expect
		.poll(() => storedText(stage.house.context, part), { timeout: 10_000 })
		.toContain('Einde.');
	const isOfWriter = (row: string) => row.includes(stage.lector);
	const after = (await textBytes(db, part)).filter((row) => !isOfWriter(row));
	const text = await storedText(stage.house.context, part);
	// Not before: who leaves last has the log compacted.
	writer.close();
	return { before, after, text };
}

describe.each(TRANSPORTS)('over %s', (over) => {
	test.each(['comment', 'view'] as const)(
		'[W1] whatever who has only %s sends, no byte of the text changes',
		async (level) => {
			await fc.assert(
				fc.asyncProperty(fc.array(anyAttack, { minLength: 20, maxLength: 20 }), async (attacks) => {
					const { before, after, text } = await drive(level, over, attacks);
					expect(after).toEqual(before);
					expect(text).toBe('Dit staat hier. Einde.');
				}),
				{ numRuns: FRAMES / 20, seed: SEED, endOnFailure: true }
			);
		},
		PATIENCE_MS
	);

	// The same from somebody whom the door takes for a writer: else nothing was tried.
	test(
		'[W1] a door that lets them write is noticed',
		async () => {
			const attacks = fc.sample(anyHonest, { numRuns: 20, seed: SEED });
			const { before, after } = await drive('edit', over, attacks);
			expect(after).not.toEqual(before);
		},
		PATIENCE_MS
	);
});
