import { describe, expect, test } from 'vitest';
import { aDocument, aPart, HERE, neighbour, somebody, toMe } from '#tests/domain/facts.ts';
import {
	CLOSING_ACTIONS,
	DOCUMENT_ACTIONS,
	PART_ACTIONS,
	REVIEW_ACTIONS,
	STUDY_ACTIONS,
	WERKPLAATS_ACTIONS,
	type Action,
	type PartAction
} from './actions.ts';
import { NotAllowed, NotFound } from './errors.ts';
import type { Actor, DocumentFacts, PartFacts } from './facts.ts';
import { FUNCTIONS, type WerkplaatsFunction } from './functions.ts';
import { KINDS, type Kind } from './kinds.ts';
import { LEVELS, type Level } from './levels.ts';
import { authorize, can, documentAbilities, type Subject } from './policy.ts';
import { STATES } from './states.ts';

/** What each level adds to the ones below it, written out by hand. */
const DOCUMENT: Record<Level, string[]> = {
	none: [],
	view: ['view', 'export'],
	comment: ['comment', 'say_change', 'log_request'],
	suggest: ['suggest'],
	edit: [
		...['rename', 'label', 'relate', 'describe_case'],
		...['run_cycles', 'tick_gates', 'keep_sources', 'keep_evidence'],
		...['plan_mirror', 'keep_policy', 'answer_request']
	],
	manage: [
		...['change_state', 'change_sensitivity', 'share', 'delete', 'arrange_voices', 'reveal'],
		...['take_over', 'explain_silence']
	],
	owner: []
};
const PART: Record<Level, string[]> = {
	none: [],
	view: ['read'],
	comment: ['comment_part'],
	suggest: ['suggest_part'],
	edit: ['write', 'see_history'],
	manage: [],
	owner: []
};
const IN_THE_BIN: Record<Level, string[]> = {
	...{ none: [], view: [], comment: [], suggest: [], edit: [] },
	manage: ['view', 'restore'],
	owner: ['destroy']
};
const EVERYTHING = [
	...Object.keys(DOCUMENT_ACTIONS),
	...Object.keys(PART_ACTIONS),
	...WERKPLAATS_ACTIONS,
	'administer'
] as Action[];

function upTo(level: Level, added: Record<Level, string[]>): string[] {
	return LEVELS.slice(0, LEVELS.indexOf(level) + 1).flatMap((each) => added[each]);
}

/** Everything that the actor may do with the subject. */
function allowed(actor: Actor, subject: Subject): string[] {
	return EVERYTHING.filter((action) => can(actor, action, subject)).sort();
}

// A student does nothing with a study by itself: only the grant counts.
const me = somebody('student');
const document = (level: Level, given = {}): Subject => ({
	type: 'document',
	document: aDocument({ grants: [toMe(level)], ...given })
});

describe.each(LEVELS)('with level %s', (level) => {
	test('a document allows exactly its actions', () => {
		expect(allowed(me, document(level))).toEqual(upTo(level, DOCUMENT).sort());
	});

	test('a document in the bin can be seen, put back or destroyed, from manage on', () => {
		expect(allowed(me, document(level, { deleted: true }))).toEqual(upTo(level, IN_THE_BIN).sort());
	});

	test('a text allows exactly its actions', () => {
		const part = aPart(aDocument(), { grants: [toMe(level)] });
		expect(allowed(me, { type: 'part', part })).toEqual(upTo(level, PART).sort());
	});

	test('a text in the bin allows nothing', () => {
		const part = aPart(aDocument({ deleted: true }), { grants: [toMe(level)] });
		expect(allowed(me, { type: 'part', part })).toEqual([]);
	});

	test('the abilities that travel with a document say the same as the policy', () => {
		const subject = aDocument({ grants: [toMe(level)] });
		const { level: found, ...abilities } = documentAbilities(me, subject);
		expect(found).toBe(level);
		for (const [action, able] of Object.entries(abilities)) {
			expect(able, action).toBe(can(me, action as Action, { type: 'document', document: subject }));
		}
	});
});

