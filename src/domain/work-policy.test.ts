import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aDocument, aPart, aWork, HERE, neighbour, somebody, toMe } from '#tests/domain/facts.ts';
import { documentLevel, partLevel } from './access.ts';
import { ASSIGNMENT_ACTIONS, DOCUMENT_ACTIONS, PART_ACTIONS, type Action } from './actions.ts';
import { NotAllowed, NotFound } from './errors.ts';
import type { Actor, DocumentFacts, PartFacts } from './facts.ts';
import { FUNCTIONS, type WerkplaatsFunction } from './functions.ts';
import { KINDS, PART_KINDS } from './kinds.ts';
import { atLeast, LEVELS, type Level } from './levels.ts';
import { authorize, can } from './policy.ts';
import type { WorkFacts, WorkMember } from './runs.ts';
import { SENSITIVITIES } from './sensitivity.ts';
import { STATES } from './states.ts';

/** Of the product's table, by hand: what a function does with an assignment, and with what groups write for it. */
const TABLE: Record<WerkplaatsFunction, { assignment: Level; work: Level }> = {
	coordinator: { assignment: 'manage', work: 'comment' },
	lector: { assignment: 'manage', work: 'comment' },
	researcher: { assignment: 'edit', work: 'none' },
	teacher: { assignment: 'edit', work: 'manage' },
	student: { assignment: 'view', work: 'none' },
	professional: { assignment: 'view', work: 'none' },
	policy_officer: { assignment: 'none', work: 'none' },
	citizen: { assignment: 'none', work: 'none' },
	national: { assignment: 'view', work: 'none' },
	guest: { assignment: 'none', work: 'none' }
};

const anAssignment = (given: Partial<DocumentFacts> = {}) =>
	aDocument({ kind: 'assignment', ...given });
const done = (actor: Actor, document: DocumentFacts, actions: readonly Action[]) =>
	actions.filter((action) => can(actor, action, { type: 'document', document }));
const withIt = (actor: Actor, given: Partial<DocumentFacts> = {}) =>
	done(actor, anAssignment(given), ASSIGNMENT_ACTIONS);
const inText = (actor: Actor, part: PartFacts) =>
	Object.keys(PART_ACTIONS).filter((action) =>
		can(actor, action as Action, { type: 'part', part })
	);
const higher = (one: Level, other: Level) => (atLeast(one, other) ? one : other);

const inGroup: WorkMember[] = [{ person: 'me', mayWrite: true }];
const listening: WorkMember[] = [{ person: 'me', mayWrite: false }];
const others: WorkMember[] = [{ person: 'you', mayWrite: true }];
const visitor = somebody();
const ALL_OF_A_TEXT = ['read', 'comment_part', 'suggest_part', 'write', 'see_history'];
const READ_ALONG = ['read', 'comment_part'];

describe.each(FUNCTIONS)('as %s', (as) => {
	const own = TABLE[as];

	test.each(LEVELS)('who was given %s designs an assignment, or gives it to people', (given) => {
		const level = as === 'guest' ? 'none' : higher(own.assignment, given);
		const wanted = [
			...(atLeast(level, 'edit') ? ['design'] : []),
			...(own.work !== 'none' || atLeast(level, 'manage') ? ['lead_runs'] : [])
		];
		// A guest never passes their cap, so also no grant lets one lead.
		const expected = as === 'guest' ? [] : wanted;
		expect(withIt(somebody(as), { grants: [toMe(given)] })).toEqual(expected);
	});

	test.each(LEVELS)('who was given %s reads the guide’s sheet from edit on', (given) => {
		const level = as === 'guest' ? 'none' : higher(own.assignment, given);
		const guide = aPart(anAssignment({ grants: [toMe(given)] }), { kind: 'guide' });
		expect(partLevel(somebody(as), guide)).toBe(atLeast(level, 'edit') ? level : 'none');
	});

	test.each(LEVELS)('who was given %s sees what others write only when they lead', (given) => {
		const document = anAssignment({ grants: [toMe(given)] });
		const made = atLeast(given, 'manage') && as !== 'guest' ? given : 'none';
		const level = higher(own.work, made);
		expect(partLevel(somebody(as), aWork(document, { members: others }))).toBe(level);
		const closed = aWork(document, { members: others, isClosed: true });
		expect(partLevel(somebody(as), closed)).toBe(level === 'none' ? 'none' : 'comment');
		const behindDoors = aWork(document, { members: others, isPrivate: true });
		expect(partLevel(somebody(as), behindDoors)).toBe('none');
	});

	test('who is in the group writes there, reads when it is not their turn, and when it is closed', () => {
		const level = (given: Partial<WorkFacts>) =>
			partLevel(somebody(as), aWork(anAssignment(), given));
		expect(level({ members: inGroup })).toBe(higher('edit', own.work));
		expect(level({ members: listening })).toBe(higher('view', own.work));
		for (const members of [inGroup, listening]) {
			const closed = level({ members, isClosed: true });
			expect(atLeast(closed, 'view')).toBe(true);
			expect(atLeast(closed, 'suggest')).toBe(false);
		}
		// Behind closed doors who leads and sits in the group has what the group has.
		expect(level({ members: inGroup, isPrivate: true })).toBe('edit');
		expect(level({ members: listening, isPrivate: true })).toBe('view');
	});

	test('in another werkplaats nobody designs or leads, also when every werkplaats reads it', () => {
		for (const given of [{}, { sensitivity: 'open' }, { state: 'published' }] as const) {
			expect(withIt(neighbour(as), given)).toEqual([]);
			const document = anAssignment(given);
			expect(partLevel(neighbour(as), aWork(document, { members: others }))).toBe('none');
			expect(partLevel(neighbour(as), aPart(document, { kind: 'guide' }))).toBe('none');
		}
	});

	test('an administrator leads nothing by that', () => {
		const administrator = { ...somebody(as), administrator: true };
		expect(withIt(administrator)).toEqual(withIt(somebody(as)));
		const work = aWork(anAssignment(), { members: others });
		expect(partLevel(administrator, work)).toBe(own.work);
	});
});

