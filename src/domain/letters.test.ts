import { expect, test } from 'vitest';
import { isLetterDue } from './letters.ts';
import type { MailRhythm } from './told.ts';

/** A moment by Dutch clocks; the zone is written out, so that nothing is looked up by what is tested. */
const at = (written: string) => new Date(written);

type Row = [
	what: string,
	rhythm: MailRhythm,
	oldest: string | null,
	mailed: string | null,
	now: string,
	due: boolean
];

const ROWS: Row[] = [
	['nothing is new', 'daily', null, null, '2026-11-27T08:00+01:00', false],
	['never', 'never', '2026-11-20T08:00+01:00', null, '2026-11-27T08:00+01:00', false],

	[
		'at once waits for what comes in between',
		'at_once',
		'2026-11-27T08:00+01:00',
		null,
		'2026-11-27T08:01+01:00',
		false
	],
	[
		'at once is within minutes',
		'at_once',
		'2026-11-27T08:00+01:00',
		null,
		'2026-11-27T08:02+01:00',
		true
	],
	[
		'at once, while a letter just went out',
		'at_once',
		'2026-11-27T08:00+01:00',
		'2026-11-27T07:57+01:00',
		'2026-11-27T08:05+01:00',
		false
	],
	[
		'at once, a while after a letter',
		'at_once',
		'2026-11-27T08:00+01:00',
		'2026-11-27T07:57+01:00',
		'2026-11-27T08:07+01:00',
		true
	],

	[
		'daily, before morning',
		'daily',
		'2026-11-26T16:00+01:00',
		'2026-11-26T07:00+01:00',
		'2026-11-27T06:59+01:00',
		false
	],
	[
		'daily, in the morning',
		'daily',
		'2026-11-26T16:00+01:00',
		'2026-11-26T07:00+01:00',
		'2026-11-27T07:00+01:00',
		true
	],
	[
		'daily, once a morning',
		'daily',
		'2026-11-26T16:00+01:00',
		'2026-11-27T07:00+01:00',
		'2026-11-27T07:01+01:00',
		false
	],
	[
		'daily, what happened after it waits',
		'daily',
		'2026-11-27T07:30+01:00',
		null,
		'2026-11-27T15:00+01:00',
		false
	],
	[
		'daily, when we were away at seven',
		'daily',
		'2026-11-26T16:00+01:00',
		'2026-11-26T07:00+01:00',
		'2026-11-27T12:00+01:00',
		true
	],

	// On 29 March 2026 clocks go from 2:00 to 3:00, on 25 October from 3:00 to 2:00.
	[
		'daily, the morning that comes an hour early',
		'daily',
		'2026-03-28T16:00+01:00',
		'2026-03-28T07:00+01:00',
		'2026-03-29T07:00+02:00',
		true
	],
	[
		'daily, not an hour before it',
		'daily',
		'2026-03-28T16:00+01:00',
		'2026-03-28T07:00+01:00',
		'2026-03-29T06:59+02:00',
		false
	],
	[
		'daily, the morning that comes an hour late',
		'daily',
		'2026-10-24T16:00+02:00',
		'2026-10-24T07:00+02:00',
		'2026-10-25T07:00+01:00',
		true
	],
	[
		'daily, not when it was seven yesterday',
		'daily',
		'2026-10-24T16:00+02:00',
		'2026-10-24T07:00+02:00',
		'2026-10-25T07:00+02:00',
		false
	],

	[
		'weekly, not on Sunday',
		'weekly',
		'2026-11-24T16:00+01:00',
		'2026-11-23T07:00+01:00',
		'2026-11-29T12:00+01:00',
		false
	],
	[
		'weekly, on Monday morning',
		'weekly',
		'2026-11-24T16:00+01:00',
		'2026-11-23T07:00+01:00',
		'2026-11-30T07:00+01:00',
		true
	],
	[
		'weekly, not before seven',
		'weekly',
		'2026-11-24T16:00+01:00',
		'2026-11-23T07:00+01:00',
		'2026-11-30T06:30+01:00',
		false
	],
	[
		'weekly, the Monday after clocks went back',
		'weekly',
		'2026-10-20T16:00+02:00',
		'2026-10-19T07:00+02:00',
		'2026-10-26T07:00+01:00',
		true
	],
	[
		'weekly, not an hour before that',
		'weekly',
		'2026-10-20T16:00+02:00',
		'2026-10-19T07:00+02:00',
		'2026-10-26T06:00+01:00',
		false
	]
];

test.each(ROWS)('%s', (_, rhythm, oldest, mailed, now, due) => {
	const waiting = {
		rhythm,
		oldest: oldest ? at(oldest) : null,
		mailedAt: mailed ? at(mailed) : null
	};
	expect(isLetterDue(waiting, at(now))).toBe(due);
});

test('[once a day] half hour by half hour through a year in which something is always new, a letter goes out at seven and at no other time', () => {
	let mailedAt = new Date('2025-12-31T07:00+01:00');
	const sent: string[] = [];
	const clock = new Intl.DateTimeFormat('sv-SE', {
		timeZone: 'Europe/Amsterdam',
		dateStyle: 'short',
		timeStyle: 'short'
	});
	const step = 30 * 60_000;
	for (
		let now = Date.parse('2026-01-01T00:00Z');
		now < Date.parse('2027-01-01T00:00Z');
		now += step
	) {
		const oldest = new Date(Math.max(now - 30 * 60 * 60_000, mailedAt.getTime()));
		if (!isLetterDue({ rhythm: 'daily', mailedAt, oldest }, new Date(now))) continue;
		mailedAt = new Date(now);
		sent.push(clock.format(mailedAt));
	}
	expect(sent.map((moment) => moment.slice(11))).toEqual(sent.map(() => '07:00'));
	expect(new Set(sent.map((moment) => moment.slice(0, 10))).size).toBe(365);
	expect(sent).toHaveLength(365);
});
