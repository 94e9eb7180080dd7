import { m } from '#lib/paraglide/messages.js';
import type { PersonHere } from './people.ts';

/** At most one sentence about people in this time. */
const TELL_EVERY_MS = 10_000;

/** Tells who starts to write along: politely, together, and not about oneself. */
export class Arrivals {
	readonly #tell: (words: string) => void;
	#waiting: string[] = [];
	#timer: ReturnType<typeof setTimeout> | undefined;

	constructor(tell: (words: string) => void) {
		this.#tell = tell;
	}

	notice(before: readonly PersonHere[], now: readonly PersonHere[]): void {
		const wrote = new Set(before.filter(({ inText }) => inText).map(({ id }) => id));
		for (const { id, name, inText, self } of now) {
			if (inText && !self && !wrote.has(id) && !this.#waiting.includes(name)) {
				this.#waiting.push(name);
			}
		}
		if (this.#waiting.length > 0) this.#timer ??= setTimeout(() => this.#say(), 500);
	}

	stop(): void {
		clearTimeout(this.#timer);
	}

	#say(): void {
		const [name = '', ...others] = this.#waiting.splice(0);
		const next = () => {
			this.#timer = undefined;
			if (this.#waiting.length > 0) this.#say();
		};
		this.#timer = setTimeout(next, TELL_EVERY_MS);
		this.#tell(
			others.length > 0
				? m.editor_people_write({ name, count: others.length })
				: m.editor_person_writes({ name })
		);
	}
}
