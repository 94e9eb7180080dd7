import { join } from 'node:path';
import type { z } from 'zod';
import { dismiss, hire } from './crew.ts';
import { ask, type Got } from './errands.ts';
import { LOAD } from './load/errands.ts';

type Load = typeof LOAD;
type Ask = <N extends keyof Load & string>(
	name: N,
	given: z.input<Load[N]['given']>
) => Promise<Got<Load, N>>;

/** The people of one measurement, in a process of their own. */
export type Crowd = { ask: Ask; dismiss(): Promise<void> };

export function gatherCrowd(seed: number): Crowd {
	const child = hire(join(import.meta.dirname, 'load/process.ts'), [String(seed)]);
	return {
		ask: (name, given) => ask(child, LOAD, name, given),
		dismiss: () => dismiss(child)
	};
}
