import type { WerkplaatsFunction } from '#domain/functions.ts';
import { Allowance, type Pace } from './allowance.ts';
import { Answers, type Question } from './answers.ts';
import { CLOSE, type CloseCode } from './close-codes.ts';
import { ackFrame, noticeFrame, type Notice } from './protocol.ts';
import { Receipts } from './receipts.ts';
import type { Socket } from './socket.ts';

/** Above this much unsent text a reader is slow, and gets one difference later instead of each edit. */
const SLOW_ABOVE_BYTES = 4 * 1024 * 1024;
/** So long it may take to read what it was sent. */
const SLOW_FOR_MS = 30_000;

export type Mode = 'read' | 'write';

/** Who is on the other side, as the session says and never as the client says. */
export type Member = {
	person: string;
	name: string;
	/** As what they take part, for the others to see. */
	function: WerkplaatsFunction | null;
	organisation: string | null;
	mode: Mode;
};

export type Traits = {
	member: Member;
	wantsAcks: boolean;
	/** How fast they are read; null: as fast as they send. */
	pace: { frames: Pace; bytes: Pace } | null;
};

/** What frames can wait for: whether they may stay, what other nodes did meanwhile, and that they go. */
export type Hold = 'decision' | 'text' | 'departure';

type DifferenceSince = (state: Uint8Array) => Uint8Array[];

type State =
	| { is: 'open' }
	/** What they send waits for something. */
	| { is: 'held'; frames: Uint8Array[]; by: Set<Hold> }
	| { is: 'closed' };

/** One socket in a room: sends, counts what is durable, and keeps a slow reader from filling the memory. */
export class Connection {
	#member: Member;
	readonly receipts = new Receipts();
	readonly #socket: Socket;
	readonly #wantsAcks: boolean;
	readonly #receive: (frame: Uint8Array) => void;
	readonly #answers: Answers;
	readonly #allowances: { frames: Allowance; bytes: Allowance } | null;
	#paceTimer: NodeJS.Timeout | null = null;
	#state: State = { is: 'open' };
	/** Gets no edits, and later the difference since a state: has much to read, or may have to leave. */
	#behind: { since: Uint8Array; differenceSince: DifferenceSince } | null = null;
	#slowTimer: NodeJS.Timeout | null = null;
	#untold: Notice[] = [];
	#heard = true;

