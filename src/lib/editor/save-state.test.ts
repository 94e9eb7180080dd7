import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { isAtRisk, saveState, SaveWatch } from './save-state.ts';
import type { SaveFacts, SaveState, Unsent } from './save-state.ts';
import type { Line } from './connection.ts';

const LINES = {
	connecting: { state: 'connecting' },
	unsynced: { state: 'open', synced: false },
	open: { state: 'open', synced: true },
	lost: { state: 'lost' },
	outdated: { state: 'refused', reason: 'outdated' },
	noAccess: { state: 'refused', reason: 'noAccess' }
} as const satisfies Record<string, Line>;
const WHERE = ['none', 'here', 'keeping', 'kept'] as const satisfies Unsent[];

/**
 * Every situation: line × where the unsent words are, in the order of WHERE, for who may write. An
 * exclamation mark: leaving would lose words. A vault, and a browser that keeps nothing, are `here`.
 */
const TABLE: Record<keyof typeof LINES, [string, string, string, string]> = {
	connecting: ['opening', 'saving!', 'saving!', 'saving'],
	unsynced: ['opening', 'saving!', 'saving!', 'saving'],
	open: ['saved', 'saving!', 'saving!', 'saving'],
	lost: ['offline', 'offline!', 'offline!', 'offline'],
	outdated: ['stopped', 'stopped!', 'stopped!', 'stopped'],
	// Nobody comes back to the text, so not to what is kept of it.
	noAccess: ['stopped', 'stopped!', 'stopped!', 'stopped!']
};

const cells = Object.entries(TABLE).flatMap(([line, row]) =>
	row.map((wanted, index) => ({ line: line as keyof typeof LINES, unsent: WHERE[index]!, wanted }))
);

describe.each([true, false])('who may write: %s', (editable) => {
	test.each(cells)('$line with $unsent unsent is $wanted', ({ line, unsent, wanted }) => {
		const save = saveState({ line: LINES[line], unsent, editable });
		const expected = !editable && wanted === 'saved' ? 'readOnly' : wanted;
		expect(save.state + (isAtRisk(save) ? '!' : '')).toBe(expected);
		if ('unsent' in save) expect(save.unsent).toBe(unsent);
	});
});

const lost = LINES.lost;
const writing: SaveFacts = { line: LINES.open, unsent: 'here', editable: true };
const stored: SaveFacts = { ...writing, unsent: 'none' };
const away = (unsent: Unsent): SaveFacts => ({ ...writing, line: lost, unsent });

let shown: SaveState[] = [];
let watch: SaveWatch;
beforeEach(() => {
	vi.useFakeTimers();
	shown = [];
	watch = new SaveWatch((state) => shown.push(state));
});
afterEach(() => {
	watch.stop();
	vi.useRealTimers();
});

test('bad news is shown at once', () => {
	watch.update(stored);
	watch.update(writing);
	watch.update({ ...writing, line: lost });
	expect(shown.map(({ state }) => state)).toEqual(['saved', 'saving', 'offline']);
});

test('"saved" waits for a pause in typing', () => {
	watch.update(writing);
	watch.update(stored);
	vi.advanceTimersByTime(200);
	watch.update(writing);
	watch.update(stored);
	expect(shown.map(({ state }) => state)).toEqual(['saving']);
	vi.advanceTimersByTime(400);
	expect(shown.at(-1)).toEqual({ state: 'saved' });
});

test('"saved" is not shown when something went wrong during the pause', () => {
	watch.update(writing);
	watch.update(stored);
	watch.update({ ...stored, line: lost });
	vi.advanceTimersByTime(1000);
	expect(shown.at(-1)?.state).toBe('offline');
});

test('"safe on this device" waits for a pause, and the next key takes it back at once', () => {
	watch.update(away('keeping'));
	watch.update(away('kept'));
	vi.advanceTimersByTime(200);
	expect(shown.at(-1)).toEqual({ state: 'offline', unsent: 'keeping' });
	watch.update(away('keeping'));
	watch.update(away('kept'));
	vi.advanceTimersByTime(400);
	expect(shown.at(-1)).toEqual({ state: 'offline', unsent: 'kept' });
	watch.update(away('keeping'));
	expect(shown.at(-1)).toEqual({ state: 'offline', unsent: 'keeping' });
	expect(shown).toHaveLength(3);
});

test('"safe on this device" is not shown when the device failed during the pause', () => {
	watch.update(away('keeping'));
	watch.update(away('kept'));
	watch.update(away('here'));
	vi.advanceTimersByTime(1000);
	expect(shown.at(-1)).toEqual({ state: 'offline', unsent: 'here' });
});

test('what stays unacknowledged for long is called slow, wherever it is meanwhile', () => {
	watch.update(writing);
	vi.advanceTimersByTime(9_000);
	watch.update({ ...writing, unsent: 'keeping' });
	vi.advanceTimersByTime(1_000);
	expect(shown.at(-1)).toEqual({ state: 'saving', slow: true, unsent: 'keeping' });
	watch.update({ ...writing, unsent: 'kept' });
	vi.advanceTimersByTime(400);
	expect(shown.at(-1)).toEqual({ state: 'saving', slow: true, unsent: 'kept' });
});
