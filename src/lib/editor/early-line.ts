import { Connection } from './connection.ts';
import type { ConnectionOptions } from './connection.ts';
import type { Notice } from './notices.ts';

type Hearing = Omit<ConnectionOptions, 'partId' | 'address'>;

/** A line that is opened while the page still wakes up, so that the text is there when somebody can take it. */
export class EarlyLine {
	readonly partId: string;
	readonly connection: Connection;
	#hearing: Hearing | null = null;
	#notices: Notice[] = [];

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

	/** Somebody hears what comes. */
	get isTaken(): boolean {
		return this.#hearing !== null;
	}

	/** From now on all is heard there, and what had come before at once. */
	hear(hearing: Hearing): void {
		this.#hearing = hearing;
		for (const notice of this.#notices.splice(0)) hearing.onNotice?.(notice);
	}

	/** Nobody came for it. */
	leave(): void {
		if (!this.isTaken) void this.connection.close();
	}
}