describe('what stands around the text of a study', () => {
	const around = ['run_cycles', 'tick_gates', 'keep_sources', 'keep_evidence', 'plan_mirror'];
	const done = (actor: Actor, given: Partial<DocumentFacts>) =>
		STUDY_ACTIONS.filter((action) =>
			can(actor, action, { type: 'document', document: aDocument(given) })
		);

	test('is kept by who writes the study, in the states in which it is written', () => {
		const grants = [toMe('edit')];
		for (const state of ['draft', 'in_review'] as const) {
			expect(done(me, { state, grants }).sort()).toEqual([...around].sort());
			expect(done(me, { state, grants: [toMe('suggest')] })).toEqual([]);
		}
		for (const state of ['final', 'published', 'archived'] as const) {
			expect(done(me, { state, grants: [toMe('owner')] })).toEqual([]);
			expect(done(somebody('lector'), { state })).toEqual([]);
		}
	});

	test.each(KINDS.filter((kind) => kind !== 'study'))('does not exist for a %s', (kind) => {
		expect(done(somebody('lector'), { kind, grants: [toMe('owner')] })).toEqual([]);
	});

	test.each(FUNCTIONS)('is signed by a lector of the werkplaats alone: a %s', (as) => {
		const signs = (actor: Actor) => done(actor, { grants: [toMe('owner')] }).includes('sign_gate');
		expect(signs(somebody(as))).toBe(as === 'lector');
		expect(signs(neighbour(as))).toBe(false);
		expect(signs({ ...somebody(as), administrator: true })).toBe(as === 'lector');
	});

	test('is not signed by a lector who may not write in it', () => {
		const policies = [{ theme: null, function: 'lector', level: 'comment' } as const];
		expect(done(somebody('lector'), { policies })).toEqual([]);
		expect(done(somebody('lector'), { sensitivity: 'vault' })).toEqual([]);
		expect(done(somebody('lector'), {})).toContain('sign_gate');
	});
});

describe('what is asked of a study, and a policy text beside it', () => {
	const asked = (level: Level, given: Partial<DocumentFacts>) =>
		REVIEW_ACTIONS.filter((action) =>
			can(me, action, {
				type: 'document',
				document: aDocument({ grants: [toMe(level)], ...given })
			})
		);

	test.each(STATES)(
		'is written down by who comments, answered by who writes, also when it is %s',
		(state) => {
			expect(asked('view', { state })).toEqual([]);
			expect(asked('comment', { state })).toEqual(['log_request']);
			expect(asked('suggest', { state })).toEqual(['log_request']);
			expect(asked('edit', { state }).sort()).toEqual([...REVIEW_ACTIONS].sort());
		}
	);

	test.each(KINDS.filter((kind) => kind !== 'study'))('does not exist for a %s', (kind) => {
		expect(asked('owner', { kind })).toEqual([]);
	});

	test.each(STATES)(
		'a policy text is read by who reads the study, and written by nobody: %s',
		(state) => {
			for (const level of LEVELS) {
				const document = aDocument({ state, grants: [toMe(level)] });
				const part = aPart(document, { kind: 'policy' });
				const may = (action: PartAction) => can(me, action, { type: 'part', part });
				expect(may('read')).toBe(can(me, 'view', { type: 'document', document }));
				expect(may('write') || may('suggest_part') || may('see_history')).toBe(false);
			}
			const owned = aPart(aDocument({ state }), { kind: 'policy', grants: [toMe('owner')] });
			expect(can(me, 'write', { type: 'part', part: owned })).toBe(false);
			expect(can(somebody('lector'), 'write', { type: 'part', part: owned })).toBe(false);
		}
	);
});

describe('a case, and a version of one', () => {
	const able = (actor: Actor, given: Partial<DocumentFacts>, actions: Action[]) =>
		actions.filter((action) =>
			can(actor, action, { type: 'document', document: aDocument({ kind: 'case', ...given }) })
		);
	const story: Action[] = ['arrange_voices', 'reveal', 'describe_case', 'make_version'];
	const checks: Action[] = ['check_version', 'arrange_version'];

	test('of a case versions are made by who manages it, unless it is blind', () => {
		expect(able(somebody('lector'), {}, [...story, ...checks])).toEqual(story);
		expect(able(somebody('lector'), { blind: true }, ['make_version'])).toEqual([]);
		expect(able(somebody('researcher'), {}, ['make_version'])).toEqual([]);
		expect(able(somebody('lector'), { kind: 'study' }, ['make_version'])).toEqual([]);
	});

	test('a version is checked by who may comment on it, and is no story to arrange', () => {
		for (const version of ['teaching', 'public'] as const) {
			const given = { version, sensitivity: 'restricted' } as const;
			expect(able(somebody('lector'), given, [...story, ...checks])).toEqual(checks);
			const asked = { ...given, grants: [toMe('comment')] };
			expect(able(somebody('citizen'), asked, checks)).toEqual(['check_version']);
			expect(able(somebody('citizen'), { ...given, grants: [toMe('view')] }, checks)).toEqual([]);
		}
	});

	test('the title of a version stands still with its text', () => {
		const rename = (given: Partial<DocumentFacts>) => able(somebody('lector'), given, ['rename']);
		for (const state of ['draft', 'in_review'] as const) {
			expect(rename({ state, version: 'teaching' })).toEqual(['rename']);
		}
		for (const state of ['final', 'published', 'archived'] as const) {
			expect(rename({ state, version: 'teaching' })).toEqual([]);
			expect(rename({ state })).toEqual(['rename']);
		}
	});
});

