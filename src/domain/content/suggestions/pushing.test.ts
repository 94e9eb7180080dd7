import { describe, expect, test } from 'vitest';
import { textOfLines } from '#tests/domain/lines.ts';
import { Pushing } from './pushing.ts';

const BASE = textOfLines('Wij belden aan.', 'Klaar.');
const NOTHING = { version: 5, base: BASE, suggested: BASE, pushes: [] };
const started = () => {
	let pushes = 0;
	return new Pushing(NOTHING, () => `push ${(pushes += 1)}`);
};

describe('what somebody suggests', () => {
	test('is sent as the blocks that changed, one at a time, until the server has it', () => {
		const pushing = started();
		expect(pushing.next()).toBeNull();
		pushing.edited(textOfLines('Wij belden samen aan.', 'Klaar.'));
		const push = pushing.next();
		expect(push).toMatchObject({ push: 'push 1', version: 5, from: 0, to: 1 });
		expect(push?.blocks).toHaveLength(1);
		pushing.edited(textOfLines('Wij belden samen aan.', 'Klaar nu.'));
		expect(pushing.next()).toBeNull();
		pushing.taken('push 1', 6);
		expect(pushing.isSaved).toBe(false);
		expect(pushing.next()).toMatchObject({ version: 6, from: 1, to: 2 });
		pushing.taken('push 2', 7);
		expect(pushing.isSaved).toBe(true);
	});

	test('is merged with what changed meanwhile when the server refuses it', () => {
		const pushing = started();
		pushing.edited(textOfLines('Wij belden samen aan.', 'Klaar.'));
		const push = pushing.next();
		pushing.unknown(push!.push);
		expect(pushing.isStale).toBe(true);
		expect(pushing.next()).toBeNull();
		const now = textOfLines('Wij belden vaak aan.', 'Klaar.');
		expect(pushing.opened({ version: 6, base: now, suggested: now, pushes: [] })).toBe(true);
		for (const word of ['samen', 'vaak']) expect(pushing.mine.textContent).toContain(word);
		expect(pushing.next()).toMatchObject({ version: 6 });
	});

	test('stands there once when its push arrived and only the answer was lost', () => {
		const pushing = started();
		pushing.edited(textOfLines('Wij belden samen aan.', 'Klaar.'));
		const push = pushing.next();
		pushing.unknown(push!.push);
		pushing.edited(textOfLines('Wij belden saXmen aan.', 'Klaar.'));
		const arrived = textOfLines('Wij belden samen aan.', 'Klaar.');
		const opened = { version: 6, base: BASE, suggested: arrived };
		pushing.opened({ ...opened, pushes: [push!.push] });
		expect(pushing.mine.textContent).toBe('Wij belden saXmen aan.Klaar.');
	});

	test('would stand there twice if that were not looked for', () => {
		const pushing = started();
		pushing.edited(textOfLines('Wij belden samen aan.', 'Klaar.'));
		pushing.unknown(pushing.next()!.push);
		pushing.edited(textOfLines('Wij belden saXmen aan.', 'Klaar.'));
		const arrived = textOfLines('Wij belden samen aan.', 'Klaar.');
		pushing.opened({ version: 6, base: BASE, suggested: arrived, pushes: [] });
		expect(pushing.mine.textContent).not.toBe('Wij belden saXmen aan.Klaar.');
	});

	test('stands there once when it arrives after the server was asked, and a second one was sent', () => {
		const pushing = started();
		pushing.edited(textOfLines('Wij belden samen aan.', 'Klaar.'));
		const first = pushing.next();
		pushing.unknown(first!.push);
		expect(pushing.opened(NOTHING)).toBe(false);
		pushing.edited(textOfLines('Wij belden saXmen aan.', 'Klaar.'));
		const second = pushing.next();
		pushing.unknown(second!.push);
		const arrived = textOfLines('Wij belden samen aan.', 'Klaar.');
		pushing.opened({ version: 6, base: BASE, suggested: arrived, pushes: [first!.push] });
		expect(pushing.mine.textContent).toBe('Wij belden saXmen aan.Klaar.');
		expect(pushing.next()).toMatchObject({ version: 6 });
	});

	test('does not go back to what the server told before', () => {
		const pushing = started();
		pushing.edited(textOfLines('Wij belden samen aan.', 'Klaar.'));
		pushing.taken(pushing.next()!.push, 6);
		expect(pushing.opened(NOTHING)).toBe(false);
		expect(pushing.mine.textContent).toContain('samen');
	});
});
