import { expect, test } from 'vitest';
import { FUNCTIONS } from './functions.ts';
import { partyIn, partyOf } from './parties.ts';

test('each function speaks for one party, and who coordinates, looks on or visits for none', () => {
	const parties = Object.fromEntries(FUNCTIONS.map((as) => [as, partyOf([as])]));
	expect(parties).toEqual({
		...{ citizen: 'citizens', professional: 'practice', policy_officer: 'municipality' },
		...{ lector: 'research', researcher: 'research', teacher: 'education', student: 'education' },
		...{ coordinator: null, national: null, guest: null }
	});
});

test('who has several functions speaks for one party, a citizen first', () => {
	expect(partyOf(['researcher', 'citizen'])).toBe('citizens');
	expect(partyOf(['coordinator', 'teacher'])).toBe('education');
	expect(partyOf([])).toBeNull();
});

test('a party is spoken for in a werkplaats: who is of one elsewhere is of none here', () => {
	const memberships = [
		{ werkplaats: 'twente', function: 'citizen', organisation: null },
		{ werkplaats: null, function: 'national', organisation: null }
	] as const;
	expect(partyIn({ memberships: [...memberships] }, 'twente')).toBe('citizens');
	expect(partyIn({ memberships: [...memberships] }, 'zwolle')).toBeNull();
});