describe('what a group writes', () => {
	test('is not seen by students of another group, nor by who reads the assignment', () => {
		const document = anAssignment({ state: 'published', sensitivity: 'open' });
		expect(inText(somebody('student'), aPart(document))).toEqual(['read']);
		const work = aWork(document, { members: others });
		expect(inText(somebody('student'), work)).toEqual([]);
		expect(() => authorize(somebody('student'), 'read', { type: 'part', part: work })).toThrow(
			NotFound
		);
	});

	test('is read and refused by name to who listens in it', () => {
		const part = aWork(anAssignment(), { members: listening });
		expect(() => authorize(visitor, 'write', { type: 'part', part })).toThrow(
			new NotAllowed('write')
		);
	});

	test('is nobody’s when nothing is known of its run', () => {
		const lost = aPart(anAssignment({ grants: [toMe('owner')] }), { kind: 'work' });
		for (const as of FUNCTIONS) expect(partLevel(somebody(as), lost)).toBe('none');
	});

	test('is not opened by a grant on the text itself', () => {
		const part = { ...aWork(anAssignment(), { members: others }), grants: [toMe('owner')] };
		expect(partLevel(somebody('student'), part)).toBe('none');
	});

	test('is written on while the assignment is final or published', () => {
		for (const state of ['draft', 'in_review', 'final', 'published'] as const) {
			const document = anAssignment({ state });
			expect(inText(visitor, aWork(document, { members: inGroup }))).toEqual(ALL_OF_A_TEXT);
			const led = inText(somebody('teacher'), aWork(document, { members: others }));
			expect(led).toEqual(ALL_OF_A_TEXT);
			expect(withIt(somebody('teacher'), { state })).toContain('lead_runs');
		}
	});

	test('is read, and written by nobody, once the assignment is in the archive', () => {
		const document = anAssignment({ state: 'archived', grants: [toMe('owner')] });
		for (const as of FUNCTIONS) {
			expect(withIt(somebody(as), document)).toEqual(as === 'guest' ? [] : ['lead_runs']);
			const texts = [aWork(document, { members: inGroup }), aWork(document, { members: others })];
			for (const text of texts) expect(inText(somebody(as), text)).not.toContain('write');
			expect(inText(somebody(as), aWork(document, { members: inGroup }))).toContain('read');
		}
		const archived = anAssignment({ state: 'archived' });
		expect(inText(somebody('teacher'), aWork(archived))).toEqual(READ_ALONG);
		expect(inText(somebody('student'), aWork(archived))).toEqual([]);
	});

	test('is gone for everybody while the assignment is in the bin', () => {
		const document = anAssignment({ deleted: true, grants: [toMe('owner')] });
		for (const as of FUNCTIONS) {
			expect(withIt(somebody(as), document)).toEqual([]);
			expect(inText(somebody(as), aWork(document, { members: inGroup }))).toEqual([]);
			expect(inText(somebody(as), aPart(document, { kind: 'guide' }))).toEqual([]);
		}
	});
});

