import type { Done } from '#lib/runs/said.ts';

/** An action that, when it was not refused, answers what was done. */
export function then<Event, Refused>(
	done: Done,
	action: (event: Event) => Promise<Refused | void>
): (event: Event) => Promise<Refused | { done: Done }> {
	return async (event) => (await action(event)) ?? { done };
}
