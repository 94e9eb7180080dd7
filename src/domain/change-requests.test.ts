import { expect, test } from 'vitest';
import { mayLog, requestFaults } from './change-requests.ts';

const TODAY = '2026-11-27';
const words = { who: 'W. Bos', organisation: 'Gemeente', what: 'Minder hard', askedOn: TODAY };

test('who comments logs what concerns them; of others only who manages', () => {
	const comments = { comments: true, manages: false };
	expect(mayLog('i_asked', comments) && mayLog('asked_me', comments)).toBe(true);
	expect(mayLog('asked_others', comments)).toBe(false);
	expect(mayLog('asked_others', { comments: true, manages: true })).toBe(true);
	expect(mayLog('i_asked', { comments: false, manages: false })).toBe(false);
});

test('a request says who, for whom and what, on a day that was', () => {
	expect(requestFaults(words, TODAY)).toEqual({});
	for (const field of ['who', 'organisation', 'what']) {
		expect(requestFaults({ ...words, [field]: '' }, TODAY)).toEqual({ [field]: 'required' });
	}
	expect(requestFaults({ ...words, askedOn: '2026-11-28' }, TODAY)).toEqual({
		askedOn: 'day_to_come'
	});
});