describe('who leads', () => {
	test('is not a researcher who changes the assignment, also when that was given', () => {
		for (const actor of [somebody('researcher'), neighbour('researcher'), somebody('student')]) {
			const grants = [toMe('edit')];
			expect(withIt(actor, { grants })).toEqual(['design']);
			const work = aWork(anAssignment({ grants }), { members: others });
			expect(partLevel(actor, work)).toBe('none');
		}
	});

	test('is who was made its manager, wherever they are', () => {
		for (const actor of [neighbour('student'), somebody('citizen'), somebody('national')]) {
			const grants = [toMe('manage')];
			expect(withIt(actor, { grants })).toEqual(['design', 'lead_runs']);
			const work = aWork(anAssignment({ grants }), { members: others });
			expect(partLevel(actor, work)).toBe('manage');
		}
	});

	test.each(['none', 'view', 'comment', 'suggest'] as const)(
		'is no teacher whom the werkplaats lets do no more than %s with assignments',
		(level) => {
			const policies = [{ theme: null, function: 'teacher', level } as const];
			expect(withIt(somebody('teacher'), { policies })).toEqual([]);
			const work = aWork(anAssignment({ policies }), { members: others });
			expect(partLevel(somebody('teacher'), work)).toBe('none');
			const back = anAssignment({ policies, grants: [toMe('edit')] });
			expect(partLevel(somebody('teacher'), aWork(back, { members: others }))).toBe('manage');
		}
	);

	test('of what is restricted is a coordinator, a lector, or who manages it by name', () => {
		for (const as of FUNCTIONS) {
			const reaches = as === 'coordinator' || as === 'lector';
			const given = { sensitivity: 'restricted' } as const;
			expect(withIt(somebody(as), given)).toEqual(reaches ? ['design', 'lead_runs'] : []);
			const work = aWork(anAssignment(given), { members: others });
			expect(partLevel(somebody(as), work)).toBe(reaches ? 'comment' : 'none');
			const managed = withIt(somebody(as), { ...given, grants: [toMe('manage')] });
			expect(managed).toEqual(as === 'guest' ? [] : ['design', 'lead_runs']);
		}
		const lent = { sensitivity: 'restricted', grants: [toMe('edit')] } as const;
		expect(withIt(somebody('teacher'), { ...lent, grants: [...lent.grants] })).toEqual(['design']);
	});

	test('in a vault is who manages it by name and may hold raw material; who is in a group still writes', () => {
		const holds = ['coordinator', 'lector', 'researcher'];
		for (const as of FUNCTIONS) {
			const given = { sensitivity: 'vault' } as const;
			expect(withIt(somebody(as), given)).toEqual([]);
			const document = anAssignment({ ...given, grants: [toMe('manage')] });
			const may = holds.includes(as);
			expect(done(somebody(as), document, ASSIGNMENT_ACTIONS)).toEqual(
				may ? ['design', 'lead_runs'] : []
			);
			const work = (members: WorkMember[]) => aWork(document, { members });
			expect(partLevel(somebody(as), work(others))).toBe(may ? 'manage' : 'none');
			expect(inText(somebody(as), work(inGroup))).toEqual(ALL_OF_A_TEXT);
		}
	});

	test('leads nothing that is no assignment', () => {
		for (const kind of KINDS.filter((each) => each !== 'assignment')) {
			const document = aDocument({ kind, grants: [toMe('owner')] });
			expect(done(somebody('lector', 'teacher'), document, ASSIGNMENT_ACTIONS)).toEqual([]);
		}
	});
});

test('the guide’s sheet and the design stand still with the text; giving it out does not', () => {
	const teacher = somebody('teacher');
	const sheet = (state: DocumentFacts['state']) =>
		partLevel(teacher, aPart(anAssignment({ state }), { kind: 'guide' }));
	expect(STATES.map(sheet)).toEqual(['edit', 'edit', 'comment', 'view', 'view']);
	expect(STATES.map((state) => withIt(teacher, { state }))).toEqual([
		['design', 'lead_runs'],
		['design', 'lead_runs'],
		['lead_runs'],
		['lead_runs'],
		['lead_runs']
	]);
	const given = aPart(anAssignment(), { kind: 'guide', grants: [toMe('owner')] });
	expect(partLevel(somebody('student'), given)).toBe('none');
});

describe('a visitor', () => {
	test('writes in the group they are in, and reads no other', () => {
		const document = anAssignment({ state: 'published', sensitivity: 'open' });
		expect(inText(visitor, aWork(document, { members: inGroup }))).toEqual(ALL_OF_A_TEXT);
		expect(inText(visitor, aWork(document, { members: listening }))).toEqual(['read']);
		expect(inText(visitor, aWork(document, { members: others }))).toEqual([]);
	});

	test('reads nothing else, of this assignment or of anything', () => {
		const actions = Object.keys(DOCUMENT_ACTIONS) as Action[];
		for (const kind of KINDS) {
			for (const state of STATES) {
				for (const sensitivity of SENSITIVITIES) {
					const document = aDocument({ kind, state, sensitivity });
					expect(done(visitor, document, actions)).toEqual([]);
					for (const part of PART_KINDS) {
						expect(inText(visitor, aPart(document, { kind: part }))).toEqual([]);
					}
				}
			}
		}
		const place = { type: 'werkplaats', werkplaats: HERE } as const;
		expect(can(visitor, 'view_werkplaats', place)).toBe(false);
		expect(can(visitor, 'prioritise', place)).toBe(false);
		for (const kind of KINDS) expect(can(visitor, 'create', { ...place, kind })).toBe(false);
		expect(can(visitor, 'administer', { type: 'network' })).toBe(false);
	});
});

