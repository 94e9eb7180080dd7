import { expect, test } from 'vitest';
import { Attention } from './attention.ts';
import type { Frame } from './bus-frames.ts';

const message = new Uint8Array();
const said = (number: number, opening = 1, node = 'a'): Frame => ({
	kind: 'said',
	node,
	opening,
	number,
	message
});
const beat = (number: number): Frame => ({ kind: 'beat', node: 'a', opening: 1, number, at: 0 });
const lost = (number: number): Frame => ({ kind: 'lost', node: 'a', opening: 1, number });

const heard = (...frames: Frame[]) => {
	const attention = new Attention();
	return frames.map((frame) => attention.hear(frame));
};

test('what comes in turn is next, of each node by itself', () => {
	expect(heard(said(7), said(1, 1, 'b'), said(8), said(2, 1, 'b'))).toEqual(Array(4).fill('next'));
});

test('[M3] a number that is left out is a gap, and what comes after it late is old', () => {
	expect(heard(said(1), said(3), said(2), said(4))).toEqual(['next', 'gap', 'old', 'next']);
});

test('[M3] a beat tells of what was lost last', () => {
	expect(heard(said(1), beat(1), beat(2), said(3))).toEqual(['next', 'next', 'gap', 'next']);
	expect(heard(said(5), beat(4), said(6))).toEqual(['next', 'old', 'next']);
});

test('[M3] a node that says that something was lost is believed, whatever was heard', () => {
	expect(heard(said(1), lost(3), said(4))).toEqual(['next', 'gap', 'next']);
	expect(heard(lost(3), said(4))).toEqual(['gap', 'next']);
	expect(heard(said(5), lost(3), said(6))).toEqual(['next', 'gap', 'next']);
});

test('who opens the channel anew counts from one again, and what is left of before is old', () => {
	expect(heard(said(9), said(1, 2), said(10), said(2, 2))).toEqual(['next', 'next', 'old', 'next']);
});

test('a node that was forgotten is heard as a new one', () => {
	const attention = new Attention();
	attention.hear(said(5));
	attention.forget('a');
	expect(attention.hear(said(1))).toBe('next');
});
