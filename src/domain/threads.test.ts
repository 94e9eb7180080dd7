import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	bodyFault,
	bodyLength,
	COMMENT_MAX,
	MENTIONS_MAX,
	mayResolve,
	peopleIn,
	tidiedBody,
	type CommentBody,
	type CommentPiece
} from './threads.ts';

const piece: fc.Arbitrary<CommentPiece> = fc.oneof(
	fc.record({ text: fc.constantFrom('', ' ', '\n', 'a', ' a ', 'b') }),
	fc.record({ person: fc.constantFrom('ada', 'bo') }),
	fc.record({ function: fc.constantFrom('citizen', 'lector') })
);
const said = (body: CommentBody) =>
	body.map((each) => ('text' in each ? each.text : JSON.stringify(each))).join('');

describe('what somebody says', () => {
	test('is tidied to the same words without white space around them, in as few pieces as there can be', () => {
		fc.assert(
			fc.property(fc.array(piece, { maxLength: 8 }), (body) => {
				const tidy = tidiedBody(body);
				expect(said(tidy)).toBe(said(body).trim());
				expect(tidiedBody(tidy)).toEqual(tidy);
				expect(tidy).not.toContainEqual({ text: '' });
				const neighbours = tidy.slice(1).map((each, nth) => [tidy[nth]!, each]);
				expect(neighbours.some((two) => two.every((each) => 'text' in each))).toBe(false);
			})
		);
	});

	test('is something, and no more than fits', () => {
		expect(bodyFault([])).toBe('required');
		expect(bodyFault([{ text: 'x'.repeat(COMMENT_MAX) }])).toBeNull();
		expect(bodyFault([{ text: 'x'.repeat(COMMENT_MAX) }, { person: 'ada' }])).toBe('too_long');
		const crowd = Array.from({ length: MENTIONS_MAX }, (_, nth) => ({ person: String(nth) }));
		expect(bodyFault(crowd)).toBeNull();
		expect(bodyFault([...crowd, { function: 'citizen' }])).toBe('mentions');
		expect(bodyLength([{ text: 'Dag ' }, { person: 'ada' }])).toBe(5);
		expect(peopleIn([{ person: 'ada' }, { text: ' en ' }, { person: 'ada' }])).toEqual(['ada']);
	});
});

test('who writes the text says that it is done, and who comments where it is theirs', () => {
	const thread = { startedBy: 'ada', assignee: 'bo' };
	for (const [person, rights, expected] of [
		['cy', { writes: true, comments: true }, true],
		['cy', { writes: false, comments: true }, false],
		['ada', { writes: false, comments: true }, true],
		['bo', { writes: false, comments: true }, true],
		['ada', { writes: false, comments: false }, false],
		['bo', { writes: false, comments: false }, false]
	] as const) {
		expect(mayResolve(thread, person, rights)).toBe(expected);
	}
});
