import type { WerkplaatsFunction } from './functions.ts';
import { atLeast, type Level } from './levels.ts';

/** The code of what is wrong with a level that a werkplaats wants for a function; null when it will do. */
export function policyFault(holder: WerkplaatsFunction, level: Level | null): string | null {
	// Ownership belongs to a person.
	if (level === 'owner') return 'too_high';
	// Else a werkplaats could be left with documents that nobody manages.
	if (holder === 'coordinator' && level && !atLeast(level, 'manage')) return 'coordinator_manages';
	return null;
}
