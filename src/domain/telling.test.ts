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
import { ROUND_KINDS } from './review-rounds.ts';
import type { RoundPeople } from './round-place.ts';
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
	'run.finished': { group: 'mine' },
	'round.asked': { named: 'mine' },
	'round.reminded': { named: 'mine' },
	'round.answered': { leader: 'mine' },
	'round.closed': { leader: 'updates', asked: 'updates', followers: 'updates' },
	'mirror.planned': { followers: 'updates' },
	'mirror.called_off': { followers: 'updates' },
	'mirror.due': { named: 'mine' },
	'mirror.begun': { followers: 'updates' },
	'mirror.changes_said': { asked: 'updates', followers: 'updates' },
	'policy.kept': { followers: 'updates' },
	'critical_friend.signed': { leader: 'mine', municipality: 'mine', followers: 'updates' },
	'critical_friend.replied': { leader: 'mine', signers: 'mine', followers: 'updates' },
	'critical_friend.remark_replied': { named: 'mine', leader: 'updates' },
	'findings.change_requested': { writers: 'mine', followers: 'updates' },
	'findings.change_answered': { logger: 'mine', followers: 'updates' }
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
	expect(heard).toEqual([
		...['comment.mentioned', 'thread.assigned'],
		...['round.asked', 'round.reminded', 'mirror.due']
	]);
});

test('what nobody did tells everybody around it', () => {
	expect(tell('question.answered', { asker: ['ann'] }, { actor: null })).toEqual({ ann: 'mine' });
});

describe('who may hear of it', () => {
	const document = aDocument();
	const reader = somebody('citizen');
	const given = { ...document, grants: [toMe('view')] };
	const none: PartFacts | undefined = undefined;
	const around = { members: undefined, round: undefined, frozen: undefined };

	test('of a document, who may view it', () => {
		const place = { ...around, document: given, part: none };
		expect(mayHear(reader, 'document.change_state', place)).toBe(true);
		expect(mayHear(reader, 'document.change_state', { ...place, document })).toBe(false);
	});

	test('of a document that is gone or in the bin, nobody', () => {
		const owner = somebody('coordinator');
		const binned = aDocument({ deleted: true });
		for (const gone of [null, binned]) {
			const place = { ...around, document: gone, part: none };
			expect(mayHear(owner, 'document.created', place)).toBe(false);
		}
	});

	test('of a part, who may read that part, and nobody once it is gone', () => {
		const voice = aPart({ ...given, kind: 'case', blind: true }, { perspective: 'citizen' });
		const place = { ...around, document: voice.document };
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
			return mayHear(reader, name, { ...around, document: own, part: aPart(own) });
		});
		expect(heard[0]).toBe(least);
		expect(heard).toEqual(levels.slice(levels.indexOf(least)));
	});

	describe('of a round', () => {
		const part = aPart({ ...document, grants: [toMe('view')] });
		const about = { ...around, document: part.document, part };
		const round = { id: 'round', madeBy: 'ann', asked: ['bob'] };
		const hears = (given: Partial<RoundPeople>, as = reader) =>
			mayHear(as, 'round.closed', { ...about, round: { ...round, kind: 'feedback', ...given } });

		test('who asks, who is asked and who writes the text, of feedback', () => {
			expect(hears({})).toBe(false);
			expect(hears({ asked: ['me'] })).toBe(true);
			expect(hears({ madeBy: 'me' })).toBe(true);
			const writes = aPart({ ...document, grants: [toMe('edit')] });
			const place = { ...about, part: writes, round: { ...round, kind: 'feedback' } } as const;
			expect(mayHear(reader, 'round.closed', place)).toBe(true);
		});

		test('who reads the text, of a mirror and of critical friends', () => {
			expect(hears({ kind: 'mirror' })).toBe(true);
			expect(hears({ kind: 'critical_friend' })).toBe(true);
		});

		test('nobody who may not read the text, and nobody once it is gone', () => {
			const apart = { ...about, part: aPart(document), round: { ...round, asked: ['me'] } };
			for (const kind of ROUND_KINDS) {
				expect(mayHear(reader, 'round.asked', { ...apart, round: { ...apart.round, kind } })).toBe(
					false
				);
			}
			expect(mayHear(reader, 'round.asked', { ...about, round: null })).toBe(false);
		});

		test('of what is said beside its frozen text, who reads that', () => {
			const beside = { ...about, frozen: [{ ...round, kind: 'feedback' as const }] };
			expect(mayHear(reader, 'comment.added', beside)).toBe(false);
			const asked = [{ ...round, kind: 'feedback' as const, asked: ['me'] }];
			expect(mayHear(reader, 'comment.added', { ...beside, frozen: asked })).toBe(true);
		});
	});

	test('of a run, who takes part in it or leads it, and nobody else', () => {
		const assignment = aDocument({ kind: 'assignment' });
		const place = { ...around, document: assignment, part: none, members: ['me'] };
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
	const around = { members: undefined, round: undefined, frozen: undefined };
	expect(isShielded({ ...around, document: part.document, part })).toBe(shielded);
});

test('only what is about a text asks for a right on a text', () => {
	const onText = TOLD_NAMES.filter((name) =>
		['read', 'comment_part', 'see_history'].includes(ruleOf(name).needs)
	);
	const isAbout = /^(comment|thread|suggestion|version|policy|mirror)\./;
	expect(onText.every((name) => isAbout.test(name))).toBe(true);
});
