import { Connection } from './connection.ts';
import type { ConnectionOptions } from './connection.ts';
import type { Notice } from './notices.ts';

/** A page that has not woken up by then never will, or is drawn anew. On a slow network its scripts come as late as its text. */
const WAITS_MS = 30_000;

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
		return !this.#hearing && !this.#isLeft && this.connection.line.state !== 'refused';
	}

	/** From now on all is heard there, and what had come before at once. */
	hear(hearing: Hearing): void {
		clearTimeout(this.#waiting);
		this.#hearing = hearing;
		for (const notice of this.#notices.splice(0)) hearing.onNotice?.(notice);
	}

	/** Nobody needs it any more. Closes it, unless somebody hears it: they close it themselves. */
	leave(): void {
		if (this.#isLeft) return;
		clearTimeout(this.#waiting);
		this.#isLeft = true;
		lines.delete(this);
		if (!this.#hearing) void this.connection.close();
	}
}

/** Those that somebody needs, or may. */
const lines = new Set<EarlyLine>();

/**
 * Opens the line to the text of a page that is about to be shown: what brings the text then travels together with what
 * draws it. Nothing when that text has its line already, and on the server.
 */
export function openLine(partId: string, person: { id: string; name: string }): void {
	if (typeof document === 'undefined') return;
	if ([...lines].some((line) => line.partId === partId)) return;
	lines.add(new EarlyLine(partId, person));
}

/** The line that was opened for this text, or one opened now. Whoever takes it leaves it. */
export function takeLine(partId: string, person: { id: string; name: string }): EarlyLine {
	const early = [...lines].find((line) => line.partId === partId && line.isFree);
	const line = early ?? new EarlyLine(partId, person);
	lines.add(line);
	return line;
}
