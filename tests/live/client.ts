import { readVarUint, readVarString, type Decoder } from 'lib0/decoding';
import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { TEXT_FRAGMENT } from '#domain/content/schema.ts';
import { HttpLine } from '#lib/editor/http-line.ts';
import type { Patience } from '#lib/editor/line-patience.ts';

// Every provider listens to the end of the process.
process.setMaxListeners(0);

export const TRANSPORTS = ['websocket', 'http'] as const;
export type Transport = (typeof TRANSPORTS)[number];

export type ClientOptions = {
	/** `ws://…/collab` */
	address: string;
	part: string;
	headers?: Record<string, string>;
	params?: Record<string, string>;
	doc?: Y.Doc;
	/** By what it comes; a WebSocket when left out. Over HTTP it is the line that browsers use. */
	over?: Transport;
	/** The network under a line over HTTP. */
	ask?: typeof fetch;
	patience?: Partial<Patience>;
	/** Called for each socket that it opens, before anything is sent on it. */
	onOpen?: () => void;
	/** Called with each frame before it is sent. */
	onSend?: (frame: Uint8Array) => void;
	/** Called with each frame that comes in over a WebSocket. */
	onHear?: (frame: Uint8Array) => void;
	/** Called with each count that the server acknowledges. */
	onAck?: (count: number) => void;
};

export type Client = {
	doc: Y.Doc;
	provider: WebsocketProvider;
	/** The last count that the server acknowledged on this connection. */
	acked: () => number;
	notices: string[];
	/** The code of the last close; undefined while it was never closed. */
	code: () => number | undefined;
	text: () => string;
	close: () => void;
};

/** A stock y-websocket client that shows `headers` at the door, as a browser shows its cookie. */
export function openClient(options: ClientOptions): Client {
	const { address, part, params = {}, doc = new Y.Doc(), onAck } = options;
	const Socket = options.over === 'http' ? lineFor(options) : socketFor(options);
	let acked = 0;
	let code: number | undefined;
	const notices: string[] = [];
	const provider = new WebsocketProvider(address, part, doc, {
		// As far as the provider goes, both are the browser's WebSocket.
		WebSocketPolyfill: Socket as unknown as typeof globalThis.WebSocket,
		disableBc: true,
		params,
		connect: false,
		maxBackoffTime: 200
	});
	provider.messageHandlers[100] = (_, decoder: Decoder) => {
		acked = readVarUint(decoder);
		onAck?.(acked);
	};
	provider.messageHandlers[101] = (_, decoder: Decoder) => notices.push(readVarString(decoder));
	provider.on('connection-close', (event) => {
		acked = 0;
		code = event?.code;
	});
	provider.connect();
	return {
		doc,
		provider,
		acked: () => acked,
		notices,
		code: () => code,
		text: () => textOf(doc),
		close: () => {
			provider.destroy();
			// It looks at its clock for ever, and keeps the document with it.
			provider.awareness.destroy();
		}
	};
}

function socketFor({ headers = {}, onOpen, onSend, onHear }: ClientOptions) {
	return class extends WebSocket {
		constructor(url: string | URL, protocols?: string | string[]) {
			super(url, protocols, { headers });
			if (onHear)
				this.on('message', (frame: ArrayBuffer | Buffer) => onHear(new Uint8Array(frame)));
			onOpen?.();
		}
		override send(frame: Uint8Array, ...rest: unknown[]): void {
			onSend?.(frame);
			super.send(frame, ...(rest as []));
		}
	};
}

function lineFor({ headers = {}, ask = fetch, patience = {}, onOpen, onSend }: ClientOptions) {
	const known: typeof fetch = (url, init) => {
		const shown = new Headers(init?.headers);
		// As a browser does where something is changed.
		if (init?.method !== 'GET') shown.set('origin', new URL(String(url)).origin);
		for (const [name, value] of Object.entries(headers)) shown.set(name, value);
		return ask(url, { ...init, headers: shown });
	};
	return class extends HttpLine {
		constructor(url: string | URL) {
			super(url, { ask: known, patience });
			onOpen?.();
		}
		override send(frame: Uint8Array): void {
			onSend?.(frame);
			super.send(frame);
		}
	};
}

/** The text of all paragraphs, one per line. */
export function textOf(doc: Y.Doc): string {
	return doc
		.getXmlFragment(TEXT_FRAGMENT)
		.toArray()
		.map((node) => (node instanceof Y.XmlElement ? node.toArray().join('') : ''))
		.join('\n');
}

/** The Y.XmlText of the first paragraph; made when there is none. */
export function firstLine(doc: Y.Doc): Y.XmlText {
	const fragment = doc.getXmlFragment(TEXT_FRAGMENT);
	if (fragment.length === 0) fragment.insert(0, [new Y.XmlElement('paragraph')]);
	const paragraph = fragment.get(0);
	if (!(paragraph instanceof Y.XmlElement)) throw new Error('the text begins with no paragraph');
	if (paragraph.length === 0) paragraph.insert(0, [new Y.XmlText()]);
	const line = paragraph.get(0);
	if (!(line instanceof Y.XmlText)) throw new Error('the paragraph begins with no text');
	return line;
}

/** Types at the end of the first paragraph. */
export function type({ doc }: { doc: Y.Doc }, text: string): void {
	doc.transact(() => {
		const line = firstLine(doc);
		line.insert(line.length, text);
	});
}
