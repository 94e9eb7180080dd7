/** What goes down a line over HTTP. */
export type LineEvent =
	{ kind: 'frame'; frame: Uint8Array } | { kind: 'ping' } | { kind: 'close'; code: number };

/**
 * The events of one line, numbered from 1, kept until the other side says that it has them: answers get
 * lost, proxies cut them off, and then the next one goes on where the other side was.
 */
export class Outbox {
	#events: LineEvent[] = [];
	#last = 0;
	#bytes = 0;

	/** The number of the last event. */
	get last(): number {
		return this.#last;
	}

	/** Bytes of frames that the other side did not say to have. */
	get bytes(): number {
		return this.#bytes;
	}

	/** Gives the event's number. */
	add(event: LineEvent): number {
		this.#events.push(event);
		this.#bytes += sizeOf(event);
		return ++this.#last;
	}

	/** The other side has everything up to this number. */
	has(number: number): void {
		const first = this.#last - this.#events.length;
		for (const event of this.#events.splice(0, Math.max(0, number - first))) {
			this.#bytes -= sizeOf(event);
		}
	}

	/** The events after this number as an event stream: at least one if there is, and about `most` bytes. */
	after(number: number, most: number): { text: string; last: number } {
		let last = Math.max(number, this.#last - this.#events.length);
		let text = '';
		while (last < this.#last && text.length < most) {
			const event = this.#events[this.#events.length - (this.#last - last)]!;
			text += write(++last, event);
		}
		return { text, last };
	}
}

function sizeOf(event: LineEvent): number {
	return event.kind === 'frame' ? event.frame.length : 0;
}

function write(number: number, event: LineEvent): string {
	if (event.kind === 'ping') return `id: ${number}\nevent: ping\ndata:\n\n`;
	if (event.kind === 'close') return `id: ${number}\nevent: close\ndata: ${event.code}\n\n`;
	const { buffer, byteOffset, length } = event.frame;
	const base64 = Buffer.from(buffer, byteOffset, length).toString('base64');
	return `id: ${number}\ndata: ${base64}\n\n`;
}
