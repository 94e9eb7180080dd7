import { expect, test } from 'vitest';
import { slugOf } from './slug.ts';

test('a slug keeps the letters and drops what addresses dislike', () => {
	expect(slugOf('Jeugd & opgroeien')).toBe('jeugd-opgroeien');
	expect(slugOf(' Súdwest-Fryslân ')).toBe('sudwest-fryslan');
	expect(slugOf('Ggz in de wijk')).toBe('ggz-in-de-wijk');
	expect(slugOf('…')).toBe('');
});
