import { CONTENT_SCHEMA } from '#domain/content/schema.ts';
import { firstLine, openClient, type Client } from '#tests/live/client.ts';

/** Something typed: when, and when the server said that it is stored. */
export type Typed = { word: string; at: number; storedAt: number | null };

export type Seat = { address: string; part: string; cookie: string };

/** Somebody at the text of their group, with a stock client: types words of their own, and hears those of others. */
export class Writer {
	readonly typed: Typed[] = [];
	/** When each word of others came in. */
	readonly heard = new Map<string, number>();
	readonly #name: string;
	readonly #client: Client;
	/** What was sent on this connection, in order: the words that are stored when that is acknowledged. */
	#sent: Typed[][] = [];
	#length = 0;

	constructor(name: string, { address, part, cookie }: Seat) {
		this.#name = name;
		this.#client = openClient({
			...{ address, part, headers: { cookie } },
			params: { ack: '1', schema: String(CONTENT_SCHEMA) },
			onOpen: () => (this.#sent = []),
			onSend: (frame) => {
				if (frame[0] !== 0 || frame[1] === 0) return;
				// What comes after the first answer is one word each.
				const isAnswer = frame[1] === 1;
				const unstored = this.typed.filter(({ storedAt }) => storedAt === null);
				this.#sent.push(isAnswer ? unstored : unstored.slice(-1));
			},
			onAck: (count) => {
				for (const word of this.#sent.slice(0, count).flat()) word.storedAt ??= performance.now();
			}
		});
		this.#client.doc.on('update', (_, origin: unknown) => {
			if (origin === this.#client.provider) this.#hear();
		});
	}

	get isSynced(): boolean {
		return this.#client.provider.synced;
	}

	get text(): string {
		return this.#client.text();
	}

	/** How often the server closed the line. */
	get code(): number | undefined {
		return this.#client.code();
	}

	/** Types a word that nobody else types, at the end of the first line. */
	type(): void {
		const word = `${this.#name}x${this.typed.length}`;
		this.typed.push({ word, at: performance.now(), storedAt: null });
		const { doc } = this.#client;
		doc.transact(() => {
			const line = firstLine(doc);
			line.insert(line.length, `${word} `);
		});
	}

	leave(): void {
		this.#client.close();
	}

	#hear(): void {
		const { text } = this;
		// Words come at the end, most often: what is before was looked at.
		for (const word of text.slice(Math.max(0, this.#length - 200)).split(/\s+/)) {
			if (!this.heard.has(word)) this.heard.set(word, performance.now());
		}
		this.#length = text.length;
	}
}
