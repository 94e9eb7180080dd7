import type { Connection } from './connection.ts';
import { presenceFrame } from './protocol.ts';

/** Proxies cut off what is silent for a minute, stock clients leave after 30 s without a message. */
const EVERY_MS = 15_000;
/** So many groups take turns: two thousand at once would keep everybody waiting for a tenth of a second. */
const GROUPS = 60;

type Asked = Pick<Connection, 'check'>;

/** Asks everybody inside for a sign of life, each once in fifteen seconds. */
export class SignsOfLife {
	readonly #groups = Array.from({ length: GROUPS }, () => new Set<Asked>());
	readonly #sign = presenceFrame([]);
	readonly #timer: NodeJS.Timeout;
	#joined = 0;
	#turn = 0;

	constructor(everyMs = EVERY_MS) {
		this.#timer = setInterval(() => this.#ask(), everyMs / GROUPS);
	}

	/** Asks this connection too; gives what ends that. */
	watch(connection: Asked): () => void {
		// The same one as long as they stay: who is asked again too soon would seem to be gone.
		const group = this.#groups[this.#joined++ % GROUPS]!;
		group.add(connection);
		return () => void group.delete(connection);
	}

	stop(): void {
		clearInterval(this.#timer);
	}

	#ask(): void {
		this.#turn = (this.#turn + 1) % GROUPS;
		for (const connection of this.#groups[this.#turn]!) connection.check(this.#sign);
	}
}
