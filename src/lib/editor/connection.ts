import { readVarString, readVarUint, readVarUint8Array } from 'lib0/decoding';
import type { Decoder } from 'lib0/decoding';
import { WebsocketProvider } from 'y-websocket';
import type { Awareness } from 'y-protocols/awareness';
import * as sync from 'y-protocols/sync';
import * as Y from 'yjs';
import { CONTENT_SCHEMA } from '#domain/content/schema.ts';
import { countingSocket } from './counting-socket.ts';
import { takeIn } from './first-text.ts';
import { Footing } from './footing.ts';
import { Ledger } from './ledger.ts';
import { LineRest } from './line-rest.ts';
import { Freeze } from './freeze.ts';
import { isFreeze, readNotice } from './notices.ts';
import type { Notice } from './notices.ts';
import { Rescues } from './rescues.ts';
import { answer, Return } from './return.ts';

/** Why the server closed for good: coming back would be refused again. */
export type Refusal =
	| 'badFrame'
	| 'signIn'
	| 'noAccess'
	| 'gone'
	| 'rebuilt'
	| 'outdated'
	/** Nobody writes here any more, and not all that was written came in time. */
	| 'closed';

const REFUSALS: Record<number, Refusal> = {
	4400: 'badFrame',
	4401: 'signIn',
	4403: 'noAccess',
	4404: 'gone',
	4409: 'rebuilt',
	4426: 'outdated'
};

/** `lost` is after the line was there or could not be made; it keeps trying. */
export type Line =
	| { state: 'connecting' }
	/** `reads`: the server takes nothing that is written from now on. */
	| { state: 'open'; synced: boolean; reads?: true }
	| { state: 'lost' }
	| { state: 'refused'; reason: Refusal };

export type ConnectionOptions = {
	partId: string;
	/** Where the live door is, without the part; the page's own host when left out. */
	address?: string;
	onChange: () => void;
	onNotice?: (notice: Notice) => void;
	/** Something was written here, as a Yjs update. */
	onEdit?: (update: Uint8Array) => void;
	/** All that was written here and is not stored is this update now, on top of `base`. */
	onReturn?: (update: Uint8Array) => void;
};

const SYNC = 0;
const ACKNOWLEDGED = 100;
const NOTICE = 101;

/** Longest wait before another try; the server spreads people when many come back at once. */
const RETRY_WITHIN_MS = 2500;
/** How long a closed editor stays to deliver its last words. */
const LINGER_MS = 15_000;

