import { expect, test } from 'vitest';
import { maySay, maySayAnew, silentBeside, silentParties } from './closing.ts';
import { PARTIES } from './parties.ts';

test('what changes is said by the party itself alone; why it says nothing, also by who arranges', () => {
	const who = [
		{ isOwn: true, arranges: false },
		{ isOwn: false, arranges: true },
		{ isOwn: false, arranges: false }
	];
	expect(who.map((one) => maySay('change', one))).toEqual([true, false, false]);
	expect(who.map((one) => maySay('reason', one))).toEqual([true, true, false]);
});

test('words of a party are altered by who said them, while that is somebody of it', () => {
	const another = { isAuthor: false, authorIsOfParty: true };
	expect(maySayAnew('Wij lezen mee.', another)).toBe(false);
	expect(maySayAnew('', another)).toBe(true);
	expect(maySayAnew('Wij lezen mee.', { ...another, isAuthor: true })).toBe(true);
	expect(maySayAnew('Wij lezen mee.', { ...another, authorIsOfParty: false })).toBe(true);
});

test('beside a study every party counts, and blanks say nothing', () => {
	expect(silentBeside([])).toEqual(PARTIES);
	const closings = [
		{ party: 'citizens', change: 'Wij lezen mee.', reason: '' },
		{ party: 'education', change: '', reason: 'Komt na de zomer.' },
		{ party: 'municipality', change: ' \n', reason: '' }
	] as const;
	expect(silentBeside(closings)).toEqual(['practice', 'municipality', 'research']);
});

test('in a case only who has a voice counts', () => {
	const voices = [{ perspective: 'citizen' }, { perspective: 'municipality' }] as const;
	const said = { perspective: 'citizen', change: 'De bel doet het weer.', reason: '' } as const;
	expect(silentParties(voices, [said])).toEqual(['municipality']);
});
