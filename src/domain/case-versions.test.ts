import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	afterRefusal,
	isChecked,
	isReleased,
	nextStanding,
	readerFault,
	standsStill,
	type Answer,
	type Standing,
	type VersionChecks
} from './case-versions.ts';
import { SENSITIVITIES } from './sensitivity.ts';
import { STATES } from './states.ts';

const HOLDERS = ['citizen', 'professional'] as const;
const yes = (text: string): Answer => ({ says: 'yes', text });
const no = (text: string): Answer => ({ says: 'no', text });

function checks(
	answers: { citizen: Answer | null; professional: Answer | null },
	given: { readers?: string[]; excusedOn?: string | null } = {}
): VersionChecks {
	return {
		readers: (given.readers ?? ['now']).map((text) => ({ person: 'reader', text })),
		voices: [
			{
				holders: [{ person: 'citizen', answer: answers.citizen }],
				excusedOn: given.excusedOn ?? null
			},
			{ holders: [{ person: 'professional', answer: answers.professional }], excusedOn: null }
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

	test('not while one of two who hold a voice said nothing, and not when nobody holds it', () => {
		const held = (holders: { person: string; answer: Answer | null }[]) => ({
			readers: [{ person: 'reader', text: 'now' }],
			voices: [{ holders, excusedOn: null }]
		});
		const both = [
			{ person: 'a', answer: yes('now') },
			{ person: 'b', answer: null }
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
};

const checksOf = ({ readers, answers, excuses }: Version): VersionChecks => ({
	readers: readers.map((text) => ({ person: 'reader', text })),
	voices: HOLDERS.map((person, nth) => ({
		holders: [{ person, answer: answers[nth] ?? null }],
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
			return { ...version, excuses: version.excuses.with(did.voice, text) };
		case 'change': {
			const next = nextStanding(standing, did.wanted, isChecked(checksOf(version), text));
			return typeof next === 'string' ? version : { ...version, standing: next };
		}
	}
}

test('in no order of checks, refusals and edits an unchecked text becomes final or public', () => {
	let released = 0;
	fc.assert(
		fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
			let version: Version = {
				text: 'a',
				standing: { state: 'draft', sensitivity: 'restricted' },
				readers: [],
				answers: [null, null],
				excuses: [null, null]
			};
			for (const did of steps) {
				version = after(version, did);
				if (!isReleased(version.standing)) continue;
				released += 1;
				expect(isChecked(checksOf(version), version.text)).toBe(true);
				expect(standsStill(version.standing.state)).toBe(true);
			}
		}),
		{ numRuns: 500 }
	);
	// It happens at all.
	expect(released).toBeGreaterThan(0);
});