/** The live line of one part: its Y.Doc, who is there, and what of ours is stored. */
export class Connection {
	readonly doc = new Y.Doc();
	readonly awareness: Awareness;
	#line: Line = { state: 'connecting' };
	readonly #ledger = new Ledger();
	readonly #footing = new Footing(this.doc);
	readonly #rescues = new Rescues(this.doc);
	/** While somebody comes back to a text in which others may have written. */
	#return: Return | null = null;
	readonly #provider: WebsocketProvider;
	readonly #rest: LineRest;
	readonly #freeze = new Freeze(
		() => this.unsent,
		() => {
			this.#set({ state: 'refused', reason: 'closed' });
			this.#provider.disconnect();
		}
	);
	#onChange: () => void;
	#resolveOpened: (line: Line) => void = () => {};
	/** Resolves when the text is here for the first time, or when the server refuses. */
	readonly opened = new Promise<Line>((resolve) => (this.#resolveOpened = resolve));

	constructor(options: ConnectionOptions) {
		this.#onChange = options.onChange;
		this.#provider = new WebsocketProvider(
			options.address ?? `${location.origin.replace(/^http/, 'ws')}/collab`,
			options.partId,
			this.doc,
			{
				connect: false,
				// Between tabs it would show text as shared that the server never got.
				disableBc: true,
				params: { ack: '1', schema: String(CONTENT_SCHEMA) },
				maxBackoffTime: RETRY_WITHIN_MS,
				WebSocketPolyfill: countingSocket(this.#ledger, (frame) => this.#toSend(frame))
			}
		);
		this.awareness = this.#provider.awareness;
		this.#listen(options);
		this.#provider.connect();
		this.#rest = new LineRest({
			mayRest: () => this.#line.state === 'open' && this.#line.synced && !this.unsent,
			rest: () => this.#provider.disconnect(),
			wake: () => this.#provider.connect()
		});
	}

	get line(): Line {
		return this.#line;
	}

	/** Whether this page holds edits that may not be stored. */
	get unsent(): boolean {
		return this.#ledger.unsent;
	}

	/** The text as the server has it for certain, as a Yjs update: what `onEdit` gave stands on it. */
	get base(): Uint8Array {
		return this.#footing.base;
	}

	/**
	 * Leaves; resolves when it has. What is not stored yet is delivered first: for a while when the
	 * device keeps it, otherwise for as long as the page lives.
	 */
	close(isKept: () => boolean = () => true): Promise<void> {
		this.awareness.setLocalState(null);
		const onChange = this.#onChange;
		return new Promise((left) => {
			let isPatient = true;
			const deadline = setTimeout(() => {
				isPatient = false;
				look();
			}, LINGER_MS);
			const look = () => {
				onChange();
				const mustWait = this.unsent && this.#line.state !== 'refused';
				if (mustWait && (isPatient || !isKept())) return;
				clearTimeout(deadline);
				this.#destroy();
				left();
			};
			this.#onChange = look;
			look();
		});
	}

	#destroy(): void {
		this.#onChange = () => {};
		this.#rest.stop();
		this.#freeze.end();
		if (typeof window !== 'undefined') {
			window.removeEventListener('offline', this.#wentOffline);
			window.removeEventListener('online', this.#cameOnline);
		}
		this.#provider.destroy();
		this.doc.destroy();
	}

	#listen({ onNotice, onEdit, onReturn }: ConnectionOptions): void {
		const provider = this.#provider;
		const hearEdit = (update: Uint8Array, origin: unknown) => {
			if (origin === provider) return;
			this.#ledger.edited();
			this.#rescues.wrote(update, () => this.#footing.updates);
			this.#footing.wrote(update);
			onEdit?.(update);
			this.#onChange();
		};
		const followSync = provider.messageHandlers[SYNC]!;
		provider.messageHandlers[SYNC] = (...message) => {
			const decoder: Decoder = message[1];
			const start = decoder.pos;
			const step = readVarUint(decoder);
			const bytes = readVarUint8Array(decoder);
			if (this.#return) return this.#hear(this.#return, step, bytes, onReturn);
			const isText = step !== sync.messageYjsSyncStep1;
			if (isText) this.#footing.heard(bytes);
			decoder.pos = start;
			takeIn(this.doc, provider, [provider._updateHandler, hearEdit], () => followSync(...message));
			if (isText) this.#rescues.heard(bytes);
		};
		provider.messageHandlers[ACKNOWLEDGED] = (_, decoder: Decoder) => {
			this.#ledger.acknowledged(readVarUint(decoder));
			if (!this.#ledger.unsent) this.#footing.stored();
			this.#onChange();
		};
		provider.messageHandlers[NOTICE] = (_, decoder: Decoder) => {
			const notice = readNotice(readVarString(decoder));
			if (!notice || !isFreeze(notice)) return void (notice && onNotice?.(notice));
			this.#freeze.begin();
			if (this.#line.state === 'open') this.#open(this.#line.synced);
		};
		provider.on('status', ({ status }) => {
			if (status === 'connected') this.#open(false);
		});
		provider.on('sync', (synced) => {
			if (synced) this.#open(true);
		});
		provider.on('connection-close', () => {
			this.#freeze.end();
			if (this.#line.state === 'refused') return;
			this.#set({ state: this.#rest.isResting ? 'connecting' : 'lost' });
		});
		provider.on('closed', ({ code }) => {
			this.#set({ state: 'refused', reason: REFUSALS[code] ?? 'noAccess' });
		});
		this.doc.on('update', hearEdit);
		if (typeof window !== 'undefined') {
			window.addEventListener('offline', this.#wentOffline);
			window.addEventListener('online', this.#cameOnline);
		}
	}

	/** What goes out in the place of a frame of the provider, if anything may. */
	#toSend(frame: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> | null {
		if (frame[0] !== SYNC) return frame;
		if (frame[1] !== sync.messageYjsSyncStep1) return this.#return ? null : frame;
		this.#rescues.end();
		this.#return = this.#footing.written.length > 0 ? new Return(this.#footing) : null;
		return this.#return?.question ?? frame;
	}

	#hear(
		back: Return,
		step: number,
		bytes: Uint8Array,
		onReturn: ConnectionOptions['onReturn']
	): void {
		if (step === sync.messageYjsSyncStep1) back.asked = bytes;
		else back.hear(bytes);
		if (step !== sync.messageYjsSyncStep2) return;
		this.#return = null;
		this.#provider.ws?.send(answer(this.#comeBack(back, onReturn)));
		this.#provider.synced = true;
	}

	/** Gives what the server lacks then. */
	#comeBack(back: Return, onReturn: ConnectionOptions['onReturn']): Uint8Array {
		try {
			const { live, update } = back.merge();
			// At once, so that the editor never draws, or puts right, what is between the two.
			this.#apply(live, update);
			this.#footing.returned(live, update);
			this.#rescues.wrote(update, () => [live]);
			onReturn?.(update);
			return update;
		} catch (error) {
			// Yjs alone keeps all words, if not always in their place.
			reportError(error);
			for (const update of back.heard) this.#footing.heard(update);
			this.#apply(...back.heard);
			return Y.encodeStateAsUpdate(this.doc, back.asked ?? undefined);
		}
	}

	#apply(...updates: readonly Uint8Array[]): void {
		const apply = () => updates.forEach((update) => Y.applyUpdate(this.doc, update));
		this.doc.transact(apply, this.#provider);
	}

	#open(synced: boolean): void {
		this.#set({ state: 'open', synced, ...(this.#freeze.isOn && { reads: true }) });
		if (synced) this.#freeze.settle();
	}

	#set(line: Line): void {
		this.#line = line;
		if (line.state === 'refused' || (line.state === 'open' && line.synced)) {
			this.#resolveOpened(line);
		}
		this.#onChange();
	}

	// A dead network closes no socket: without this, "saved" would stand there for half a minute, and what is
	// written until then would go out on that socket when the network is back, past the merging of both sides.
	#wentOffline = (): void => {
		if (this.#line.state !== 'open') return;
		this.#set({ state: 'lost' });
		this.#reconnect();
	};

	#cameOnline = (): void => {
		if (this.#line.state === 'lost') this.#reconnect();
	};

	#reconnect(): void {
		this.#provider.disconnect();
		this.#provider.connect();
	}
}
