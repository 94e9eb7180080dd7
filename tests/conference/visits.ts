/** A page of the product, asked as a browser without script asks it. */
export type Answer = {
	status: number;
	location: string | null;
	cookie: string | null;
	body: string;
};

const COME_BACK_MS = 1000;

/** Somebody's browser, as far as a server sees one. */
export class Visits {
	readonly #house: string;
	cookie: string | undefined;

	constructor(house: string, cookie?: string) {
		this.#house = house;
		this.cookie = cookie;
	}

	get(path: string): Promise<Answer> {
		return this.#ask(path, { method: 'GET' });
	}

	/** Sends a form. */
	post(path: string, fields: Record<string, string> = {}): Promise<Answer> {
		return this.#ask(path, { method: 'POST', body: new URLSearchParams(fields) });
	}

	/** Asks the API. */
	async send(method: string, path: string, body: unknown): Promise<unknown> {
		const headers = { ...this.#headers(), origin: this.#house, 'content-type': 'application/json' };
		const init = { method, headers, body: JSON.stringify(body) };
		const response = await fetch(this.#house + path, init);
		if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
		return response.status === 204 ? undefined : response.json();
	}

	/**
	 * Server-sent events: calls `heard` with the name of each, until it is over. As a browser does, it comes back when
	 * the server ends it, and says until when it heard; the first time `opened` is called, for the page is older.
	 */
	async listen(
		path: string,
		{ opened, heard }: { opened: () => void; heard: (event: string) => void },
		end: AbortSignal
	): Promise<void> {
		let last: string | undefined;
		while (!end.aborted) {
			const headers = { ...this.#headers(), ...(last && { 'last-event-id': last }) };
			try {
				const response = await fetch(this.#house + path, { headers, signal: end });
				if (!response.ok || !response.body) throw new Error(`${path}: ${response.status}`);
				if (last === undefined) opened();
				last ??= '';
				let rest = '';
				for await (const chunk of response.body.pipeThrough(new TextDecoderStream())) {
					const lines = (rest + chunk).split('\n');
					rest = lines.pop() ?? '';
					for (const line of lines) {
						if (line.startsWith('id: ')) last = line.slice(4);
						if (line.startsWith('event: ')) heard(line.slice(7));
					}
				}
			} catch {
				await new Promise((resolve) => setTimeout(resolve, COME_BACK_MS));
			}
		}
	}

	async #ask(path: string, init: RequestInit): Promise<Answer> {
		const headers = { ...this.#headers(), origin: this.#house };
		const response = await fetch(this.#house + path, { ...init, headers, redirect: 'manual' });
		const body = await response.text();
		const [set] = response.headers.getSetCookie().filter((one) => one.startsWith('session='));
		const cookie = set?.split(';')[0] ?? null;
		if (cookie) this.cookie = cookie;
		return { status: response.status, location: response.headers.get('location'), cookie, body };
	}

	#headers(): Record<string, string> {
		return { accept: 'text/html', ...(this.cookie && { cookie: this.cookie }) };
	}
}
