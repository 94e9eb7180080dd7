import { m } from '#lib/paraglide/messages.js';
import { FUNCTION_WORD } from '#lib/ui/words.ts';
import type { PersonTold } from './threads.ts';

/** Under a name: "onderzoeker, Saxion". Empty when neither is known. */
export function roleOf(person: Pick<PersonTold, 'function' | 'organisation'>): string {
	const role = person.function && FUNCTION_WORD[person.function]();
	return [role, person.organisation].filter(Boolean).join(', ');
}

/** Their name, or that somebody said it where one is not to know who. */
export function nameOf({ name }: Pick<PersonTold, 'name'>): string {
	return name || m.threads_somebody();
}
