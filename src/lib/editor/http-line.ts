import { EventReader, type LineEvent } from './line-events.ts';
import { PATIENCE, type Patience } from './line-patience.ts';
import { LinePost } from './line-post.ts';

/** The server hears what we have got at the latest after so much, for it keeps it until then. */
const TELL_AFTER_CHARACTERS = 32 * 1024;

/** As a WebSocket says it: the line was lost, and nobody said why. */
const LOST = 1006;

export type HttpLineOptions = {
	/** Ask for events again and again, as a proxy is known to keep streams back. */
	polls?: boolean;
	/** Called when it turns out that a proxy keeps streams back. */
	onPolls?: () => void;
	ask?: typeof fetch;
	patience?: Partial<Patience>;
};

/**
 * A line to the live door over plain HTTP, in the shape of a WebSocket: for networks that let none
 * through. Frames go up in bodies; they come down in an answer that stays open, or in answers to polls.
 */
export class HttpLine {
	readonly OPEN = 1;
	readyState = 0;
	binaryType = 'arraybuffer';
	onopen: (() => void) | null = null;
	onmessage: ((event: { data: Uint8Array }) => void) | null = null;
	onclose: ((event: { code: number; reason: string }) => void) | null = null;
	onerror: (() => void) | null = null;
	readonly #address: URL;
	readonly #ask: typeof fetch;
	readonly #patience: Patience;
	readonly #onPolls: () => void;
	readonly #ended = new AbortController();
	readonly #post = new LinePost();
	#stream: AbortController | null = null;
	#polls: boolean;
	#delivery: Promise<void> | null = null;
	#isRefused = false;
	/** The server is to hear what we have, though we have nothing to send. */
	#owesWord = false;
	#untold = 0;
	#received = 0;
	#heardAt = 0;
	#behind: ReturnType<typeof setTimeout> | undefined;

	constructor(url: string | URL, options: HttpLineOptions = {}) {
		this.#address = new URL(String(url).replace(/^ws/, 'http'));
		this.#ask = options.ask ?? ((...asked) => fetch(...asked));
		this.#patience = { ...PATIENCE, ...options.patience };
		this.#polls = options.polls ?? false;
		this.#onPolls = options.onPolls ?? (() => {});
		void this.#open();
	}

	send(frame: Uint8Array): void {
		if (this.readyState !== 1) return;
		this.#post.add(frame);
		void this.#deliver();
	}

	/** Leaves, after what was sent last; nobody hears `onclose`. */
	close(): void {
		const { readyState } = this;
		if (readyState > 1) return;
		this.readyState = 2;
		this.#stream?.abort();
		if (readyState === 0) this.#end();
		else void this.#deliver().then(this.#leave);
	}

	async #open(): Promise<void> {
		try {
			const response = await this.#fetch('POST', {}, within(this.#patience.answer));
			const said: unknown = response.ok ? await response.json() : null;
			if (this.readyState > 0) return;
			if (isObject(said) && typeof said.close === 'number') return this.#end(said.close);
			if (!isObject(said) || typeof said.line !== 'string') return this.#end(LOST);
			// The parameters of the opening said who we are; the line remembers that.
			this.#address.search = new URLSearchParams({ line: said.line }).toString();
		} catch {
			return this.#end(LOST);
		}
		this.readyState = 1;
		globalThis.addEventListener?.('pagehide', this.#leave);
		this.onopen?.();
		await this.#follow();
	}

