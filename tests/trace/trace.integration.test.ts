import { expect, test } from 'vitest';
import { replay } from './replay.ts';
import { findTrace } from './trace.ts';

test(
	'[T3] twenty thousand keystrokes are the same text everywhere',
	{ timeout: 240_000 },
	async () => {
		const { texts, expected } = await replay(findTrace().keystrokes.slice(0, 20_000));
		expect(expected.length).toBeGreaterThan(1000);
		for (const [place, text] of Object.entries(texts)) expect(text === expected, place).toBe(true);
	}
);
