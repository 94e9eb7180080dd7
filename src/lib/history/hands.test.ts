import { expect, test } from 'vitest';
import { handsOf } from './hands.ts';

test('of sixteen people no two look alike', () => {
	const people = Array.from({ length: 16 }, (_, nth) => ({ id: `p${nth}`, name: `Name ${nth}` }));
	const looks = [...handsOf(people).values()].map(({ hue, line }) => `${hue} ${line}`);
	expect(new Set(looks).size).toBe(16);
});
