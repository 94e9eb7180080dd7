import { PERSPECTIVES, type Perspective } from './kinds.ts';

/** What changes for a party, in its own words; or why it says nothing, by whoever arranges the case. */
export type Closing = { perspective: Perspective; change: string; reason: string };

export const CLOSING_MAX = 2000;

/** The parties that take part in a case: those that have a voice in it. */
export function partiesOf(voices: readonly { perspective: Perspective }[]): Perspective[] {
	const present = new Set(voices.map(({ perspective }) => perspective));
	return PERSPECTIVES.filter((perspective) => present.has(perspective));
}

/** The parties of which neither is known yet: while there is one, the case is not finished. */
export function silentParties(
	voices: readonly { perspective: Perspective }[],
	closings: readonly Closing[]
): Perspective[] {
	const heard = new Set(
		closings
			.filter(({ change, reason }) => change.trim() !== '' || reason.trim() !== '')
			.map(({ perspective }) => perspective)
	);
	return partiesOf(voices).filter((perspective) => !heard.has(perspective));
}