describe('whoever asks, whatever the assignment', () => {
	const level = fc.constantFrom(...LEVELS);
	// Mostly those who lead, here: of the others there is less to find.
	const as = fc.oneof(fc.constantFrom(...FUNCTIONS), fc.constant('teacher' as const));
	const place = fc.constantFrom(HERE, HERE, 'elsewhere');
	const anyActor = fc
		.record({
			administrator: fc.boolean(),
			held: fc.array(fc.record({ function: as, werkplaats: place }), { maxLength: 3 })
		})
		.map(({ administrator, held }): Actor => {
			const memberships = held.map(({ function: own, werkplaats }) => {
				const where = own === 'national' ? null : werkplaats;
				return { function: own, werkplaats: where, organisation: null };
			});
			return { id: 'me', name: 'Me', administrator, memberships };
		});
	const principal = fc.oneof(
		fc.record({ type: fc.constant('person' as const), person: fc.constantFrom('me', 'you') }),
		fc.record({
			type: fc.constant('werkplaats' as const),
			werkplaats: place,
			function: fc.option(as)
		})
	);
	const grants = fc.array(fc.record({ principal, level }), { maxLength: 2 });
	const theme = fc.constantFrom('debt', 'loneliness');
	const anyAssignment = fc
		.record({
			state: fc.constantFrom(...STATES),
			sensitivity: fc.constantFrom(...SENSITIVITIES),
			deleted: fc.boolean(),
			themes: fc.uniqueArray(theme),
			grants,
			partGrants: grants,
			policies: fc.array(fc.record({ theme: fc.option(theme), function: as, level }), {
				maxLength: 3
			})
		})
		.map(anAssignment);
	const anyMembers = fc.uniqueArray(
		fc.record({ person: fc.constantFrom('me', 'you', 'they'), mayWrite: fc.boolean() }),
		{ selector: ({ person }) => person }
	);
	const anyWork = fc.record({
		run: fc.constant('run'),
		isPrivate: fc.boolean(),
		members: anyMembers,
		isClosed: fc.boolean()
	});
	/** Whether they lead it, were it given now: told apart from how the level of a text is found. */
	const leads = (actor: Actor, document: DocumentFacts) =>
		can(actor, 'lead_runs', {
			type: 'document',
			document: { ...document, state: 'draft', deleted: false }
		});
	const always = (check: (actor: Actor, document: DocumentFacts, work: WorkFacts) => void) =>
		fc.assert(fc.property(anyActor, anyAssignment, anyWork, check), { numRuns: 2000 });

	test('who is not in the group and does not lead has nothing of what it writes', () => {
		let hidden = 0;
		let seen = 0;
		always((actor, document, work) => {
			const own = work.members.some(({ person }) => person === 'me');
			const reads = own || (!work.isPrivate && leads(actor, document));
			const found = partLevel(actor, aWork(document, work));
			expect(found !== 'none').toBe(reads);
			if (reads) seen += 1;
			else hidden += 1;
		});
		// Neither everything nor nothing, else this would say little.
		expect(Math.min(hidden, seen)).toBeGreaterThan(200);
	});

	test('nobody writes in a text that is closed, of an assignment in the archive, or in the bin', () => {
		always((actor, document, work) => {
			const isOver = work.isClosed || document.deleted || document.state === 'archived';
			if (isOver) expect(inText(actor, aWork(document, work))).not.toContain('write');
		});
	});

	test('out of turn nobody of the group writes who does not lead', () => {
		always((actor, document, work) => {
			const own = work.members.find(({ person }) => person === 'me');
			if (own?.mayWrite || (leads(actor, document) && !work.isPrivate)) return;
			expect(inText(actor, aWork(document, work))).not.toContain('write');
		});
	});

	test('who leads may read and change the assignment, and its guide’s sheet', () => {
		always((actor, document) => {
			if (!can(actor, 'lead_runs', { type: 'document', document })) return;
			expect(atLeast(documentLevel(actor, document), 'edit')).toBe(true);
			expect(inText(actor, aPart(document, { kind: 'guide' }))).toContain('read');
		});
	});

	test('who may not change the assignment never reads the guide’s sheet', () => {
		always((actor, document) => {
			const reads = inText(actor, aPart(document, { kind: 'guide' })).includes('read');
			const changes = can(actor, 'rename', { type: 'document', document });
			expect(reads).toBe(changes);
		});
	});
});
