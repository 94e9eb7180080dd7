import { expect, test } from 'vitest';
import { isWrong, playLate, type LateSabotage } from './late.ts';

// Few, to be quick. `npm run test:late` plays as many as one wants, and some fail: the README of `merge` names them.
const ROUNDS = 12;
const PATIENCE_MS = 120_000;

const played = (sabotage?: LateSabotage) =>
	Array.from({ length: ROUNDS }, (_, nth) => playLate({ seed: nth + 1, sabotage }));

test(
	'what is typed while the server writes over a text, again and again, is there once',
	() => {
		const rounds = played();
		expect(rounds.filter(isWrong)).toEqual([]);
		expect(rounds.reduce((sum, { rescued }) => sum + rescued, 0)).toBeGreaterThan(ROUNDS);
	},
	PATIENCE_MS
);

test(
	'and it is lost when nobody looks',
	() => {
		expect(played('unwatched').filter(isWrong).length).toBeGreaterThan(ROUNDS / 3);
	},
	PATIENCE_MS
);
