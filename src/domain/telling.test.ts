import { describe, expect, test } from 'vitest';
import { aDocument, aPart, aWork, somebody, toMe } from '#tests/domain/facts.ts';
import type { PartFacts } from './facts.ts';
import {
	CIRCLES,
	isShielded,
	isToldName,
	mayHear,
	ruleOf,
	TOLD_NAMES,
	whoIsTold,
	type Circles,
	type ToldName
} from './telling.ts';
import type { Box } from './told.ts';

type Around = { actor?: string | null; called?: string[]; muted?: string[] };

function tell(name: ToldName, circles: Circles, around: Around = {}): Record<string, Box> {
	const { actor = 'doer', called = [], muted = [] } = around;
	const sets = { called: new Set(called), muted: new Set(muted) };
	return Object.fromEntries(whoIsTold({ name, actor, circles, ...sets }));
}

/** Everybody around: one in each circle, and in all of them who did it. */
const AROUND = Object.fromEntries(CIRCLES.map((circle) => [circle, [circle, 'doer']]));

/** Written out by hand: who hears of what, in which box. */
const TABLE: Record<ToldName, Record<string, Box>> = {
	'comment.mentioned': { named: 'mine' },
	'thread.assigned': { named: 'mine' },
	'thread.started': { followers: 'updates' },
	'comment.added': { thread: 'mine', followers: 'updates' },
	'thread.resolved': { thread: 'updates' },
	'thread.reopened': { thread: 'updates' },
	'suggestion.made': { followers: 'updates' },
	'suggestion.accepted': { named: 'mine' },
	'suggestion.rejected': { named: 'mine' },
	'version.named': { followers: 'updates' },
	'version.restored': { followers: 'updates' },
	'document.created': { followers: 'updates' },
	'document.shared': { named: 'mine' },
	'document.change_state': { followers: 'updates' },
	'gate.signed': { followers: 'updates' },
	'study.closing_said': { followers: 'updates' },
	'voice.given': { named: 'mine' },
	'case.revealed': { followers: 'updates' },
	'case.version_made': { given: 'mine' },
	'question.curated': { asker: 'mine' },
	'question.taken_up': { asker: 'mine', followers: 'updates' },
	'question.answered': { asker: 'mine', followers: 'updates' },
	'run.joined': { named: 'mine' },
	'run.handed_in': { opener: 'updates' },
	'run.reviews_allocated': { reviewers: 'mine' },
	'run.feedback_given': { group: 'mine' },
	'run.returned': { group: 'mine' },
	'run.finished': { group: 'mine' }
};

test.each(TOLD_NAMES)('%s tells whom it should, and never who did it', (name) => {
	expect(tell(name, AROUND)).toEqual(TABLE[name]);
});

test.each(['account.changed', 'document.exported', 'session.started', 'toString'])(
	'%s tells nobody',
	(name) => expect(isToldName(name)).toBe(false)
);

test('what is for me goes before what I follow', () => {
	const both = { thread: ['ann'], followers: ['ann', 'bob'] };
	expect(tell('comment.added', both)).toEqual({ ann: 'mine', bob: 'updates' });
});

test('who is called by name hears that, and not also that something was said', () => {
	const both = { thread: ['ann'], followers: ['ann', 'bob'] };
	expect(tell('comment.added', both, { called: ['ann'] })).toEqual({ bob: 'updates' });
	expect(tell('comment.mentioned', { named: ['ann'] }, { called: ['ann'] })).toEqual({
		ann: 'mine'
	});
});

test('a muted document tells only what calls me by name', () => {
	const heard = TOLD_NAMES.filter(
		(name) => Object.keys(tell(name, AROUND, { muted: [...CIRCLES] })).length > 0
	);
	expect(heard).toEqual(['comment.mentioned', 'thread.assigned']);
});

test('what nobody did tells everybody around it', () => {
	expect(tell('question.answered', { asker: ['ann'] }, { actor: null })).toEqual({ ann: 'mine' });
});

describe('who may hear of it', () => {
	const document = aDocument();
	const reader = somebody('citizen');
	const given = { ...document, grants: [toMe('view')] };
	const none: PartFacts | undefined = undefined;

	test('of a document, who may view it', () => {
		const place = { document: given, part: none, members: undefined };
		expect(mayHear(reader, 'document.change_state', place)).toBe(true);
		expect(mayHear(reader, 'document.change_state', { ...place, document })).toBe(false);
	});

	test('of a document that is gone or in the bin, nobody', () => {
		const owner = somebody('coordinator');
		const binned = aDocument({ deleted: true });
		for (const gone of [null, binned]) {
			expect(
				mayHear(owner, 'document.created', { document: gone, part: none, members: undefined })
			).toBe(false);
		}
	});

	test('of a part, who may read that part, and nobody once it is gone', () => {
		const voice = aPart({ ...given, kind: 'case', blind: true }, { perspective: 'citizen' });
		const place = { document: voice.document, members: undefined };
		expect(mayHear(reader, 'comment.added', { ...place, part: voice })).toBe(false);
		const held = { ...voice, grants: [toMe('edit')] };
		expect(mayHear(reader, 'comment.added', { ...place, part: held })).toBe(true);
		expect(mayHear(reader, 'comment.added', { ...place, part: null })).toBe(false);
	});

	test.each([
		['comment.mentioned', 'view'],
		['suggestion.made', 'comment'],
		['version.named', 'edit']
	] as const)('%s is heard from level %s on, and not below', (name, least) => {
		const levels = ['view', 'comment', 'suggest', 'edit'] as const;
		const heard = levels.filter((level) => {
			const own = { ...document, grants: [toMe(level)] };
			return mayHear(reader, name, { document: own, part: aPart(own), members: undefined });
		});
		expect(heard[0]).toBe(least);
		expect(heard).toEqual(levels.slice(levels.indexOf(least)));
	});

	test('of a run, who takes part in it or leads it, and nobody else', () => {
		const assignment = aDocument({ kind: 'assignment' });
		const place = { document: assignment, part: none, members: ['me'] };
		const student = somebody('student');
		expect(mayHear(student, 'run.returned', place)).toBe(true);
		expect(mayHear(student, 'run.returned', { ...place, members: [] })).toBe(false);
		expect(mayHear(somebody('teacher'), 'run.handed_in', { ...place, members: [] })).toBe(true);
		expect(mayHear(somebody('teacher'), 'run.handed_in', { ...place, members: null })).toBe(false);
	});
});

test.each([
	['open', aPart(aDocument({ sensitivity: 'open' })), false],
	['of the werkplaats', aPart(aDocument({ sensitivity: 'werkplaats' })), false],
	['restricted', aPart(aDocument({ sensitivity: 'restricted' })), true],
	['in a vault', aPart(aDocument({ sensitivity: 'vault' })), true],
	['blind', aPart(aDocument({ kind: 'case', blind: true })), true],
	['of a group', aWork(aDocument({ kind: 'assignment' })), false],
	[
		'of a group behind closed doors',
		aWork(aDocument({ kind: 'assignment' }), { isPrivate: true }),
		true
	]
])('what is %s and may not be in a letter', (_, part, shielded) => {
	expect(isShielded({ document: part.document, part, members: undefined })).toBe(shielded);
});

test('only what is about a text asks for a right on a text', () => {
	const onText = TOLD_NAMES.filter((name) =>
		['read', 'comment_part', 'see_history'].includes(ruleOf(name).needs)
	);
	expect(onText.every((name) => /^(comment|thread|suggestion|version)\./.test(name))).toBe(true);
});
