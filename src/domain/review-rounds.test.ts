import { describe, expect, test } from 'vitest';
import {
	answerFaults,
	askFaults,
	daysUntil,
	mayAnswer,
	mayRemind,
	readsAnswers,
	readsFrozen,
	REMIND_EVERY_MS,
	ROUND_KINDS,
	seesRound,
	standingOf,
	type Place
} from './review-rounds.ts';

const TODAY = '2026-11-27';
const then = new Date('2026-11-20T10:00:00Z');
const begun = { kind: 'feedback', plannedFor: null, begunAt: then, closedAt: null } as const;
const planned = { kind: 'mirror', dueOn: null, begunAt: null, closedAt: null } as const;
const nobody: Place = { reads: true, leads: false, made: false, asked: false };

test.each([
	['2026-11-28', 'planned'],
	[TODAY, 'due'],
	['2026-11-26', 'overdue']
] as const)('a mirror for %s is %s', (plannedFor, standing) => {
	expect(standingOf({ ...planned, plannedFor }, TODAY)).toBe(standing);
});

test.each([
	['2026-11-28', 'open'],
	[TODAY, 'open'],
	['2026-11-26', 'late']
] as const)('a round that waits for answers until %s is %s', (dueOn, standing) => {
	expect(standingOf({ ...begun, dueOn }, TODAY)).toBe(standing);
	expect(standingOf({ ...begun, dueOn, closedAt: then }, TODAY)).toBe('closed');
});

test('days are counted on the calendar, also where a clock changes', () => {
	expect(daysUntil('2026-11-27', TODAY)).toBe(0);
	expect(daysUntil('2026-12-04', TODAY)).toBe(7);
	expect(daysUntil('2026-11-25', TODAY)).toBe(-2);
	expect(daysUntil('2026-10-26', '2026-10-24')).toBe(2);
});

describe('who may', () => {
	const involved = [
		{ ...nobody, leads: true },
		{ ...nobody, made: true },
		{ ...nobody, asked: true }
	];

	test('know of feedback: who asks, who is asked and who writes, of the rest everybody who reads', () => {
		for (const place of involved) expect(seesRound('feedback', place)).toBe(true);
		expect(seesRound('feedback', nobody)).toBe(false);
		expect(seesRound('mirror', nobody)).toBe(true);
		expect(seesRound('critical_friend', nobody)).toBe(true);
	});

	test('read what was frozen: nobody else, but of a policy text, which is the same for all', () => {
		for (const place of involved) expect(readsFrozen('mirror', place)).toBe(true);
		expect(readsFrozen('feedback', nobody)).toBe(false);
		expect(readsFrozen('mirror', nobody)).toBe(false);
		expect(readsFrozen('critical_friend', nobody)).toBe(true);
	});

	test('read what others answered: who asks at once, who was asked once it is closed', () => {
		const [leads, made, asked] = involved;
		expect([leads, made, asked].map((place) => readsAnswers(place!, false))).toEqual([
			...[true, true, false]
		]);
		expect(readsAnswers(asked!, true)).toBe(true);
		expect(readsAnswers(nobody, true)).toBe(false);
	});

	test('nothing at all once they may not read the text any more', () => {
		for (const kind of ROUND_KINDS) {
			for (const place of involved) {
				const gone = { ...place, reads: false };
				expect(seesRound(kind, gone) || readsFrozen(kind, gone)).toBe(false);
				expect(readsAnswers(gone, true) || mayAnswer(gone, 'open')).toBe(false);
			}
		}
	});

	test('answer: who was asked, late too, and not once it is closed', () => {
		const asked = { ...nobody, asked: true };
		expect(mayAnswer(asked, 'open') && mayAnswer(asked, 'late')).toBe(true);
		expect(mayAnswer(asked, 'closed')).toBe(false);
		expect(mayAnswer({ ...nobody, leads: true }, 'open')).toBe(false);
	});
});

describe('what is asked', () => {
	const asks = { questions: ['Klopt dit?'], message: '', dueOn: TODAY };

	test('is one question at least and three at most, before a day that is still to come', () => {
		expect(askFaults('feedback', asks, TODAY)).toEqual({});
		expect(askFaults('feedback', { ...asks, questions: [] }, TODAY)).toEqual({
			questions: 'question_required'
		});
		const four = { ...asks, questions: ['a', 'b', 'c', 'd'] };
		expect(askFaults('mirror', four, TODAY)).toEqual({ questions: 'round_questions' });
		expect(askFaults('feedback', { ...asks, dueOn: '2026-11-26' }, TODAY)).toEqual({
			dueOn: 'day_past'
		});
	});

	test('of a policy text is the same each time', () => {
		expect(askFaults('critical_friend', { ...asks, questions: [] }, TODAY)).toEqual({});
	});
});

test('an answer says something, to as many questions as there are', () => {
	expect(answerFaults(['a', 'b'], { answers: ['ja', ''], remarks: '' })).toEqual({});
	expect(answerFaults(['a'], { answers: [''], remarks: 'Mooi' })).toEqual({});
	expect(answerFaults(['a'], { answers: [' '], remarks: ' ' })).toEqual({
		remarks: 'answer_required'
	});
	expect(answerFaults(['a'], { answers: [], remarks: 'x' })).toEqual({ answers: 'invalid' });
});

test('somebody is reminded once a day, and not after they answered', () => {
	const at = (ago: number) => new Date(then.getTime() - ago);
	expect(mayRemind({ answeredAt: null, remindedAt: null }, then)).toBe(true);
	expect(mayRemind({ answeredAt: null, remindedAt: at(REMIND_EVERY_MS - 1) }, then)).toBe(false);
	expect(mayRemind({ answeredAt: null, remindedAt: at(REMIND_EVERY_MS) }, then)).toBe(true);
	expect(mayRemind({ answeredAt: then, remindedAt: null }, then)).toBe(false);
});
