// RFC 6455, section 5.2: a whole message of bytes in one frame. What a server sends is never masked.
const BINARY_MESSAGE = 0x82;
const LENGTH_OF_16_BITS = 126;
const LENGTH_OF_64_BITS = 127;

/** The head of a WebSocket frame that carries so many bytes. */
export function headOf(length: number): Buffer {
	if (length < LENGTH_OF_16_BITS) return Buffer.of(BINARY_MESSAGE, length);
	const isShort = length < 0x1_0000;
	const head = Buffer.allocUnsafe(isShort ? 4 : 10);
	head[0] = BINARY_MESSAGE;
	head[1] = isShort ? LENGTH_OF_16_BITS : LENGTH_OF_64_BITS;
	if (isShort) head.writeUInt16BE(length, 2);
	else head.writeBigUInt64BE(BigInt(length), 2);
	return head;
}

const wires = new WeakMap<Uint8Array, Buffer>();

/**
 * The bytes of a WebSocket frame, head and all: one write instead of two. Made once, for most go to all
 * who are in a room.
 */
export function onWire(frame: Uint8Array): Buffer {
	const known = wires.get(frame);
	if (known) return known;
	const wire = Buffer.concat([headOf(frame.length), frame]);
	wires.set(frame, wire);
	return wire;
}
