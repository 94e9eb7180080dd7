import * as encoding from 'lib0/encoding';

/** From each client to its first clock that is not there yet: what Yjs calls a state vector. */
export type Clocks = Map<number, number>;

/** As Yjs writes a state vector. */
export function encodeClocks(clocks: ReadonlyMap<number, number>): Uint8Array {
	return encoding.encode((encoder) => writeClocks(encoder, clocks));
}

export function writeClocks(encoder: encoding.Encoder, clocks: ReadonlyMap<number, number>): void {
	encoding.writeVarUint(encoder, clocks.size);
	for (const [client, clock] of clocks) {
		encoding.writeVarUint(encoder, client);
		encoding.writeVarUint(encoder, clock);
	}
}
