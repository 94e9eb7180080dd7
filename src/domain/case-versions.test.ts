import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	afterRefusal,
	isChecked,
	isOutOfReach,
	isReleased,
	nextStanding,
	readerFault,
	standingRefusal,
	standsStill,
	type Answer,
	type EarlierAnswer,
	type Standing,
	type VersionChecks,
	type VersionPurpose
} from './case-versions.ts';
import { SENSITIVITIES } from './sensitivity.ts';
import { STATES } from './states.ts';

const HOLDERS = ['citizen', 'professional'] as const;
const yes = (text: string): Answer => ({ says: 'yes', text });
const no = (text: string): Answer => ({ says: 'no', text });

function checks(
	answers: { citizen: Answer | null; professional: Answer | null },
	given: { readers?: string[]; excusedOn?: string | null; isReachable?: boolean } = {}
): VersionChecks {
	return {
		readers: (given.readers ?? ['now']).map((text) => ({ person: 'reader', text })),
		voices: [
			{
				holders: [
					{ person: 'citizen', answer: answers.citizen, isReachable: given.isReachable ?? false }
				],
				excusedOn: given.excusedOn ?? null
			},
			{
				holders: [{ person: 'professional', answer: answers.professional, isReachable: true }],
				excusedOn: null
			}
		]
	};
}

describe('a version is checked', () => {
	const agreed = { citizen: yes('now'), professional: yes('now') };

	test('when a second person read this text and each voice agreed on it', () => {
		expect(isChecked(checks(agreed), 'now')).toBe(true);
	});

	test('not on an earlier text, whoever gave which check', () => {
		expect(isChecked(checks(agreed), 'later')).toBe(false);
		expect(isChecked(checks(agreed, { readers: ['before'] }), 'now')).toBe(false);
		expect(isChecked(checks({ ...agreed, citizen: yes('before') }), 'now')).toBe(false);
		const excused = { excusedOn: 'before' };
		expect(isChecked(checks({ ...agreed, citizen: null }, excused), 'now')).toBe(false);
	});

	test('when a voice can’t be reached and it says why; never when somebody refused', () => {
		const excused = { excusedOn: 'now' };
		expect(isChecked(checks({ ...agreed, citizen: null }, excused), 'now')).toBe(true);
		expect(isChecked(checks({ ...agreed, citizen: no('now') }, excused), 'now')).toBe(false);
		expect(isChecked(checks({ ...agreed, citizen: no('before') }, excused), 'now')).toBe(false);
	});

	test('not by a reason why somebody can’t be reached, when one of the voice can be', () => {
		const reached = { excusedOn: 'now', isReachable: true };
		expect(isChecked(checks({ ...agreed, citizen: null }, reached), 'now')).toBe(false);
		expect(isChecked(checks(agreed, reached), 'now')).toBe(true);
		const gone = { isReachable: false };
		expect(isOutOfReach({ holders: [] })).toBe(true);
		expect(isOutOfReach({ holders: [gone, gone] })).toBe(true);
		expect(isOutOfReach({ holders: [gone, { isReachable: true }] })).toBe(false);
	});

	test('not while one of two who hold a voice said nothing, and not when nobody holds it', () => {
		const held = (holders: VersionChecks['voices'][number]['holders']) => ({
			readers: [{ person: 'reader', text: 'now' }],
			voices: [{ holders, excusedOn: null }]
		});
		const both = [
			{ person: 'a', answer: yes('now'), isReachable: true },
			{ person: 'b', answer: null, isReachable: true }
		];
		expect(isChecked(held(both), 'now')).toBe(false);
		expect(isChecked(held([]), 'now')).toBe(false);
	});
});

test('who made a version, wrote in it or tells in it does not read it along', () => {
	const of = {
		...checks({ citizen: null, professional: null }),
		maker: 'maker',
		writers: ['writer']
	};
	expect(readerFault('maker', of)).toBe('version_reader_made');
	expect(readerFault('writer', of)).toBe('version_reader_wrote');
	expect(readerFault('citizen', of)).toBe('version_reader_tells');
	expect(readerFault('somebody', of)).toBeNull();
});

test('a refusal goes along until who refused says yes to the same readers', () => {
	const said = (says: 'yes' | 'no', purpose: VersionPurpose, day: number): EarlierAnswer => ({
		...{ says, purpose, text: 'before' },
		at: new Date(2026, 0, day)
	});
	expect(standingRefusal([], 'public')).toBeNull();
	expect(standingRefusal([said('yes', 'public', 1)], 'public')).toBeNull();
	const refused = said('no', 'teaching', 2);
	expect(standingRefusal([said('yes', 'public', 1), refused], 'public')).toBe(refused);
	expect(standingRefusal([said('yes', 'public', 3), refused], 'public')).toBeNull();
	expect(standingRefusal([said('yes', 'teaching', 3), refused], 'public')).toBe(refused);
	const again = said('no', 'public', 4);
	expect(standingRefusal([again, said('yes', 'public', 3), refused], 'public')).toBe(again);
});

test('who reads a version is widened only once its text stands still, and not in one go with that', () => {
	const writing = { state: 'in_review', sensitivity: 'restricted' } as const;
	expect(nextStanding(writing, { state: 'final', sensitivity: 'open' }, true)).toBe(
		'version_not_final'
	);
	const done = { ...writing, state: 'final' } as const;
	expect(nextStanding(writing, { state: 'final' }, true)).toEqual(done);
	expect(nextStanding(done, { sensitivity: 'open' }, false)).toBe('version_unchecked');
	expect(nextStanding(done, { sensitivity: 'open' }, true)).toEqual({
		...done,
		sensitivity: 'open'
	});
});

