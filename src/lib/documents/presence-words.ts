import { m } from '#lib/paraglide/messages.js';
import type { Present } from './document.ts';

/** Two first names say who; with more a name and a number do. */
const NAMED_MAX = 2;

/** Who is in a document, in words: "Samira en Joost schrijven mee". Empty when nobody is. */
export function presenceInWords(people: readonly Present[]): string {
	const writers = people.filter((present) => present.writing);
	const writing = writers.length > 0;
	const names = (writing ? writers : people).map((present) => firstName(present.name));
	const [name, other] = names;
	if (!name) return '';
	if (names.length > NAMED_MAX) {
		const count = names.length - 1;
		return writing
			? m.documents_writing_many({ name, count })
			: m.documents_reading_many({ name, count });
	}
	if (other) {
		const some = { names: name, name: other };
		return writing ? m.documents_writing_some(some) : m.documents_reading_some(some);
	}
	return writing ? m.documents_writing_one({ name }) : m.documents_reading_one({ name });
}

function firstName(name: string): string {
	return name.split(/\s+/u)[0] ?? name;
}
