import { describe, expect, test } from 'vitest';
import { aDocument, aPart, neighbour, somebody, toEveryone, toMe } from '#tests/domain/facts.ts';
import { documentLevel, isGuest, partLevel } from './access.ts';
import { DEFAULTS, GUEST_CAP, RESTRICTED_FUNCTIONS } from './defaults.ts';
import type { DocumentFacts, Grant } from './facts.ts';
import { FUNCTIONS, type WerkplaatsFunction } from './functions.ts';
import { KINDS, type Kind } from './kinds.ts';
import { atLeast, LEVELS, type Level } from './levels.ts';
import { STATES, TEXT_CAP, type State } from './states.ts';

/**
 * The table of the product, written out by hand: what a function does by itself in its own werkplaats;
 * what an invitation offers; what it becomes once released; whether a vault opens to a grant by name; and what
 * it does with what groups write for an assignment.
 */
const TABLE: Record<
	WerkplaatsFunction,
	{
		levels: [question: Level, study: Level, case_: Level, assignment: Level];
		vault: 'grant' | 'own' | 'never';
		work: Level;
	}
> = {
	coordinator: {
		levels: ['manage', 'manage', 'manage', 'manage'],
		vault: 'grant',
		work: 'comment'
	},
	lector: { levels: ['manage', 'manage', 'manage', 'manage'], vault: 'grant', work: 'comment' },
	researcher: { levels: ['edit', 'edit', 'edit', 'edit'], vault: 'grant', work: 'none' },
	teacher: { levels: ['comment', 'comment', 'comment', 'edit'], vault: 'never', work: 'manage' },
	student: { levels: ['comment', 'none', 'view', 'view'], vault: 'never', work: 'none' },
	professional: { levels: ['comment', 'suggest', 'suggest', 'view'], vault: 'own', work: 'none' },
	policy_officer: {
		levels: ['comment', 'comment', 'comment', 'none'],
		vault: 'never',
		work: 'none'
	},
	citizen: { levels: ['comment', 'none', 'comment', 'none'], vault: 'never', work: 'none' },
	national: { levels: ['view', 'none', 'none', 'view'], vault: 'never', work: 'none' },
	guest: { levels: ['none', 'none', 'none', 'none'], vault: 'never', work: 'none' }
};

const INVITED: [WerkplaatsFunction, Kind, Level][] = [
	['student', 'study', 'suggest'],
	['citizen', 'study', 'comment'],
	['national', 'study', 'comment'],
	['guest', 'study', 'suggest'],
	['guest', 'case', 'comment']
];

/** Only these rise when a document is final or published, apart from what everybody may read. */
const RELEASED: [WerkplaatsFunction, Kind, Level][] = [['national', 'case', 'view']];

const GUEST_AT_MOST: Record<Kind, Level> = {
	study: 'suggest',
	case: 'comment',
	assignment: 'none',
	question: 'none'
};

const TEXT_AT_MOST: Record<State, Level> = {
	draft: 'owner',
	in_review: 'owner',
	final: 'comment',
	published: 'view',
	archived: 'view'
};

function byHand(as: WerkplaatsFunction, kind: Kind): Level {
	return TABLE[as].levels[KINDS.indexOf(kind)] ?? 'none';
}

