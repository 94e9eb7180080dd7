import { expect, test } from 'vitest';
import { Ledger } from './ledger.ts';

const step1 = Uint8Array.of(0, 0, 1);
const step2 = Uint8Array.of(0, 1, 1);
const update = Uint8Array.of(0, 2, 1);
const awareness = Uint8Array.of(1, 1, 1);

function joined(): Ledger {
	const ledger = new Ledger();
	ledger.opened();
	for (const frame of [step1, awareness, step2]) ledger.sent(frame);
	return ledger;
}

test('an edit is unsent until its own frame is acknowledged', () => {
	const ledger = joined();
	ledger.edited();
	ledger.sent(update);
	ledger.acknowledged(1);
	expect(ledger.unsent).toBe(true);
	ledger.acknowledged(2);
	expect(ledger.unsent).toBe(false);
});

test('only step 2 and update count', () => {
	const ledger = joined();
	ledger.edited();
	ledger.sent(update);
	ledger.sent(awareness);
	ledger.acknowledged(2);
	expect(ledger.unsent).toBe(false);
});

test('what an earlier connection left is unsent until the answer to the server is acknowledged', () => {
	const ledger = joined();
	ledger.edited();
	ledger.opened();
	ledger.sent(step1);
	ledger.sent(update);
	ledger.acknowledged(1);
	expect(ledger.unsent).toBe(true);
	ledger.sent(step2);
	ledger.acknowledged(2);
	expect(ledger.unsent).toBe(false);
});

test('an acknowledgement of more than was sent does not cover later edits', () => {
	const ledger = joined();
	ledger.acknowledged(99);
	ledger.edited();
	ledger.sent(update);
	expect(ledger.unsent).toBe(true);
	ledger.acknowledged(1);
	expect(ledger.unsent).toBe(true);
});
