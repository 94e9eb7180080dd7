import { expect, test } from 'vitest';
import { filtered, type PersonTold, type ThreadTold } from './threads.ts';

const me: PersonTold = {
	id: 'me',
	name: 'Samira',
	function: 'researcher',
	organisation: null,
	isSelf: true
};
const other: PersonTold = { ...me, id: 'other', name: 'Joost', function: 'lector', isSelf: false };

function thread(id: string, more: Partial<ThreadTold> = {}): ThreadTold {
	return {
		id,
		standing: 'same',
		quote: 'woorden',
		now: null,
		passage: null,
		suggestion: null,
		startedBy: other,
		createdAt: '2026-11-27T09:00:00Z',
		changedAt: '2026-11-27T09:00:00Z',
		resolved: null,
		assignee: null,
		dueOn: null,
		comments: [comment(other, [{ text: 'Klopt dit?' }])],
		may: { reply: true, resolve: true, assign: true },
		...more
	};
}

function comment(author: PersonTold, body: ThreadTold['comments'][number]['body']) {
	return {
		...{ id: `${author.id} ${body.length}`, author, body, createdAt: '2026-11-27T09:00:00Z' },
		...{ editedAt: null, removed: false, reactions: [], may: { edit: false, remove: false } }
	};
}

test('what is open, what is done, and what waits for oneself', () => {
	const threads = [
		thread('of others'),
		thread('begun', { startedBy: me }),
		thread('asked', { assignee: me }),
		thread('called', { comments: [comment(other, [{ person: me }])] }),
		thread('as a function', {
			comments: [comment(me, [{ text: 'Ja' }]), comment(other, [{ function: 'researcher' }])]
		}),
		thread('done', { assignee: me, resolved: { at: '2026-11-27T10:00:00Z', by: other } })
	];
	const ids = (filter: Parameters<typeof filtered>[1]) =>
		filtered(threads, filter).map(({ id }) => id);
	expect(ids('open')).toEqual(['of others', 'begun', 'asked', 'called', 'as a function']);
	expect(ids('resolved')).toEqual(['done']);
	expect(ids('mine')).toEqual(['begun', 'asked', 'called', 'as a function']);
});
