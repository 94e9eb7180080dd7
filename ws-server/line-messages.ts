import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { HUES, type Hue } from '#domain/hue.ts';

/** An update that was committed, and whose client ids became whose with it. */
export type SharedRow = {
	bytes: Uint8Array;
	/** The person whose edit it is; null is the server itself. */
	author: string | null;
	/** The client ids of Yjs that became the author's with it. */
	clients: readonly number[];
};

/** Somebody in the room of another node. */
export type SharedSeat = {
	client: number;
	person: string;
	/** Who only reads keeps nobody else from writing under the same client id. */
	mayWrite: boolean;
	hue: Hue;
	/** When they sat down there, by the clock of the bus: who is on two nodes is where they came last. */
	since: number;
	/** The JSON that clients get; `null` when they left. */
	state: string;
};

/** What nodes that have the same part open say to each other about it. */
export type LineMessage =
	| { kind: 'updates'; rows: readonly SharedRow[] }
	/** Who is there: everybody, or those of whom something changed. */
	| { kind: 'presence'; isWhole: boolean; seats: readonly SharedSeat[] }
	/** Who else is there? Each answers with everybody. */
	| { kind: 'hello' }
	/** This node has nobody there any more, and says nothing more. */
	| { kind: 'bye' };

const UPDATES = 1;
const PRESENCE = 2;
const HELLO = 3;
const BYE = 4;

export function lineMessage(message: LineMessage): Uint8Array {
	return encoding.encode((encoder) => {
		if (message.kind === 'updates') writeRows(encoder, message.rows);
		else if (message.kind === 'presence') writeSeats(encoder, message.isWhole, message.seats);
		else encoding.writeUint8(encoder, message.kind === 'hello' ? HELLO : BYE);
	});
}

/** What a node said; null for bytes that none of this version says. Shares the memory of `bytes`. */
export function readLineMessage(bytes: Uint8Array): LineMessage | null {
	try {
		const decoder = decoding.createDecoder(bytes);
		const message = readBody(decoder);
		return decoding.hasContent(decoder) ? null : message;
	} catch {
		return null;
	}
}

function readBody(decoder: decoding.Decoder): LineMessage | null {
	const kind = decoding.readUint8(decoder);
	if (kind === UPDATES) return { kind: 'updates', rows: readMany(decoder, readRow) };
	if (kind === PRESENCE) {
		const isWhole = decoding.readUint8(decoder) === 1;
		return { kind: 'presence', isWhole, seats: readMany(decoder, readSeat) };
	}
	if (kind === HELLO) return { kind: 'hello' };
	return kind === BYE ? { kind: 'bye' } : null;
}

function writeRows(encoder: encoding.Encoder, rows: readonly SharedRow[]): void {
	encoding.writeUint8(encoder, UPDATES);
	encoding.writeVarUint(encoder, rows.length);
	for (const { bytes, author, clients } of rows) {
		encoding.writeVarString(encoder, author ?? '');
		encoding.writeVarUint(encoder, clients.length);
		for (const client of clients) encoding.writeVarUint(encoder, client);
		encoding.writeVarUint8Array(encoder, bytes);
	}
}

function readRow(decoder: decoding.Decoder): SharedRow {
	const author = decoding.readVarString(decoder) || null;
	const clients = readMany(decoder, decoding.readVarUint);
	return { author, clients, bytes: decoding.readVarUint8Array(decoder) };
}

function writeSeats(
	encoder: encoding.Encoder,
	isWhole: boolean,
	seats: readonly SharedSeat[]
): void {
	encoding.writeUint8(encoder, PRESENCE);
	encoding.writeUint8(encoder, isWhole ? 1 : 0);
	encoding.writeVarUint(encoder, seats.length);
	for (const { client, person, mayWrite, hue, since, state } of seats) {
		encoding.writeVarUint(encoder, client);
		encoding.writeVarString(encoder, person);
		encoding.writeUint8(encoder, mayWrite ? 1 : 0);
		encoding.writeVarUint(encoder, hue);
		encoding.writeVarUint(encoder, since);
		encoding.writeVarString(encoder, state);
	}
}

function readSeat(decoder: decoding.Decoder): SharedSeat {
	const client = decoding.readVarUint(decoder);
	const person = decoding.readVarString(decoder);
	const mayWrite = decoding.readUint8(decoder) === 1;
	const number = decoding.readVarUint(decoder);
	const hue = HUES.find((known) => known === number);
	if (!hue) throw new Error(`no hue ${number}`);
	const since = decoding.readVarUint(decoder);
	return { client, person, mayWrite, hue, since, state: decoding.readVarString(decoder) };
}

/** As many as are announced. A count without the bytes for it throws at the first that is not there. */
function readMany<T>(decoder: decoding.Decoder, read: (decoder: decoding.Decoder) => T): T[] {
	const many: T[] = [];
	for (let left = decoding.readVarUint(decoder); left > 0; left--) many.push(read(decoder));
	return many;
}
