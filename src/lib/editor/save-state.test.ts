import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { saveState, SaveWatch } from './save-state.ts';
import type { SaveState } from './save-state.ts';

const open = { state: 'open', synced: true } as const;
const lost = { state: 'lost' } as const;
const writing = { line: open, unsent: true, editable: true };
const stored = { line: open, unsent: false, editable: true };

test('saved needs a line, the whole text, and nothing unsent', () => {
	expect(saveState(stored)).toEqual({ state: 'saved' });
	expect(saveState(writing).state).toBe('saving');
	expect(saveState({ ...stored, line: { state: 'open', synced: false } }).state).toBe('opening');
	expect(saveState({ ...stored, line: { state: 'connecting' } }).state).toBe('opening');
	expect(saveState({ ...stored, line: lost })).toEqual({ state: 'offline', unsent: false });
	expect(saveState({ ...stored, editable: false })).toEqual({ state: 'readOnly' });
});

test('a refusal says whether words are left behind', () => {
	const line = { state: 'refused', reason: 'noAccess' } as const;
	expect(saveState({ ...writing, line })).toEqual({
		state: 'stopped',
		reason: 'noAccess',
		unsent: true
	});
});

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

test('what stays unacknowledged for long is called slow', () => {
	watch.update(writing);
	vi.advanceTimersByTime(9_000);
	watch.update(writing);
	vi.advanceTimersByTime(1_000);
	expect(shown.at(-1)).toEqual({ state: 'saving', slow: true });
});
