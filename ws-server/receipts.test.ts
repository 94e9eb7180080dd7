import { expect, test } from 'vitest';
import { Receipts } from './receipts.ts';

const update = { isStep2: false };
const step2 = { isStep2: true };

test('[A1] the count goes up to the first message that is not durable', () => {
	const receipts = new Receipts();
	const [first, second, third] = [receipts.take(), receipts.take(), receipts.take()];
	receipts.settle(second!, update);
	expect(receipts.next()).toBeUndefined();
	receipts.settle(first!, update);
	expect(receipts.next()).toBe(2);
	expect(receipts.next()).toBeUndefined();
	receipts.settle(third!, step2);
	expect(receipts.next()).toBe(3);
});

test('[A4] an update that was left out is durable once a later step 2 is, and not before', () => {
	const receipts = new Receipts();
	const [early, leftOut] = [receipts.take(), receipts.take()];
	receipts.leave(leftOut!);
	receipts.settle(early!, step2);
	expect(receipts.next()).toBe(1);
	const late = receipts.take();
	receipts.settle(late, update);
	expect(receipts.next()).toBeUndefined();
	receipts.settle(receipts.take(), step2);
	expect(receipts.next()).toBe(4);
});

test('[W1] after a message that is refused nothing more is acknowledged', () => {
	const receipts = new Receipts();
	receipts.settle(receipts.take(), step2);
	expect(receipts.next()).toBe(1);
	const early = receipts.take();
	receipts.refuse();
	receipts.refuse();
	receipts.settle(receipts.take(), step2);
	expect(receipts.next()).toBeUndefined();
	receipts.settle(early, update);
	expect(receipts.next()).toBe(2);
	expect(receipts.next()).toBeUndefined();
});
