import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { z } from 'zod';
import type { Ring } from './bus.ts';

/** What travels over Redis, on whatever channel. */
export type Frame = {
	/** Who says it: another word for every process. */
	node: string;
	/** How often the node has opened this channel: it begins to count anew each time. */
	opening: number;
	/** How many messages of this opening there are, with this one. */
	number: number;
} & (
	| { kind: 'said'; message: Uint8Array }
	/** Some of the messages up to this number could not be said. */
	| { kind: 'lost' }
	/** I am here; `at` is what I call the time, in milliseconds. */
	| { kind: 'beat'; at: number }
);

const KINDS = ['said', 'lost', 'beat'] as const;

export function writeFrame(frame: Frame): Uint8Array {
	return encoding.encode((encoder) => {
		encoding.writeUint8(encoder, KINDS.indexOf(frame.kind));
		encoding.writeVarString(encoder, frame.node);
		encoding.writeVarUint(encoder, frame.opening);
		encoding.writeVarUint(encoder, frame.number);
		if (frame.kind === 'said') encoding.writeUint8Array(encoder, frame.message);
		if (frame.kind === 'beat') encoding.writeVarUint(encoder, frame.at);
	});
}

/** Null for what no node of this version says. */
export function readFrame(bytes: Uint8Array): Frame | null {
	try {
		const decoder = decoding.createDecoder(bytes);
		const kind = KINDS[decoding.readUint8(decoder)];
		const node = decoding.readVarString(decoder);
		const opening = decoding.readVarUint(decoder);
		const number = decoding.readVarUint(decoder);
		if (kind === 'said') {
			const message = decoding.readTailAsUint8Array(decoder);
			return { kind, node, opening, number, message };
		}
		if (kind === 'beat') return { kind, node, opening, number, at: decoding.readVarUint(decoder) };
		return kind === 'lost' ? { kind, node, opening, number } : null;
	} catch {
		return null;
	}
}

const Ids = z.array(z.string()).optional();
const SharedRing = z.discriminatedUnion('kind', [
	z.strictObject({
		kind: z.literal('access'),
		people: Ids,
		documents: Ids,
		sessions: Ids,
		tokens: Ids,
		everything: z.literal(true).optional()
	}),
	z.strictObject({ kind: z.literal('updates'), part: z.string() }),
	z.strictObject({ kind: z.literal('review'), part: z.string() }),
	z.strictObject({ kind: z.literal('told'), people: z.array(z.string()) }),
	z.strictObject({
		kind: z.literal('run'),
		run: z.string(),
		leads: z.literal(true).optional()
	}),
	z.strictObject({ kind: z.literal('work'), document: z.string() }),
	z.strictObject({
		kind: z.literal('document'),
		document: z.string(),
		title: z.string().optional()
	})
]);

export function writeRing(ring: Ring): Uint8Array {
	return new TextEncoder().encode(JSON.stringify(ring));
}

/** Null for a ring that this version does not know. */
export function readRing(message: Uint8Array): Ring | null {
	try {
		return SharedRing.parse(JSON.parse(new TextDecoder().decode(message)));
	} catch {
		return null;
	}
}