describe('to be done another way elsewhere', () => {
	const takes = (actor: Actor, given: Partial<DocumentFacts>) =>
		can(actor, 'take_over', { type: 'document', document: aDocument(given) });

	test('what every werkplaats reads is taken by who reads it', () => {
		for (const kind of ['assignment', 'study', 'case'] as const) {
			expect(takes(neighbour('teacher'), { kind, sensitivity: 'open' })).toBe(true);
			expect(takes(neighbour('teacher'), { kind, state: 'published' })).toBe(true);
			expect(takes(somebody('guest'), { kind, sensitivity: 'open' })).toBe(false);
		}
	});

	test('what is read in one werkplaats goes out by who could share it', () => {
		const assignment = { kind: 'assignment' } as const;
		expect(takes(somebody('coordinator'), assignment)).toBe(true);
		expect(takes(somebody('teacher'), assignment)).toBe(false);
		expect(takes(neighbour('teacher'), assignment)).toBe(false);
		expect(takes(neighbour('teacher'), { ...assignment, grants: [toMe('edit')] })).toBe(false);
	});

	test('what is restricted, in a vault or in the bin, a question and a version never go', () => {
		const owner = { grants: [toMe('owner')] };
		for (const sensitivity of ['restricted', 'vault'] as const) {
			for (const state of ['draft', 'published'] as const) {
				expect(takes(somebody('coordinator'), { ...owner, sensitivity, state })).toBe(false);
			}
		}
		const open = { ...owner, sensitivity: 'open' } as const;
		expect(takes(somebody('coordinator'), { ...open, deleted: true })).toBe(false);
		expect(takes(somebody('coordinator'), { ...open, kind: 'question' })).toBe(false);
		const version = { kind: 'case', version: 'teaching', state: 'final' } as const;
		expect(takes(somebody('coordinator'), { ...open, ...version })).toBe(false);
	});
});

test('what a text has been is seen by who writes it, also when it stands still; a voice only by who holds it', () => {
	const sees = (part: PartFacts) => can(me, 'see_history', { type: 'part', part });
	for (const state of ['draft', 'in_review', 'final', 'published', 'archived'] as const) {
		expect(sees(aPart(aDocument({ state, grants: [toMe('edit')] }))), state).toBe(true);
		expect(sees(aPart(aDocument({ state, grants: [toMe('suggest')] }))), state).toBe(false);
		const casus = aDocument({ kind: 'case', state, grants: [toMe('owner')] });
		const voice = { kind: 'voice', perspective: 'citizen' } as const;
		expect(sees(aPart(casus, voice)), state).toBe(false);
		expect(sees(aPart(casus, { ...voice, grants: [toMe('edit')] })), state).toBe(true);
	}
	expect(sees(aPart(aDocument({ deleted: true, grants: [toMe('owner')] })))).toBe(false);
});

test('what parties say beside a study goes on until it is published, for who comments on it', () => {
	const done = (given: Partial<DocumentFacts>) =>
		CLOSING_ACTIONS.filter((action) =>
			can(me, action, { type: 'document', document: aDocument(given) })
		);
	for (const state of ['draft', 'in_review', 'final'] as const) {
		expect(done({ state, grants: [toMe('comment')] }), state).toEqual(['say_change']);
		expect(done({ state, grants: [toMe('manage')] }), state).toEqual(CLOSING_ACTIONS);
	}
	for (const state of ['published', 'archived'] as const) {
		expect(done({ state, grants: [toMe('owner')] }), state).toEqual([]);
	}
	for (const kind of KINDS.filter((each) => each !== 'study')) {
		expect(done({ kind, grants: [toMe('owner')] }), kind).toEqual([]);
	}
});

/** What each function may do in its own werkplaats; by hand. */
const MEMBER = ['view_werkplaats', 'view_members'];
const COORDINATES = [
	'manage_members',
	'manage_policies',
	'manage_agenda',
	'manage_templates',
	'view_addresses'
];
/** Of a party in the werkplaats: asks questions, and has a say in which goes first. */
const PARTY = [...MEMBER, 'create', 'prioritise'];
const IN_WERKPLAATS: Record<WerkplaatsFunction, { may: string[]; begins: Kind[] }> = {
	coordinator: { may: [...MEMBER, ...COORDINATES, 'create'], begins: [...KINDS] },
	lector: {
		may: [...PARTY, 'manage_templates'],
		begins: ['study', 'case', 'assignment', 'question']
	},
	researcher: { may: PARTY, begins: ['study', 'case', 'assignment', 'question'] },
	teacher: { may: PARTY, begins: ['case', 'assignment', 'question'] },
	student: { may: PARTY, begins: ['question'] },
	professional: { may: PARTY, begins: ['case', 'question'] },
	policy_officer: { may: PARTY, begins: ['question'] },
	citizen: { may: PARTY, begins: ['question'] },
	// Of the network: sees every werkplaats, belongs to none.
	national: { may: ['view_werkplaats'], begins: [] },
	guest: { may: [], begins: [] }
};

