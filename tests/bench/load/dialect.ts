import { createDecoder, readVarString, readVarUint, readVarUint8Array } from 'lib0/decoding';
import {
	createEncoder,
	toUint8Array,
	writeVarString,
	writeVarUint,
	writeVarUint8Array,
	type Encoder
} from 'lib0/encoding';
import type { PeerName } from '../peer.ts';

/** What a server said. */
export type Heard =
	| { kind: 'admitted' | 'asked' | 'else' }
	/** What it has: one answer to the question, and any number of updates. */
	| { kind: 'answer' | 'update'; update: Uint8Array }
	| { kind: 'presence'; entries: Uint8Array }
	| { kind: 'ack'; count: number };

/** How a kind of server is spoken to in one room. */
export type Dialect = {
	path: string;
	/** What is said first; null: what there is to ask, is asked at once. */
	hello: Uint8Array | null;
	/** Asks for all; null: there is nothing to ask. */
	question: Uint8Array | null;
	/** Says that there is nothing to bring along. */
	nothing: Uint8Array;
	/** What a frame says, decoded. */
	read(frame: Uint8Array): Heard;
	/** What it says, at a glance. */
	kindOf(frame: Uint8Array): Heard['kind'];
	update(update: Uint8Array): Uint8Array;
	presence(entries: Uint8Array): Uint8Array;
};

const SYNC = 0;
const PRESENCE = 1;
const AUTH = 2;
const SYNC_REPLY = 4;
const ACK = 100;
const AUTHENTICATED = 2;

const NO_STATE = Uint8Array.of(0);
const NO_UPDATE = Uint8Array.of(0, 0);

export function speak(peer: PeerName, room: string, wantsAcks: boolean): Dialect {
	// Hocuspocus puts the name of the text before every message.
	const isNamed = peer === 'hocuspocus';
	const frame = (write: (encoder: Encoder) => void) => {
		const encoder = createEncoder();
		if (isNamed) writeVarString(encoder, room);
		write(encoder);
		return toUint8Array(encoder);
	};
	const sync = (kind: number, bytes: Uint8Array) =>
		frame((encoder) => {
			writeVarUint(encoder, SYNC);
			writeVarUint(encoder, kind);
			writeVarUint8Array(encoder, bytes);
		});
	return {
		path: peer === 'ours' ? `/collab/${room}${wantsAcks ? '?ack=1' : ''}` : `/${room}`,
		hello: isNamed
			? frame((encoder) => {
					writeVarUint(encoder, AUTH);
					writeVarUint(encoder, 0);
					writeVarString(encoder, '');
				})
			: null,
		question: peer === 'relay' ? null : sync(0, NO_STATE),
		nothing: sync(1, NO_UPDATE),
		read: (bytes) => read(bytes, isNamed),
		kindOf: (bytes) => kindAt(bytes, isNamed ? 1 + bytes[0]! : 0),
		update: (update) => sync(2, update),
		presence: (entries) =>
			frame((encoder) => {
				writeVarUint(encoder, PRESENCE);
				writeVarUint8Array(encoder, entries);
			})
	};
}

function read(frame: Uint8Array, isNamed: boolean): Heard {
	const decoder = createDecoder(frame);
	if (isNamed) readVarString(decoder);
	const kind = readVarUint(decoder);
	if (kind === SYNC || kind === SYNC_REPLY) {
		const step = readVarUint(decoder);
		if (step === 0) return { kind: 'asked' };
		return { kind: step === 1 ? 'answer' : 'update', update: readVarUint8Array(decoder) };
	}
	if (kind === PRESENCE) return { kind: 'presence', entries: readVarUint8Array(decoder) };
	if (kind === ACK) return { kind: 'ack', count: readVarUint(decoder) };
	if (kind === AUTH && readVarUint(decoder) === AUTHENTICATED) return { kind: 'admitted' };
	return { kind: 'else' };
}

// The names of rooms here, and the kinds, take one byte each.
function kindAt(frame: Uint8Array, at: number): Heard['kind'] {
	const kind = frame[at];
	if (kind === SYNC || kind === SYNC_REPLY) {
		return (['asked', 'answer', 'update'] as const)[frame[at + 1]!] ?? 'else';
	}
	if (kind === PRESENCE) return 'presence';
	return kind === ACK ? 'ack' : 'else';
}
