import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import { openChance } from '#tests/live/chance.ts';

/** One keystroke: where, how many characters go, what comes in their place. */
export type Keystroke = readonly [at: number, deleted: number, inserted: string];
export type Trace = { name: string; keystrokes: Keystroke[] };

/** The format of github.com/josephg/editing-traces, which has the keystrokes of real papers. */
const Recorded = z.object({
	txns: z.array(z.object({ patches: z.array(z.tuple([z.number(), z.number(), z.string()])) }))
});

/** Where a recorded trace may lie: its licence lets nobody ship it, so it does not come along. */
const PLACES = [
	join(import.meta.dirname, 'automerge-paper.json.gz'),
	'../shared/data/traces/automerge-paper.json.gz'
];

/** The recorded trace in `file` or where one usually lies; where there is none, keystrokes made by chance. */
export function findTrace(file?: string): Trace {
	for (const path of file ? [file] : PLACES) {
		try {
			return readTrace(path);
		} catch (error) {
			if (file) throw error;
		}
	}
	return { name: 'made by chance', keystrokes: makeKeystrokes(60_000, 1) };
}

function readTrace(path: string): Trace {
	const { txns } = Recorded.parse(JSON.parse(gunzipSync(readFileSync(path)).toString()));
	return { name: path, keystrokes: txns.flatMap(({ patches }) => patches) };
}

/** Somebody types at one place, goes back over it, and moves on: by chance, but always the same. */
function makeKeystrokes(count: number, seed: number): Keystroke[] {
	const chance = openChance(seed);
	const keystrokes: Keystroke[] = [];
	let length = 0;
	let at = 0;
	while (keystrokes.length < count) {
		if (chance.below(4) === 0) at = chance.below(length + 1);
		for (let left = chance.below(60); left > 0; left--, length++) {
			keystrokes.push([at++, 0, chance.of([...'etaoinsrhldcu  \n'])]);
		}
		for (let left = Math.min(at, chance.below(25)); left > 0; left--, length--) {
			keystrokes.push([--at, 1, '']);
		}
	}
	return keystrokes;
}

/** What the keystrokes make of an empty text, without Yjs. */
export function endOf(keystrokes: readonly Keystroke[]): string {
	// Cut in pieces: a string that is copied 260,000 times takes minutes.
	const characters: string[] = [];
	for (const [at, deleted, inserted] of keystrokes) characters.splice(at, deleted, ...inserted);
	return characters.join('');
}
