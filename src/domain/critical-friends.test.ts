import { expect, test } from 'vitest';
import { CHECKLIST, coverage, signFault, type Checked } from './critical-friends.ts';

const all: Checked = Object.fromEntries(CHECKLIST.map((item) => [item, 'partly']));

test('through whose eyes nobody looked is a gap that shows', () => {
	const remarks = [{ perspective: 'citizen' }, { perspective: 'citizen' }] as const;
	expect(coverage(remarks)).toEqual([
		{ perspective: 'citizen', remarks: 2 },
		{ perspective: 'professional', remarks: 0 },
		{ perspective: 'municipality', remarks: 0 }
	]);
});

test('nothing is signed half: the whole list, and one remark at least', () => {
	expect(signFault({ checked: all, remarks: 1 })).toBeNull();
	expect(signFault({ checked: all, remarks: 0 })).toBe('nothing_to_sign');
	for (const item of CHECKLIST) {
		expect(signFault({ checked: { ...all, [item]: undefined }, remarks: 1 })).toBe(
			'checklist_open'
		);
	}
});
