import type { Level } from '#domain/levels.ts';
import { atLeast } from '#domain/levels.ts';

/** What one does with a text. */
export const MODES = ['edit', 'suggest', 'read'] as const;
export type Mode = (typeof MODES)[number];

/** What somebody with this ability may choose from. */
export function modesFor(ability: Level): Mode[] {
	if (!atLeast(ability, 'suggest')) return ['read'];
	return atLeast(ability, 'edit') ? ['edit', 'suggest', 'read'] : ['suggest', 'read'];
}

const keyOf = (part: string) => `mode.${part}`;

/** As it was chosen on this visit, where that may be chosen still. */
export function recallMode(part: string, modes: readonly Mode[]): Mode | null {
	const kept = sessionStorage.getItem(keyOf(part));
	return modes.find((mode) => mode === kept) ?? null;
}

export function rememberMode(part: string, mode: Mode): void {
	sessionStorage.setItem(keyOf(part), mode);
}
