import { commandRounds } from '#tests/live/rounds-command.ts';
import { converge, type Convergence } from './convergence.ts';
import { COMPACTIONS, type SloppyCompaction } from './sloppy-compactions.ts';

// `npm run test:convergence -- --rounds 200 --seed 7`; with `--sabotage <how>` it must fail.

await commandRounds<Convergence, SloppyCompaction>({
	usually: 200,
	sabotages: COMPACTIONS,
	play: converge,
	// As in the short form: a compaction that fails is one that found something missing.
	isFailed: ({ difference, failed }) => difference !== null || failed > 0,
	describe: ({ acts, doubled, compactions, failed, difference }) =>
		`${acts} acts, ${doubled} frames twice, ${compactions} compactions of which ${failed} failed; ${difference ?? 'all agree'}`
});
