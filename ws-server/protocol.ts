import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { LIMITS } from './limits.ts';

// y-websocket's own messages, and above 99 those that only who asks for acks gets to see.
const SYNC = 0;
const PRESENCE = 1;
const ASK_PRESENCE = 3;
const ACK = 100;
const NOTICE = 101;

const STEP_1 = 0;
const STEP_2 = 1;
const UPDATE = 2;

/** One client's presence; a state of null says that it left. The state stays the JSON that it was. */
export type PresenceEntry = { client: number; clock: number; state: string };

/** What a client says. */
export type Message =
	| { kind: 'step 1'; stateVector: Uint8Array }
	| { kind: 'step 2' | 'update'; update: Uint8Array }
	| { kind: 'presence'; entries: PresenceEntry[] }
	| { kind: 'ask presence' };

/** What the server tells beside text and presence. */
export type Notice =
	| { kind: 'title'; title: string }
	| { kind: 'keep'; may: boolean }
	/** They only read, from the beginning or from now on; who may write again comes in anew. */
	| { kind: 'write'; may: false }
	/** What is said beside the text changed: threads, or suggestions. Who shows those asks for them. */
	| { kind: 'review' };

/** Why a frame is refused, for counting: never what is in it. */
export const REFUSALS = [
	/** No message of the protocol. */
	'message',
	/** An update that clients could not read, or not all in the same way. */
	'structure',
	/** More work than its bytes. */
	'budget',
	/** More to look through than one frame may ask for: see `LIMITS.effort`. */
	'steps',
	/** What the content schema does not have. */
	'schema',
	/** A link that is no plain address of a known scheme. */
	'link',
	/** Something where it can't stand in the text. */
	'place',
	/** An edit under the client id of somebody else. */
	'identity',
	/** A step 2 that lacks what comes before it. */
	'missing',
	/** More bytes than a frame may have; they are not read. */
	'size',
	/** Reading it failed as reading never should: that is reported. */
	'unexpected'
] as const;

export type Refusal = (typeof REFUSALS)[number];

/** Bytes that no honest client sends. Whoever sent them is closed with 4400. */
export class BadFrame extends Error {
	override readonly name = 'BadFrame';
	readonly reason: Refusal;

	constructor(message: string, reason: Refusal = 'message', options?: ErrorOptions) {
		super(message, options);
		this.reason = reason;
	}
}

/** The one message in a frame; throws `BadFrame` for everything else. */
export function readMessage(frame: Uint8Array): Message {
	try {
		const decoder = decoding.createDecoder(frame);
		const message = readBody(decoder);
		if (decoding.hasContent(decoder)) throw new BadFrame('bytes after the message');
		return message;
	} catch (error) {
		if (error instanceof BadFrame) throw error;
		throw new BadFrame('unreadable', 'message', { cause: error });
	}
}

function readBody(decoder: decoding.Decoder): Message {
	const type = decoding.readVarUint(decoder);
	if (type === SYNC) return readSync(decoder);
	if (type === PRESENCE) return readPresence(decoding.readVarUint8Array(decoder));
	if (type === ASK_PRESENCE) return { kind: 'ask presence' };
	throw new BadFrame(`message of type ${type}`);
}

function readSync(decoder: decoding.Decoder): Message {
	const step = decoding.readVarUint(decoder);
	const bytes = decoding.readVarUint8Array(decoder);
	if (step === STEP_1) return { kind: 'step 1', stateVector: bytes };
	if (step === STEP_2) return { kind: 'step 2', update: bytes };
	if (step === UPDATE) return { kind: 'update', update: bytes };
	throw new BadFrame(`sync message of type ${step}`);
}

function readPresence(bytes: Uint8Array): Message {
	const decoder = decoding.createDecoder(bytes);
	const entries: PresenceEntry[] = [];
	const count = decoding.readVarUint(decoder);
	if (count > LIMITS.presenceEntries) throw new BadFrame('too many states', 'budget');
	for (let left = count; left > 0; left--) {
		const client = decoding.readVarUint(decoder);
		const clock = decoding.readVarUint(decoder);
		entries.push({ client, clock, state: decoding.readVarString(decoder) });
	}
	return { kind: 'presence', entries };
}

export function step1Frame(stateVector: Uint8Array): Uint8Array {
	return syncFrame(STEP_1, stateVector);
}

export function step2Frame(update: Uint8Array): Uint8Array {
	return syncFrame(STEP_2, update);
}

export function updateFrame(update: Uint8Array): Uint8Array {
	return syncFrame(UPDATE, update);
}

function syncFrame(step: number, bytes: Uint8Array): Uint8Array {
	// Into a place of the right size: an encoder would copy a whole text twice.
	return Buffer.concat([varUints(SYNC, step, bytes.length), bytes]);
}

export function presenceFrame(entries: readonly PresenceEntry[]): Uint8Array {
	return Buffer.concat(presencePieces(entries)(undefined));
}

/**
 * A presence frame for everybody, and for each of them one without what they said themselves, in pieces:
 * the entries are written once, however many there are to read them.
 */
export function presencePieces(
	entries: readonly PresenceEntry[]
): (without: number | undefined) => readonly Uint8Array[] {
	const ends = new Map<number, { start: number; end: number }>();
	const encoder = encoding.createEncoder();
	for (const { client, clock, state } of entries) {
		const start = encoding.length(encoder);
		encoding.writeVarUint(encoder, client);
		encoding.writeVarUint(encoder, clock);
		encoding.writeVarString(encoder, state);
		ends.set(client, { start, end: encoding.length(encoder) });
	}
	const all = encoding.toUint8Array(encoder);
	const whole = framed(entries.length, [all]);
	return (without) => {
		const own = without === undefined ? undefined : ends.get(without);
		if (!own) return whole;
		const others = [all.subarray(0, own.start), all.subarray(own.end)];
		return framed(
			entries.length - 1,
			others.filter(({ length }) => length > 0)
		);
	};
}

function framed(count: number, pieces: readonly Uint8Array[]): readonly Uint8Array[] {
	const length = pieces.reduce((sum, piece) => sum + piece.length, 0);
	return [varUints(PRESENCE, varUintLength(count) + length, count), ...pieces];
}

/** Says that the first `count` sync messages of this connection are durable. */
export function ackFrame(count: number): Uint8Array {
	return varUints(ACK, count);
}

export function noticeFrame(notice: Notice): Uint8Array {
	return encoding.encode((encoder) => {
		encoding.writeVarUint(encoder, NOTICE);
		encoding.writeVarString(encoder, JSON.stringify(notice));
	});
}

/** As lib0 writes them: an encoder takes a hundred bytes, and these are the heads of all frames. */
function varUints(...numbers: readonly number[]): Buffer {
	const bytes = Buffer.allocUnsafe(
		numbers.reduce((length, number) => length + varUintLength(number), 0)
	);
	let at = 0;
	for (let rest of numbers) {
		for (; rest > 0x7f; rest = Math.floor(rest / 0x80)) bytes[at++] = 0x80 | (rest % 0x80);
		bytes[at++] = rest;
	}
	return bytes;
}

function varUintLength(number: number): number {
	let length = 1;
	for (let rest = number; rest > 0x7f; rest = Math.floor(rest / 0x80)) length++;
	return length;
}