	constructor(
		socket: Socket,
		{ member, wantsAcks, pace }: Traits,
		receive: (frame: Uint8Array) => void,
		refused: () => void = () => {}
	) {
		this.#member = member;
		this.#socket = socket;
		this.#wantsAcks = wantsAcks;
		this.#receive = receive;
		this.#answers = new Answers(
			(answer) => this.#sendMade(answer),
			() => (this.#isUndecided ? Infinity : socket.bufferedAmount)
		);
		this.#allowances = pace && {
			frames: new Allowance(pace.frames),
			bytes: new Allowance(pace.bytes)
		};
		socket.on('message', (data, isBinary) => {
			this.#heard = true;
			if (!isBinary || !(data instanceof Uint8Array)) {
				this.close(CLOSE.badFrame);
				refused();
			} else if (this.#state.is === 'open') this.#receive(data);
			// No more than what was read off the line before it was paused.
			else if (this.#state.is === 'held') this.#state.frames.push(data);
			if (data instanceof Uint8Array) this.#slowDown(data.length);
		});
		socket.on('pong', () => (this.#heard = true));
	}

	get member(): Member {
		return this.#member;
	}

	/** From now on what they send is a reader's: also what waits for a decision, and not what is stored by now. */
	becomeReader(): void {
		this.#member = { ...this.#member, mode: 'read' };
		this.notice({ kind: 'write', may: false });
	}

	/** What it was sent and did not read. */
	get bufferedBytes(): number {
		return this.#socket.bufferedAmount;
	}

	get isClosed(): boolean {
		return this.#state.is === 'closed';
	}

	send(frame: Uint8Array): void {
		if (this.#state.is !== 'closed') this.#socket.send(frame);
	}

	/** Sends what somebody does; who has much to read gets what `everybody` does, when that is read. */
	sendPresence(pieces: readonly Uint8Array[], everybody: () => Uint8Array): void {
		const isSlow = this.#socket.bufferedAmount > SLOW_ABOVE_BYTES;
		if (isSlow || this.#isUndecided) this.answer('presence', () => [everybody()]);
		else if (!this.isClosed) this.#socket.sendPieces(pieces);
	}

	/**
	 * Sends an edit. Who is too far behind gets none until all is read, and who may have to leave none until
	 * that is decided; then what `differenceSince` the state before the first one that was left out.
	 */
	sendEdit(frame: Uint8Array, before: () => Uint8Array, differenceSince: DifferenceSince): void {
		if (this.#state.is === 'closed' || this.#behind) return;
		const isUndecided = this.#isUndecided;
		if (!isUndecided && this.#socket.bufferedAmount < SLOW_ABOVE_BYTES) {
			return this.#socket.send(frame);
		}
		this.#behind = { since: before(), differenceSince };
		if (!isUndecided) this.#catchUpWhenRead();
	}

	/** Answers what somebody asked, now or when they may ask again. */
	answer(question: Question, answer: () => readonly Uint8Array[]): void {
		if (this.#state.is !== 'closed') this.#answers.give(question, answer);
	}

	/** Tells how much is durable, to who asked for that. */
	acknowledge(): void {
		const durable = this.receipts.next();
		if (durable !== undefined && this.#wantsAcks) this.send(ackFrame(durable));
	}

	notice(notice: Notice): void {
		if (!this.#wantsAcks) return;
		if (this.#isUndecided) this.#untold.push(notice);
		else this.send(noticeFrame(notice));
	}

	/**
	 * Keeps what comes in until it is released from all holds; nothing of it is stored meanwhile. To who waits
	 * for a decision nothing of the text goes out either.
	 */
	hold(hold: Hold): void {
		if (this.#state.is === 'held') this.#state.by.add(hold);
		if (this.#state.is !== 'open') return;
		this.#state = { is: 'held', frames: [], by: new Set([hold]) };
		// The rest waits with the sender, not in our memory.
		this.#socket.pause();
	}

	release(hold: Hold): void {
		if (this.#state.is !== 'held') return;
		const { frames, by } = this.#state;
		by.delete(hold);
		if (hold === 'decision') this.#tellAgain();
		if (by.size > 0) return;
		this.#state = { is: 'open' };
		for (let frame = frames.shift(); frame; frame = frames.shift()) {
			this.#receive(frame);
			// One of them may close the connection, or have to wait itself.
			if (this.#state.is !== 'open') break;
		}
		if (frames.length > 0) this.#keep(frames);
		this.#hearAgain();
	}

	/** Asks for a sign of life; a socket that gave none since the last time is cut off. */
	check(sign: Uint8Array): void {
		// Who is not listened to can't give one.
		if (!this.#heard && !this.#socket.isPaused) return this.#socket.terminate();
		this.#heard = false;
		this.#socket.ping();
		// A browser does not show pings to a page, and a stock client leaves after 30 s of silence.
		this.send(sign);
	}

	close(code: CloseCode): void {
		if (this.#state.is === 'closed') return;
		this.ended();
		this.#socket.close(code);
		// The answer to the close is to be heard.
		this.#socket.resume();
	}

	/** The socket is gone: nothing is sent or received any more. */
	ended(): void {
		this.#state = { is: 'closed' };
		this.#answers.stop();
		if (this.#paceTimer) clearTimeout(this.#paceTimer);
		if (this.#slowTimer) clearTimeout(this.#slowTimer);
	}

	get #isUndecided(): boolean {
		return this.#state.is === 'held' && this.#state.by.has('decision');
	}

	/** What was kept from them while nobody knew whether they may stay. */
	#tellAgain(): void {
		for (const notice of this.#untold.splice(0)) this.send(noticeFrame(notice));
		if (this.#behind && !this.#slowTimer) this.#catchUpWhenRead();
	}

	#catchUpWhenRead(): void {
		this.#slowTimer = setTimeout(() => this.#socket.terminate(), SLOW_FOR_MS);
		// An empty ping is written after everything that waits.
		this.#socket.ping(undefined, undefined, () => {
			if (this.#slowTimer) clearTimeout(this.#slowTimer);
			this.#slowTimer = null;
			if (!this.#behind || this.#isUndecided) return;
			const { since, differenceSince } = this.#behind;
			this.#behind = null;
			this.#sendMade(() => differenceSince(since));
		});
	}

	// Later, with nobody to catch what is thrown. They come back, perhaps to a text that can be sent.
	#sendMade(make: () => readonly Uint8Array[]): void {
		if (this.isClosed) return;
		try {
			for (const frame of make()) this.send(frame);
		} catch {
			this.close(CLOSE.comeBack);
		}
	}

	/** Listens later to who sends too fast: then it waits with them, and nothing is lost. */
	#slowDown(bytes: number): void {
		if (!this.#allowances || this.#state.is === 'closed') return;
		const { frames, bytes: volume } = this.#allowances;
		const wait = Math.max(frames.take(1), volume.take(bytes));
		if (wait === 0) return;
		this.#socket.pause();
		if (this.#paceTimer) clearTimeout(this.#paceTimer);
		this.#paceTimer = setTimeout(() => {
			this.#paceTimer = null;
			this.#hearAgain();
		}, wait);
	}

	#keep(frames: readonly Uint8Array[]): void {
		if (this.#state.is === 'held') this.#state.frames.push(...frames);
	}

	#hearAgain(): void {
		if (this.#state.is !== 'open' || this.#paceTimer) return;
		this.#heard = true;
		this.#socket.resume();
	}
}
