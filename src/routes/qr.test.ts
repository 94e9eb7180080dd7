import { encode } from 'uqr';
import { expect, test } from 'vitest';
import { qrOf } from './qr.ts';

test('the lines of the path cover the dark cells and nothing else', () => {
	const address = 'https://wisselwerking.example/workshop/K7P3RX';
	const { size, path } = qrOf(address);
	const drawn = Array.from({ length: size }, () => Array.from({ length: size }, () => false));
	for (const [, x, y, length] of path.matchAll(/M(\d+) (\d+)\.5h(\d+)/g)) {
		for (let cell = 0; cell < Number(length); cell += 1) drawn[Number(y)]![Number(x) + cell] = true;
	}
	expect(drawn).toEqual(encode(address, { ecc: 'M', border: 2 }).data);
	expect(path.length).toBeLessThan(4000);
});
