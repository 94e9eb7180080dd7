import { expect, test } from 'vitest';
import { textOfLines } from '#tests/domain/lines.ts';
import { differenceOf } from './difference.ts';

/** What goes and what comes, per change. */
function changes(before: string, after: string): [string, string][] {
	const { passages, hunks } = differenceOf(textOfLines(before), textOfLines(after));
	const found = Array.from({ length: hunks }, (): [string, string] => ['', '']);
	for (const row of passages.flatMap((passage) => ('rows' in passage ? passage.rows : []))) {
		if (row.does === 'remove') found[row.hunk]![0] += row.before.key;
		if (row.does === 'add') found[row.hunk]![1] += row.after.key;
	}
	return found;
}

test.each([
	['a word', 'Zij praat.', 'Zij vraagt.', [['praa', 'vraag']]],
	['one word that becomes two', 'Zij ging weg.', 'Zij haalde ik weg.', [['ging', 'haalde ik']]],
	['two words that become one', 'Zij haalde ik weg.', 'Zij ging weg.', [['haalde ik', 'ging']]],
	[
		'what comes beside a word',
		'Zij ging weg.',
		'En zij ging nu weg.',
		[
			['Z', 'En z'],
			['', 'nu ']
		]
	]
])('%s is one change', (_, before, after, expected) => {
	expect(changes(before, after)).toEqual(expected);
});
