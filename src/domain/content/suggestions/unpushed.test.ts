import { describe, expect, test } from 'vitest';
import { textOfLines } from '#tests/domain/lines.ts';
import { Pushing } from './pushing.ts';
import type { Unpushed } from './pushing.ts';
import { readUnpushed, wordsInChanges, writeAcked, writeChanges } from './unpushed.ts';

const BASE = textOfLines('Wij belden aan.', 'Klaar.');
const NOTHING = { version: 5, base: BASE, suggested: BASE, pushes: [] };
const TYPED = textOfLines('Wij belden samen aan.', 'Klaar.');

/** As the store keeps it, and gives it back to another page. */
const kept = (unpushed: Unpushed) =>
	readUnpushed({ acked: writeAcked(unpushed), changes: writeChanges(unpushed) })!;

/** A page in which something was typed. */
function typing() {
	const pushing = new Pushing(NOTHING);
	pushing.edited(TYPED);
	return pushing;
}

describe('what a page that is gone had not pushed', () => {
	test('comes back in the next one, and is pushed from there', () => {
		const pushing = new Pushing(NOTHING);
		expect(pushing.inherit(kept(typing().unpushed))).toBe(true);
		expect(pushing.mine.eq(TYPED)).toBe(true);
		expect(pushing.isSaved).toBe(false);
		expect(pushing.next()).toMatchObject({ version: 5, from: 0, to: 1 });
	});

	test('stands there once when its push had arrived, be what was typed since', () => {
		const before = typing();
		const push = before.next()!.push;
		before.edited(textOfLines('Wij belden saXmen aan.', 'Klaar.'));
		const now = { version: 6, base: BASE, suggested: TYPED, pushes: [push] };
		const pushing = new Pushing(now);
		pushing.inherit(kept(before.unpushed));
		expect(pushing.mine.textContent).toBe('Wij belden saXmen aan.Klaar.');
	});

	test('would stand there twice if it were not told which push that was', () => {
		const before = typing();
		before.next();
		before.edited(textOfLines('Wij belden saXmen aan.', 'Klaar.'));
		const pushing = new Pushing({ version: 6, base: BASE, suggested: TYPED, pushes: [] });
		pushing.inherit(kept(before.unpushed));
		expect(pushing.mine.textContent).not.toBe('Wij belden saXmen aan.Klaar.');
	});

	test('stands there once when it was kept before it was sent, and the page ended right after', () => {
		const before = typing();
		const unpushed = kept(before.unpushed);
		before.edited(textOfLines('Wij belden saXmen aan.', 'Klaar.'));
		const push = before.next()!.push;
		const suggested = textOfLines('Wij belden saXmen aan.', 'Klaar.');
		const pushing = new Pushing({ version: 6, base: BASE, suggested, pushes: [push] });
		expect(pushing.inherit(unpushed)).toBe(false);
		expect(pushing.isSaved).toBe(true);
	});

	test('stands there once when its push arrives after it came back', () => {
		const before = typing();
		const push = before.next()!.push;
		const pushing = new Pushing(NOTHING);
		pushing.inherit(kept(before.unpushed));
		pushing.edited(textOfLines('Wij belden saXmen aan.', 'Klaar.'));
		pushing.unknown(pushing.next()!.push);
		pushing.opened({ version: 6, base: BASE, suggested: TYPED, pushes: [push] });
		expect(pushing.mine.textContent).toBe('Wij belden saXmen aan.Klaar.');
	});

	test('is kept beside what others did meanwhile, and beside what is typed already', () => {
		const others = textOfLines('Wij belden vaak aan.', 'Klaar.');
		const pushing = new Pushing({ version: 6, base: others, suggested: others, pushes: [] });
		pushing.edited(textOfLines('Wij belden vaak aan.', 'Klaar nu.'));
		pushing.inherit(kept(typing().unpushed));
		for (const word of ['samen', 'vaak', 'nu']) expect(pushing.mine.textContent).toContain(word);
	});

	test('of two pages is kept of both', () => {
		const [one, other] = [typing(), new Pushing(NOTHING)];
		other.edited(textOfLines('Wij belden aan.', 'Klaar nu.'));
		const pushing = new Pushing(NOTHING);
		pushing.inherit(kept(one.unpushed));
		pushing.inherit(kept(other.unpushed));
		expect(pushing.mine.eq(textOfLines('Wij belden samen aan.', 'Klaar nu.'))).toBe(true);
	});
});

test('what is kept of a change says its words, and is not read beside another text', () => {
	const { unpushed } = typing();
	expect(wordsInChanges(writeChanges(unpushed))).toBe('Wij belden samen aan.');
	const later = { ...unpushed, version: 6 };
	const changes = writeChanges(unpushed);
	expect(readUnpushed({ acked: writeAcked(later), changes })).toBeNull();
});

test('a change that was taken back while nobody knows whether it arrived, is not saved', () => {
	const pushing = typing();
	pushing.unknown(pushing.next()!.push);
	pushing.edited(BASE);
	expect(pushing.isSaved).toBe(false);
});
