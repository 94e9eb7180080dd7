import { Connection } from './connection.ts';
import type { ConnectionOptions } from './connection.ts';
import type { Notice } from './notices.ts';

/** A page that has not woken up by then never will, or is drawn anew. */
const WAITS_MS = 10_000;

type Hearing = Omit<ConnectionOptions, 'partId' | 'address'>;

/** A line that is opened while the page still wakes up, so that the text is there when somebody can take it. */
export class EarlyLine {
	readonly partId: string;
	readonly connection: Connection;
	#hearing: Hearing | null = null;
	#notices: Notice[] = [];
	#isLeft = false;
	readonly #waiting = setTimeout(() => this.leave(), WAITS_MS);

	constructor(partId: string, person: { id: string; name: string }) {
		this.partId = partId;
		this.connection = new Connection({
			partId,
			onChange: () => this.#hearing?.onChange(),
			onNotice: (notice) => {
				if (this.#hearing) this.#hearing.onNotice?.(notice);
				else this.#notices.push(notice);
			},
			onEdit: (update) => this.#hearing?.onEdit?.(update),
			onReturn: (update) => this.#hearing?.onReturn?.(update)
		});
		this.connection.awareness.setLocalStateField('user', person);
	}

	/** Nobody hears yet what comes, and somebody may. */
	get isFree(): boolean {
		return !this.#hearing && !this.#isLeft;
	}

	/** From now on all is heard there, and what had come before at once. */
	hear(hearing: Hearing): void {
		clearTimeout(this.#waiting);
		this.#hearing = hearing;
		for (const notice of this.#notices.splice(0)) hearing.onNotice?.(notice);
	}

	/** Closes it, unless somebody hears it: then they do. */
	leave(): void {
		if (!this.isFree) return;
		clearTimeout(this.#waiting);
		this.#isLeft = true;
		void this.connection.close();
	}
}