describe.each(FUNCTIONS)('as %s', (as) => {
	const { may, begins } = IN_WERKPLAATS[as];
	const place: Subject = { type: 'werkplaats', werkplaats: HERE };

	test('one’s own werkplaats allows exactly this', () => {
		expect(allowed(somebody(as), place)).toEqual([...may].sort());
	});

	test('another werkplaats can be seen, except by a guest', () => {
		expect(allowed(neighbour(as), place)).toEqual(as === 'guest' ? [] : ['view_werkplaats']);
	});

	test.each(KINDS)('beginning a %s is or is not allowed', (kind) => {
		expect(can(somebody(as), 'create', { ...place, kind })).toBe(begins.includes(kind));
		expect(can(neighbour(as), 'create', { ...place, kind })).toBe(false);
	});

	test('the network is administered by nobody who is not its administrator', () => {
		expect(allowed(somebody(as), { type: 'network' })).toEqual([]);
	});
});

describe('an administrator', () => {
	const administrator = { ...somebody(), administrator: true };

	test('administers the network and the members of every werkplaats', () => {
		expect(allowed(administrator, { type: 'network' })).toEqual(['administer']);
		expect(allowed(administrator, { type: 'werkplaats', werkplaats: HERE })).toEqual(
			['view_werkplaats', 'view_members', 'view_addresses', 'manage_members'].sort()
		);
	});

	test('reads no document for that', () => {
		for (const sensitivity of ['open', 'werkplaats', 'restricted', 'vault'] as const) {
			const subject = aDocument({ sensitivity });
			expect(allowed(administrator, { type: 'document', document: subject })).toEqual([]);
			expect(allowed(administrator, { type: 'part', part: aPart(subject) })).toEqual([]);
		}
	});
});

describe('authorize', () => {
	test('says nothing when it is allowed', () => {
		expect(() => authorize(me, 'rename', document('edit'))).not.toThrow();
	});

	test('refuses by name what may be seen but not done', () => {
		expect(() => authorize(me, 'rename', document('view'))).toThrow(new NotAllowed('rename'));
		const part = aPart(aDocument(), { grants: [toMe('view')] });
		expect(() => authorize(me, 'write', { type: 'part', part })).toThrow(NotAllowed);
		const place: Subject = { type: 'werkplaats', werkplaats: HERE };
		expect(() => authorize(me, 'manage_members', place)).toThrow(NotAllowed);
		expect(() => authorize(me, 'administer', { type: 'network' })).toThrow(NotAllowed);
	});

	test('does not tell what may not be seen from what is not there', () => {
		expect(() => authorize(me, 'view', document('none'))).toThrow(NotFound);
		expect(() => authorize(me, 'rename', document('none'))).toThrow(NotFound);
		expect(() => authorize(me, 'rename', document('edit', { deleted: true }))).toThrow(NotFound);
		expect(() => authorize(me, 'write', { type: 'part', part: aPart(aDocument()) })).toThrow(
			NotFound
		);
		const place: Subject = { type: 'werkplaats', werkplaats: HERE };
		expect(() => authorize(somebody('guest'), 'view_members', place)).toThrow(NotFound);
	});
});

describe('what becomes of a question', () => {
	const question = (given: Partial<DocumentFacts> = {}): Subject => ({
		type: 'document',
		document: aDocument({ kind: 'question', ...given })
	});

	test.each(FUNCTIONS)('is or is not for a %s to decide', (as) => {
		const editors = ['coordinator', 'lector'];
		expect(can(somebody(as), 'curate', question())).toBe(editors.includes(as));
		expect(can(neighbour(as), 'curate', question({ sensitivity: 'open' }))).toBe(false);
	});

	test('is not for who asked it, or was given it', () => {
		const own = question({ grants: [toMe('owner')] });
		expect(can(somebody('citizen'), 'delete', own)).toBe(true);
		expect(can(somebody('citizen'), 'curate', own)).toBe(false);
	});

	test('is for whom the werkplaats lets manage questions', () => {
		const policies = [{ theme: null, function: 'researcher', level: 'manage' } as const];
		expect(can(somebody('researcher'), 'curate', question({ policies }))).toBe(true);
	});

	test('is decided of questions only, and of none in the bin', () => {
		const study: Subject = { type: 'document', document: aDocument() };
		expect(can(somebody('lector'), 'curate', study)).toBe(false);
		expect(can(somebody('lector'), 'curate', question({ deleted: true }))).toBe(false);
	});
});