/** Every cell in which the policy differs from the table above, as sentences; none when all is well. */
function deviations(): string[] {
	const found: string[] = [];
	const expectLevel = (actual: Level | undefined, wanted: Level | undefined, what: string) => {
		if (actual !== wanted) found.push(`${what}: ${actual} instead of ${wanted}`);
	};
	for (const as of FUNCTIONS) {
		for (const kind of KINDS) {
			for (const state of STATES) {
				const document = aDocument({ kind, state, sensitivity: 'werkplaats' });
				const wanted = ownLevel(as, kind, state);
				expectLevel(documentLevel(somebody(as), document), wanted, `${as}, ${state} ${kind}`);
			}
			const invited = INVITED.find(([f, k]) => f === as && k === kind)?.[2];
			expectLevel(DEFAULTS[as][kind].invited, invited, `${as}, invited to a ${kind}`);
			const restricted = aDocument({ kind, sensitivity: 'restricted' });
			const reaches = as === 'coordinator' || as === 'lector';
			const wanted = reaches ? byHand(as, kind) : 'none';
			expectLevel(documentLevel(somebody(as), restricted), wanted, `${as}, restricted ${kind}`);
		}
		expectLevel(DEFAULTS[as].work, TABLE[as].work, `${as}, with what groups write`);
		for (const level of ['edit', 'owner'] as const) {
			const vault = aDocument({ kind: 'case', sensitivity: 'vault', grants: [toMe(level)] });
			expectLevel(
				documentLevel(somebody(as), vault),
				inVault(as, level),
				`${as}, vault (${level})`
			);
		}
	}
	for (const kind of KINDS) {
		const given = aDocument({ kind, grants: [toMe('owner')] });
		expectLevel(documentLevel(somebody('guest'), given), GUEST_AT_MOST[kind], `guest, own ${kind}`);
	}
	for (const state of STATES) {
		const text = aPart(aDocument({ state, grants: [toMe('owner')] }));
		expectLevel(partLevel(somebody('lector'), text), TEXT_AT_MOST[state], `text, ${state}`);
	}
	return found;
}

function ownLevel(as: WerkplaatsFunction, kind: Kind, state: State): Level {
	const own = byHand(as, kind);
	const released = state === 'final' || state === 'published';
	const risen = RELEASED.find(([f, k]) => released && f === as && k === kind)?.[2];
	const level = risen && !atLeast(own, risen) ? risen : own;
	// What is published is read in every werkplaats, but guests keep to what they were given.
	return state === 'published' && as !== 'guest' && level === 'none' ? 'view' : level;
}

function inVault(as: WerkplaatsFunction, level: Level): Level {
	if (TABLE[as].vault === 'grant') return level;
	return TABLE[as].vault === 'own' && level === 'owner' ? 'owner' : 'none';
}

test('every function has the levels of the table, per kind, state and sensitivity', () => {
	expect(deviations()).toEqual([]);
});

describe('a saboteur who changes one cell is caught', () => {
	/** Puts another value there, expects the table to be broken, and puts it back. */
	function sabotage<T extends object, K extends keyof T>(target: T, key: K, value: T[K]): void {
		const before = target[key];
		target[key] = value;
		try {
			expect(deviations(), JSON.stringify(value)).not.toEqual([]);
		} finally {
			target[key] = before;
		}
	}
	const others = <T>(all: readonly T[], one: T | undefined): T[] =>
		all.filter((each) => each !== one);
	const cells = FUNCTIONS.flatMap((as) => KINDS.map((kind) => ({ as, kind })));
	// A guest may do nothing with an assignment: its cap hides what the table would give.
	const seen = cells.filter(({ as, kind }) => as !== 'guest' || GUEST_AT_MOST[kind] !== 'none');

	test.each(seen)('the level of a $as with a $kind', ({ as, kind }) => {
		const cell = DEFAULTS[as][kind];
		for (const level of others(LEVELS, cell.level))
			sabotage(DEFAULTS[as], kind, { ...cell, level });
	});

	test.each(cells)('what a $as is offered of a $kind', ({ as, kind }) => {
		const { invited, ...cell } = DEFAULTS[as][kind];
		if (invited) sabotage(DEFAULTS[as], kind, cell);
		for (const other of others(LEVELS, invited)) {
			sabotage(DEFAULTS[as], kind, { ...cell, invited: other });
		}
	});

	test.each(seen)('what a $kind becomes for a $as once released', ({ as, kind }) => {
		const { released, ...cell } = DEFAULTS[as][kind];
		if (released) sabotage(DEFAULTS[as], kind, cell);
		for (const other of others(LEVELS, released)) {
			const rises = released ?? !atLeast(cell.level, other);
			if (rises) sabotage(DEFAULTS[as], kind, { ...cell, released: other });
		}
	});

	test.each(FUNCTIONS)('whether a vault opens to a %s', (as) => {
		for (const rule of others(['grant', 'own', 'never'] as const, DEFAULTS[as].vault)) {
			sabotage(DEFAULTS[as], 'vault', rule);
		}
	});

	test.each(FUNCTIONS)('what a %s does with what groups write', (as) => {
		for (const level of others(LEVELS, DEFAULTS[as].work)) sabotage(DEFAULTS[as], 'work', level);
	});

	test.each(KINDS)('the most that a guest may do with a %s', (kind) => {
		for (const level of others(LEVELS, GUEST_CAP[kind])) sabotage(GUEST_CAP, kind, level);
	});

	test.each(STATES)('the most that may be done with the text of a document that is %s', (state) => {
		for (const level of others(LEVELS, TEXT_CAP[state])) sabotage(TEXT_CAP, state, level);
	});

	test.each(others(FUNCTIONS, 'guest'))('whether a %s reaches what is restricted', (as) => {
		const list = RESTRICTED_FUNCTIONS as WerkplaatsFunction[];
		const index = list.includes(as) ? list.indexOf(as) : list.length;
		const [taken] = list.splice(index, 1);
		if (!taken) list.push(as);
		try {
			expect(deviations()).not.toEqual([]);
		} finally {
			list.splice(index, taken ? 0 : 1, ...(taken ? [taken] : []));
		}
	});
});

