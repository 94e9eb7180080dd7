import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { codeInHalves, newCode, readCode } from './codes.ts';

/** Every code that chance can give. */
const anyCode = fc
	.array(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), {
		minLength: 6,
		maxLength: 6
	})
	.map((chances) => {
		const left = [...chances];
		return newCode((most) => Math.floor((left.shift() ?? 0) * most));
	});
/** All signs that stand in codes. */
const SIGNS = new Set(
	Array.from({ length: 100 }, (_, nth) => newCode((most) => nth % most).charAt(0))
);

describe('a new code', () => {
	test('has six signs, as chance decides', () => {
		expect(newCode(() => 0)).toBe('CCCCCC');
		expect(newCode((most) => most - 1)).toBe('999999');
		let nth = 0;
		expect(newCode(() => nth++)).toBe('CDFGHJ');
		fc.assert(fc.property(anyCode, (code) => /^[A-Z2-9]{6}$/.test(code)));
	});

	test('has no sign that is taken for another, and no vowel', () => {
		for (const pair of ['0O', '1IL', '2Z', '5S', '8B', 'UV']) {
			const both = [...pair].filter((sign) => SIGNS.has(sign));
			expect(both.length, pair).toBeLessThanOrEqual(1);
		}
		for (const vowel of 'AEIOUY') expect(SIGNS.has(vowel), vowel).toBe(false);
	});

	test('is one of so many that nobody guesses one', () => {
		expect(SIGNS.size ** 6).toBeGreaterThan(100_000_000);
	});
});

describe('what somebody types', () => {
	test('is the code, however they space it and whatever they hold down', () => {
		for (const typed of [
			...['K7P3RX', 'k7p3rx', 'K7P 3RX', ' k7p 3rx ', 'K7P-3RX', 'k7p–3rx', 'K7P\u00a03RX'],
			...['K 7 P 3 R X', 'k.7.p.3.r.x', 'K7P\t3RX\n', 'K7P - 3RX']
		]) {
			expect(readCode(typed), typed).toBe('K7P3RX');
		}
	});

	test('may be the letter that looks like a digit', () => {
		expect(readCode('CSZBCC')).toBe('C528CC');
		expect(readCode('cszbcc')).toBe('C528CC');
	});

	test('is no code when it has other signs, or more or fewer', () => {
		for (const typed of [
			...['', ' ', '-', 'K7P3R', 'K7P3RX2', 'K7P3RA', 'K7P3R0', 'K7P3R1', 'K7P3R!'],
			...['K7P_3RX', 'K7P/3RX', 'К7P3RX', 'K7P3R💬', 'constructor', '__proto__']
		]) {
			expect(readCode(typed), typed).toBeNull();
		}
	});

	test('leads back to every code, as it is shown and in small letters', () => {
		fc.assert(
			fc.property(anyCode, (code) => {
				expect(readCode(code)).toBe(code);
				expect(readCode(codeInHalves(code))).toBe(code);
				expect(readCode(codeInHalves(code).toLowerCase())).toBe(code);
			})
		);
	});

	test('is a code of six of our signs, or none, whatever it is', () => {
		const sign = fc.constantFrom(...'K7P3RXksz0o ß-–.Ké💬');
		const almost = fc.array(sign, { minLength: 5, maxLength: 8 }).map((all) => all.join(''));
		fc.assert(
			fc.property(fc.oneof(fc.string({ maxLength: 8 }), almost), (typed) => {
				const code = readCode(typed);
				if (code === null) return;
				expect(code).toHaveLength(6);
				expect([...code].every((sign) => SIGNS.has(sign))).toBe(true);
			})
		);
	});
});

test('a code is shown in two halves', () => {
	expect(codeInHalves('K7P3RX')).toBe('K7P 3RX');
});