test('a vault is left only on a text that is checked and stands still', () => {
	const shut = { state: 'draft', sensitivity: 'vault' } as const;
	expect(nextStanding(shut, { sensitivity: 'restricted' }, true)).toBe('version_not_final');
	const final = { ...shut, state: 'final' } as const;
	expect(nextStanding(final, { sensitivity: 'restricted' }, false)).toBe('version_unchecked');
	const back = { state: 'in_review', sensitivity: 'restricted' } as const;
	expect(nextStanding(final, back, true)).toBe('version_not_final');
	expect(nextStanding(final, { sensitivity: 'restricted' }, true)).toEqual({
		...final,
		sensitivity: 'restricted'
	});
});

test('taken up again, a version that everybody read is read by who works on it', () => {
	const open = { state: 'published', sensitivity: 'open' } as const;
	expect(nextStanding(open, { state: 'final' }, true)).toEqual({ ...open, state: 'final' });
	const final = { ...open, state: 'final' } as const;
	const again = { state: 'in_review', sensitivity: 'restricted' };
	expect(nextStanding(final, { state: 'in_review' }, true)).toEqual(again);
	expect(nextStanding(final, { state: 'archived' }, false)).toEqual({
		state: 'archived',
		sensitivity: 'restricted'
	});
	expect(nextStanding({ ...final, sensitivity: 'vault' }, { state: 'in_review' }, true)).toEqual({
		state: 'in_review',
		sensitivity: 'vault'
	});
});

/** Everything that people can do to a version, in any order. */
const step = fc.oneof(
	fc.record({ does: fc.constant('write' as const), text: fc.constantFrom('a', 'b', 'c') }),
	fc.record({ does: fc.constant('read' as const) }),
	fc.record({
		does: fc.constant('answer' as const),
		by: fc.nat(1),
		says: fc.constantFrom('yes' as const, 'no' as const)
	}),
	fc.record({ does: fc.constant('excuse' as const), voice: fc.nat(1) }),
	fc.record({ does: fc.constant('reach' as const), by: fc.nat(1), can: fc.boolean() }),
	fc.record({
		does: fc.constant('change' as const),
		wanted: fc.record(
			{ state: fc.constantFrom(...STATES), sensitivity: fc.constantFrom(...SENSITIVITIES) },
			{ requiredKeys: [] }
		)
	})
);
type Step = typeof step extends fc.Arbitrary<infer Made> ? Made : never;

type Version = {
	text: string;
	standing: Standing;
	readers: string[];
	answers: (Answer | null)[];
	excuses: (string | null)[];
	reached: boolean[];
};

const checksOf = ({ readers, answers, excuses, reached }: Version): VersionChecks => ({
	readers: readers.map((text) => ({ person: 'reader', text })),
	voices: HOLDERS.map((person, nth) => ({
		holders: [{ person, answer: answers[nth] ?? null, isReachable: reached[nth] ?? false }],
		excusedOn: excuses[nth] ?? null
	}))
});

function after(version: Version, did: Step): Version {
	const { text, standing } = version;
	switch (did.does) {
		case 'write':
			return standsStill(standing.state) ? version : { ...version, text: did.text };
		case 'read':
			return { ...version, readers: [text] };
		case 'answer': {
			const answers = version.answers.with(did.by, { says: did.says, text });
			const refused = did.says === 'no' ? afterRefusal(standing) : standing;
			return { ...version, answers, standing: refused };
		}
		case 'excuse':
			// A reason is refused for who can be reached.
			return version.reached[did.voice]
				? version
				: { ...version, excuses: version.excuses.with(did.voice, text) };
		case 'reach':
			// Who comes within reach of a released version takes nothing back by that.
			return isReleased(standing)
				? version
				: { ...version, reached: version.reached.with(did.by, did.can) };
		case 'change': {
			const next = nextStanding(standing, did.wanted, isChecked(checksOf(version), text));
			return typeof next === 'string' ? version : { ...version, standing: next };
		}
	}
}

/** What people do to a version that is released in the end. */
const RELEASING: Step[] = [
	{ does: 'read' },
	{ does: 'answer', by: 0, says: 'yes' },
	{ does: 'answer', by: 1, says: 'yes' },
	{ does: 'change', wanted: { state: 'final' } },
	{ does: 'change', wanted: { sensitivity: 'open' } }
];

test('in no order of checks, refusals and edits an unchecked text becomes final or public', () => {
	let released = 0;
	fc.assert(
		fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
			let version: Version = {
				text: 'a',
				standing: { state: 'draft', sensitivity: 'restricted' },
				readers: [],
				answers: [null, null],
				excuses: [null, null],
				reached: [true, true]
			};
			for (const did of steps) {
				const before = version.standing;
				version = after(version, did);
				const { sensitivity } = version.standing;
				const isWide = sensitivity === 'open' || sensitivity === 'werkplaats';
				if (isWide && before.sensitivity !== sensitivity) {
					expect(standsStill(before.state)).toBe(true);
				}
				if (before.sensitivity === 'vault' && sensitivity !== 'vault') {
					expect(standsStill(before.state)).toBe(true);
					expect(isChecked(checksOf(version), version.text)).toBe(true);
				}
				if (!isReleased(version.standing)) continue;
				released += 1;
				expect(isChecked(checksOf(version), version.text)).toBe(true);
				expect(standsStill(version.standing.state)).toBe(true);
			}
		}),
		{ numRuns: 500, examples: [[RELEASING]] }
	);
	// It happens at all.
	expect(released).toBeGreaterThan(0);
});