	/** Reads events until the line ends. */
	async #follow(): Promise<void> {
		let failures = 0;
		let failedAt = 0;
		while (this.readyState === 1) {
			const before = this.#heardAt;
			const status = await (this.#polls ? this.#pollOnce() : this.#readStream()).catch(() => 0);
			if (this.readyState !== 1) return;
			if (status === 404) return this.#end(LOST);
			failures = this.#heardAt > before ? 0 : failures + 1;
			if (failures < 2) failedAt = performance.now();
			// A stream that was cut off may be cut off again at once.
			const isCalm = this.#polls && failures === 0;
			if (!isCalm && !(await this.#mayTryAgain(failures, failedAt))) return;
		}
	}

	async #readStream(): Promise<number> {
		const { firstWord, nextWord } = this.#patience;
		const stream = new AbortController();
		this.#stream = stream;
		let silence: ReturnType<typeof setTimeout> | undefined;
		const wait = (ms: number) => {
			clearTimeout(silence);
			silence = setTimeout(() => this.#pollFromNow(), ms);
		};
		wait(firstWord);
		try {
			const accept = { accept: 'text/event-stream' };
			const response = await this.#fetch('GET', {}, stream.signal, { headers: accept });
			if (!response.ok || !response.body) return response.status;
			const events = new EventReader();
			const decoder = new TextDecoder();
			const reader = response.body.getReader();
			for (;;) {
				const { value, done } = await reader.read();
				if (done || this.readyState !== 1) return response.status;
				wait(nextWord);
				this.#hear(events, decoder.decode(value, { stream: true }));
			}
		} finally {
			clearTimeout(silence);
			clearTimeout(this.#behind);
			this.#behind = undefined;
			this.#stream = null;
		}
	}

	async #pollOnce(): Promise<number> {
		const response = await this.#fetch('GET', { poll: '1' }, within(this.#patience.poll));
		if (!response.ok) return response.status;
		// What is no answer of ours must not be taken for one.
		const text = await response.text();
		if (text === '') this.#heardAt = performance.now();
		this.#untold = 0;
		this.#hear(new EventReader(), text);
		return response.status;
	}

	#hear(events: EventReader, text: string): void {
		const read = events.read(text);
		if (!this.#polls || read.length > 0) this.#heardAt = performance.now();
		this.#untold += text.length;
		clearTimeout(this.#behind);
		this.#behind = undefined;
		for (const event of read) this.#take(event);
		if (this.#polls || this.#untold < TELL_AFTER_CHARACTERS) return;
		this.#owesWord = true;
		void this.#deliver();
	}

	#take(event: LineEvent): void {
		if (this.readyState !== 1 || event.number <= this.#received) return;
		this.#received = event.number;
		if (event.kind === 'frame') this.onmessage?.({ data: event.frame });
		else if (event.kind === 'close') this.#end(event.code);
		else if (!this.#polls) {
			this.#owesWord = true;
			void this.#deliver();
		}
	}

	/** Resolves when nothing waits to be sent, or nothing can be. */
	#deliver(): Promise<void> {
		this.#delivery ??= this.#sendBodies().finally(() => (this.#delivery = null));
		return this.#delivery;
	}

	/** Sends what waits, one body after the other. */
	async #sendBodies(): Promise<void> {
		// What is sent in one turn goes in one body.
		await null;
		let failures = 0;
		let failedAt = 0;
		while (this.readyState < 3 && !this.#isRefused && (this.#owesWord || !this.#post.isEmpty)) {
			this.#owesWord = false;
			const { from, body, taken } = this.#post.next();
			if (failures === 0) failedAt = performance.now();
			try {
				const limit = within(this.#patience.taken);
				const response = await this.#fetch('POST', { from: String(from) }, limit, { body });
				// Why, is said by the events; or they end too.
				if (response.status === 404 || response.status === 413) return this.#refused();
				const last = await response.text();
				// A page of the network's own is no proof that anything was taken.
				if (!response.ok || !/^\d+$/.test(last)) throw new Error('no answer of the live door');
				taken();
				failures = 0;
				this.#compare(Number(last));
			} catch {
				this.#owesWord = true;
				if (!(await this.#mayTryAgain(++failures, failedAt))) break;
			}
		}
	}

	#refused(): void {
		this.#isRefused = true;
		this.#behind ??= setTimeout(() => this.#end(LOST), this.#patience.behind);
	}

	/** The server has sent events up to this number. */
	#compare(last: number): void {
		if (last <= this.#received || !this.#stream || this.#behind) return;
		this.#behind = setTimeout(() => this.#pollFromNow(), this.#patience.behind);
	}

	#pollFromNow(): void {
		this.#polls = true;
		this.#onPolls();
		this.#stream?.abort();
	}

	/** Waits before another try; false when there is no line to try it on any more. */
	async #mayTryAgain(failures: number, since: number): Promise<boolean> {
		const { giveUp, again } = this.#patience;
		if (performance.now() - since > giveUp) this.#end(LOST);
		if (this.readyState > 2) return false;
		await new Promise((next) =>
			setTimeout(next, again * 2 ** Math.min(Math.max(failures - 1, 0), 3))
		);
		return this.readyState < 3;
	}

	#fetch(
		method: string,
		params: Record<string, string>,
		limit: AbortSignal,
		init: RequestInit = {}
	): Promise<Response> {
		const address = new URL(this.#address);
		for (const [name, value] of Object.entries(params)) address.searchParams.set(name, value);
		if (address.searchParams.has('line')) {
			address.searchParams.set('after', String(this.#received));
			this.#untold = 0;
		}
		const signal = AbortSignal.any([this.#ended.signal, limit]);
		return this.#ask(address, { method, cache: 'no-store', redirect: 'error', ...init, signal });
	}

	#leave = (): void => {
		if (this.readyState > 2) return;
		// Outlives the page; whether it arrives makes no difference but to how soon others know.
		const left = this.#ask(this.#address, { method: 'DELETE', keepalive: true });
		left.catch(() => {});
		// A page that comes back from the browser's memory finds it lost, and opens another.
		this.#end(LOST);
	};

	#end(code?: number): void {
		if (this.readyState === 3) return;
		this.readyState = 3;
		globalThis.removeEventListener?.('pagehide', this.#leave);
		clearTimeout(this.#behind);
		this.#ended.abort();
		if (code !== undefined) this.onclose?.({ code, reason: '' });
	}
}

const within = (ms: number) => AbortSignal.timeout(ms);

function isObject(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null;
}