describe('reach', () => {
	const everybody = FUNCTIONS.filter((as) => as !== 'guest' && as !== 'national');
	const level = (as: WerkplaatsFunction, given: Partial<DocumentFacts>) =>
		documentLevel(neighbour(as), aDocument(given));

	test.each(everybody)('a %s elsewhere sees nothing of a draft in its werkplaats', (as) => {
		for (const kind of KINDS) expect(level(as, { kind })).toBe('none');
	});

	test.each(everybody)('a %s elsewhere reads what is open or published', (as) => {
		for (const kind of KINDS) {
			expect(level(as, { kind, sensitivity: 'open' })).toBe('view');
			expect(level(as, { kind, state: 'published' })).toBe('view');
		}
	});

	test('a restricted document or a vault is not read elsewhere, published or not', () => {
		for (const sensitivity of ['restricted', 'vault'] as const) {
			expect(level('coordinator', { sensitivity, state: 'published' })).toBe('none');
		}
	});

	test('guests, and people without a membership, read only what they were given', () => {
		for (const actor of [somebody('guest'), somebody()]) {
			expect(isGuest(actor)).toBe(true);
			expect(documentLevel(actor, aDocument({ sensitivity: 'open' }))).toBe('none');
			expect(documentLevel(actor, aDocument({ state: 'published' }))).toBe('none');
			expect(documentLevel(actor, aDocument({ grants: [toMe('manage')] }))).toBe('suggest');
			expect(documentLevel(actor, aDocument({ grants: [toEveryone('manage')] }))).toBe('none');
		}
	});

	test('who is a member somewhere is not held to a guest’s cap', () => {
		const both = {
			...somebody('guest'),
			memberships: [...somebody('guest').memberships, ...neighbour('student').memberships]
		};
		expect(documentLevel(both, aDocument({ grants: [toMe('edit')] }))).toBe('edit');
	});
});

