import { expect, test } from 'vitest';
import { pickPart } from './parts.ts';

const voice = { id: 'voice', kind: 'voice', perspective: 'citizen' } as const;
const text = { id: 'text', kind: 'text', perspective: null } as const;
const cycle = { id: 'cycle', kind: 'cycle', perspective: null } as const;

test('an address shows the part that it names', () => {
	expect(pickPart([voice, text, cycle], 'cycle')).toBe(cycle);
	expect(pickPart([voice, text, cycle], 'voice')).toBe(voice);
});

test('without a name, or with one that is not among what somebody may read, the first shared part is shown', () => {
	for (const asked of [null, '', 'elsewhere'])
		expect(pickPart([voice, text, cycle], asked)).toBe(text);
	expect(pickPart([voice], 'text')).toBe(voice);
	expect(pickPart([], 'text')).toBeUndefined();
});
