import type { ChildProcess } from 'node:child_process';
import { z } from 'zod';

/** What one process asks another: what it gives along, and what it gets. */
export type Errands = Record<string, { given: z.ZodType; got: z.ZodType }>;

const Request = z.object({ nth: z.number(), name: z.string(), given: z.unknown().optional() });
const Answer = z.object({
	nth: z.number(),
	got: z.unknown().optional(),
	failed: z.string().optional()
});

export type Given<E extends Errands, N extends keyof E> = z.output<E[N]['given']>;
export type Got<E extends Errands, N extends keyof E> = z.output<E[N]['got']>;

let asked = 0;

/** Asks a process; rejects when it fails there, or when the process ends before it has answered. */
export function ask<E extends Errands, N extends keyof E & string>(
	child: ChildProcess,
	errands: E,
	name: N,
	given: z.input<E[N]['given']>
): Promise<Got<E, N>> {
	const nth = asked++;
	const { got } = errands[name]!;
	return new Promise((resolve, reject) => {
		const done = () => {
			child.off('message', hear);
			child.off('exit', ended);
		};
		const ended = () => {
			done();
			reject(new Error(`the process ended during "${name}"`));
		};
		const hear = (message: unknown) => {
			const answer = Answer.safeParse(message);
			if (!answer.success || answer.data.nth !== nth) return;
			done();
			if (answer.data.failed !== undefined) return reject(new Error(answer.data.failed));
			const parsed = got.safeParse(answer.data.got);
			if (parsed.success) resolve(parsed.data as Got<E, N>);
			else reject(parsed.error);
		};
		child.on('message', hear);
		child.once('exit', ended);
		if (!child.connected) return ended();
		child.send({ nth, name, given });
	});
}

/** Answers what the process that started this one asks, and ends with it. */
export function serve<E extends Errands>(
	errands: E,
	answers: { [N in keyof E]: (given: Given<E, N>) => Got<E, N> | Promise<Got<E, N>> }
): void {
	process.on('message', async (message) => {
		const request = Request.safeParse(message);
		if (!request.success || !(request.data.name in errands)) return;
		const { nth, name, given } = request.data;
		// Who asked may be gone by now.
		const answer = (what: object) => process.send?.({ nth, ...what }, () => {});
		try {
			const parsed = errands[name]!.given.parse(given) as Given<E, string>;
			answer({ got: await answers[name]!(parsed) });
		} catch (error) {
			answer({ failed: error instanceof Error ? error.message : String(error) });
		}
	});
	// An exit, not a kill: a profile is written at the exit.
	process.on('disconnect', () => process.exit(0));
}
