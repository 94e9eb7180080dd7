import { parseArgs } from 'node:util';

/** What every run of rounds can be told; the same seed makes the same throws. */
export type RoundsOptions<Sabotage> = { rounds: number; seed: number; sabotage?: Sabotage };

export type RoundsCommand<Round, Sabotage extends string> = {
	/** So many rounds unless told otherwise. */
	usually: number;
	/** Ways to break the promise: with one of them it must fail. */
	sabotages: readonly Sabotage[];
	/** Plays them, and tells each as soon as it is over. */
	play(
		options: RoundsOptions<Sabotage>,
		tell: (round: Round, nth: number) => void
	): Promise<unknown>;
	isFailed(round: Round): boolean;
	describe(round: Round): string;
};

/**
 * Plays as many rounds as the command line says (`--rounds 30 --seed 7 --sabotage <how>`), says each, and ends
 * with `N passed, N failed`. What fails, also of the harness itself, is named with its round and seed. Exits
 * with 1 unless every round passed.
 */
export async function commandRounds<Round, Sabotage extends string>(
	command: RoundsCommand<Round, Sabotage>
): Promise<never> {
	const { rounds, seed, sabotage } = readOptions(command);
	const began = performance.now();
	const failures: string[] = [];
	let done = 0;
	const fail = (what: string) => failures.push(`round ${done} of seed ${seed}: ${what}`);
	try {
		await command.play({ rounds, seed, sabotage }, (round) => {
			done++;
			const said = command.describe(round);
			const minutes = ((performance.now() - began) / 60_000).toFixed(1);
			console.log(`round ${done} (${minutes} min): ${said}`);
			if (command.isFailed(round)) fail(said);
		});
	} catch (error) {
		done++;
		fail(error instanceof Error ? (error.stack ?? error.message) : String(error));
	}
	for (const failure of failures) console.log(`FAILED  ${failure}`);
	console.log(`seed ${seed}`);
	console.log(`${done - failures.length} passed, ${failures.length} failed`);
	process.exit(failures.length > 0 || done < rounds ? 1 : 0);
}

function readOptions<Sabotage extends string>({
	usually,
	sabotages
}: Pick<RoundsCommand<never, Sabotage>, 'usually' | 'sabotages'>): RoundsOptions<Sabotage> {
	const { values } = parseArgs({
		options: {
			rounds: { type: 'string', default: String(usually) },
			seed: { type: 'string', default: String(Date.now() % 1_000_000) },
			sabotage: { type: 'string' }
		}
	});
	const sabotage = sabotages.find((how) => how === values.sabotage);
	if (values.sabotage && !sabotage) throw new Error(`sabotage is one of: ${sabotages.join('; ')}`);
	return { rounds: Number(values.rounds), seed: Number(values.seed), sabotage };
}
