import fc from 'fast-check';
import { expect, test } from 'vitest';
import { GATE_ITEMS, gateOf, GATES, gateState, isGateItem, waitedFor } from './gates.ts';

const signature = { withdrawn: null };
const withdrawn = { withdrawn: { by: 'somebody', at: new Date(0) } };
const everything = new Set<string>(GATES.flatMap((gate) => GATE_ITEMS[gate]));

test('every item stands in one list', () => {
	expect(everything.size).toBe(GATES.flatMap((gate) => GATE_ITEMS[gate]).length);
	for (const gate of GATES) for (const item of GATE_ITEMS[gate]) expect(gateOf(item)).toBe(gate);
	expect(gateOf('toString')).toBeUndefined();
	expect(isGateItem('constructor')).toBe(false);
});

test('a gate is ready when all of its items are ticked, whatever is ticked at others', () => {
	fc.assert(
		fc.property(fc.constantFrom(...GATES), fc.subarray([...everything]), (gate, ticks) => {
			const ticked = new Set(ticks);
			const complete = GATE_ITEMS[gate].every((item) => ticked.has(item));
			expect(gateState(gate, ticked, null)).toBe(complete ? 'ready' : 'open');
			expect(gateState(gate, ticked, withdrawn)).toBe(complete ? 'ready' : 'open');
			expect(gateState(gate, ticked, signature)).toBe(complete ? 'signed' : 'open');
		})
	);
});

test('field work waits for each gate that nobody signed, ready or not', () => {
	const stands = (...states: ('open' | 'ready' | 'signed')[]) =>
		waitedFor(GATES.map((gate, nth) => ({ gate, state: states[nth] ?? 'open' })));
	expect(stands('signed', 'ready', 'open')).toEqual(['data', 'consent']);
	expect(stands('signed', 'signed', 'signed')).toEqual([]);
});
