import { HttpLine } from './http-line.ts';
import { rememberedWay, rememberWay, type Way } from './line-memory.ts';

/** The server says something as soon as a line is open. A proxy may let the opening through and no more. */
const FIRST_MESSAGE_MS = 4_000;
/** HTTP first finds out whether its streams are kept back, and then polls. */
const FIRST_MESSAGE_OVER_HTTP_MS = 20_000;
/** By then the server has answered what the client asked first, even with a book. */
const ANSWER_MS = 15_000;
/** A WebSocket that worked before in this tab fails because the server restarts, more often than for good. */
const FAILURES_BEFORE_HTTP = 3;
/** So often it is tried, unseen, whether a WebSocket gets through by now. */
const LOOK_AGAIN_MS = 5 * 60_000;

const LOST = 1006;
let failures = 0;

type Message = { data: ArrayBuffer | Uint8Array };
type Close = { code: number; reason: string };
type Wire = WebSocket | HttpLine;

/**
 * The line to the live door as one WebSocket, whatever the network lets through: a WebSocket, or else
 * HTTP. It is open when the server's first message is here, which is the only proof that it is.
 */
export class LineSocket {
	readonly OPEN = 1;
	readyState = 0;
	binaryType: BinaryType = 'arraybuffer';
	onopen: (() => void) | null = null;
	onmessage: ((event: Message) => void) | null = null;
	onclose: ((event: Close) => void) | null = null;
	onerror: (() => void) | null = null;
	readonly #url: string | URL;
	readonly #Socket: typeof WebSocket;
	#wire: Wire | null = null;
	#timer: ReturnType<typeof setTimeout> | undefined;

	/** `Socket` is what opens a WebSocket. */
	constructor(url: string | URL, Socket = WebSocket) {
		this.#url = url;
		this.#Socket = Socket;
		this.#try(waysToTry());
	}

	send(data: Uint8Array<ArrayBuffer>): void {
		if (this.readyState === 1) this.#wire?.send(data);
	}

	close(): void {
		this.#end();
	}

	#try([way, ...others]: Way[]): void {
		if (way === undefined) return this.#end({ code: LOST, reason: '' });
		const wire = this.#make(way);
		this.#wire = wire;
		const fail = () => {
			clearTimeout(this.#timer);
			drop(wire);
			if (way === 'websocket') failures++;
			this.#try(others);
		};
		const patience = way === 'websocket' ? FIRST_MESSAGE_MS : FIRST_MESSAGE_OVER_HTTP_MS;
		this.#timer = setTimeout(fail, patience);
		wire.onerror = () => {};
		wire.onclose = (event: Close) => (isOfServer(event.code) ? this.#end(event) : fail());
		wire.onmessage = (event: Message) => this.#opened(wire, way, event);
	}

	#make(way: Way): Wire {
		if (way !== 'websocket') {
			return new HttpLine(this.#url, {
				polls: way === 'poll',
				onPolls: () => rememberWay('poll')
			});
		}
		const socket = new this.#Socket(this.#url);
		socket.binaryType = 'arraybuffer';
		return socket;
	}

	#opened(wire: Wire, way: Way, first: Message): void {
		clearTimeout(this.#timer);
		wire.onclose = (event: Close) => this.#end(event);
		wire.onmessage = (event: Message) => {
			if (isAnswer(event)) this.#proven(way);
			this.onmessage?.(event);
		};
		// Our words may be dropped where the server's get through; over HTTP each of them is answered.
		if (way === 'websocket') this.#timer = setTimeout(() => this.#unanswered(), ANSWER_MS);
		this.readyState = 1;
		this.onopen?.();
		this.onmessage?.(first);
	}

	#unanswered(): void {
		rememberWay('http');
		this.#end({ code: LOST, reason: '' });
	}

	#proven(way: Way): void {
		clearTimeout(this.#timer);
		if (way === 'websocket') {
			failures = 0;
			rememberWay(way);
		} else {
			if (rememberedWay() !== 'poll') rememberWay(way);
			this.#timer = setTimeout(() => this.#lookAgain(), LOOK_AGAIN_MS);
		}
	}

	// What is open is left in peace: the next line goes the better way.
	#lookAgain(): void {
		const probe = this.#make('websocket');
		probe.onerror = () => {};
		probe.onmessage = () => {
			clearTimeout(this.#timer);
			rememberWay('websocket');
			drop(probe);
		};
		this.#timer = setTimeout(() => {
			drop(probe);
			this.#timer = setTimeout(() => this.#lookAgain(), LOOK_AGAIN_MS);
		}, FIRST_MESSAGE_MS);
	}

	#end(event?: Close): void {
		if (this.readyState === 3) return;
		this.readyState = 3;
		clearTimeout(this.#timer);
		if (this.#wire) drop(this.#wire);
		if (event) this.onclose?.(event);
	}
}

function waysToTry(): Way[] {
	const way = rememberedWay();
	if (way === 'websocket' && failures < FAILURES_BEFORE_HTTP) return ['websocket'];
	if (way === 'http' || way === 'poll') return [way, 'websocket'];
	return ['websocket', 'http'];
}

function drop(wire: Wire): void {
	wire.onmessage = wire.onclose = wire.onopen = null;
	wire.close();
}

/** The codes with which our server closes, before anything else was said; every other is the network's. */
function isOfServer(code: number): boolean {
	return code === 1012 || code === 1013 || (code >= 4000 && code < 5000);
}

const SYNC = 0;
const STEP_2 = 1;

function isAnswer({ data }: Message): boolean {
	const [type, step] = new Uint8Array(data);
	return type === SYNC && step === STEP_2;
}