describe('grants', () => {
	test('the highest of function, grants and policies counts', () => {
		const grants = [toMe('comment'), toEveryone('edit'), toEveryone('manage', 'teacher')];
		expect(documentLevel(somebody('student'), aDocument({ grants }))).toBe('edit');
		expect(documentLevel(somebody('student', 'teacher'), aDocument({ grants }))).toBe('manage');
		expect(documentLevel(somebody('lector'), aDocument({ grants: [toMe('view')] }))).toBe('manage');
	});

	test('to another person, werkplaats or function they give nothing', () => {
		const other = { principal: { type: 'person', person: 'you' }, level: 'owner' } as const;
		const grants = [other, toEveryone('owner', 'teacher')];
		expect(documentLevel(somebody('student'), aDocument({ grants }))).toBe('none');
		expect(documentLevel(neighbour('teacher'), aDocument({ grants }))).toBe('none');
	});

	test('reach what is restricted', () => {
		const grants = [toEveryone('comment', 'citizen')];
		const document = aDocument({ sensitivity: 'restricted', grants });
		expect(documentLevel(somebody('citizen'), document)).toBe('comment');
	});

	test('to a group do not open a vault; nor does a function or a policy', () => {
		const grants = [toEveryone('manage'), toEveryone('manage', 'lector')];
		const policies = [{ theme: null, function: 'lector', level: 'manage' } as const];
		const vault = aDocument({ kind: 'case', sensitivity: 'vault', grants, policies });
		expect(documentLevel(somebody('lector', 'coordinator'), vault)).toBe('none');
		expect(partLevel(somebody('lector'), aPart(vault, { grants }))).toBe('none');
	});

	test('on a voice in a vault count for a professional who owns it, and for no other', () => {
		const voice = (owner: Grant[]) =>
			aPart(aDocument({ kind: 'case', sensitivity: 'vault', grants: owner }), {
				perspective: 'professional',
				grants: [toMe('edit')]
			});
		expect(partLevel(somebody('professional'), voice([toMe('owner')]))).toBe('edit');
		for (const grants of [[], [toMe('manage')], [toEveryone('owner')]]) {
			expect(partLevel(somebody('professional'), voice(grants))).toBe('none');
		}
		expect(partLevel(somebody('citizen'), voice([toMe('owner')]))).toBe('none');
	});

	test('on a part make its document findable, and no more than that', () => {
		const document = aDocument({ sensitivity: 'restricted', partGrants: [toMe('edit')] });
		expect(documentLevel(somebody('citizen'), document)).toBe('view');
		expect(partLevel(somebody('citizen'), aPart(document, { grants: [toMe('edit')] }))).toBe(
			'edit'
		);
		expect(partLevel(somebody('citizen'), aPart(document))).toBe('none');
	});
});

describe('policies of a coordinator', () => {
	const themes = ['loneliness', 'debt'];
	const study = (...policies: DocumentFacts['policies']) => aDocument({ themes, policies });
	const as = 'teacher';

	test('replace the default, up and down', () => {
		const up = study({ theme: null, function: as, level: 'edit' });
		expect(documentLevel(somebody(as), up)).toBe('edit');
		const down = study({ theme: null, function: as, level: 'none' });
		expect(documentLevel(somebody(as), down)).toBe('none');
		expect(documentLevel(somebody('lector'), down)).toBe('manage');
	});

	test('for a theme go before those for the werkplaats; of several themes the highest counts', () => {
		const whole = { theme: null, function: as, level: 'manage' } as const;
		const low = { theme: 'debt', function: as, level: 'view' } as const;
		const high = { theme: 'loneliness', function: as, level: 'suggest' } as const;
		const foreign = { theme: 'work', function: as, level: 'owner' } as const;
		expect(documentLevel(somebody(as), study(whole, low))).toBe('view');
		expect(documentLevel(somebody(as), study(whole, low, high))).toBe('suggest');
		expect(documentLevel(somebody(as), study(whole, foreign))).toBe('manage');
	});

	test('give a guest no more than a guest may', () => {
		const policies = [{ theme: null, function: 'guest', level: 'manage' } as const];
		expect(documentLevel(somebody('guest'), aDocument({ policies }))).toBe('suggest');
	});
});

describe('text', () => {
	test('of a voice is written only by who holds it', () => {
		const document = aDocument({ kind: 'case', grants: [toMe('owner')] });
		const voice = aPart(document, { perspective: 'citizen' });
		expect(partLevel(somebody('lector'), voice)).toBe('suggest');
		const held = aPart(aDocument({ kind: 'case' }), {
			perspective: 'citizen',
			grants: [toMe('edit')]
		});
		expect(partLevel(somebody('citizen'), held)).toBe('edit');
	});

	test('stays still in a state where people do not write, for its owner too', () => {
		const final = aDocument({ state: 'final', grants: [toMe('owner')] });
		expect(partLevel(somebody('lector'), aPart(final))).toBe('comment');
		expect(documentLevel(somebody('lector'), final)).toBe('owner');
	});

	test('in the bin is at most read', () => {
		const binned = aPart(aDocument({ deleted: true, grants: [toMe('owner')] }));
		expect(partLevel(somebody('lector'), binned)).toBe('view');
	});
});
