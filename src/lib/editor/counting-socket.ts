import type { Ledger } from './ledger.ts';
import { LineSocket } from './line-socket.ts';

/** A line that counts what goes out, so that the provider itself need not be changed. */
export function countingSocket(
	ledger: Ledger,
	toSend: (frame: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer> | null
): typeof WebSocket {
	// The one of now: it may be another by the time that the line is opened again.
	const Socket = WebSocket;
	const Counting = class extends LineSocket {
		constructor(url: string | URL) {
			super(url, Socket);
			ledger.opened();
		}
		override send(data: Uint8Array<ArrayBuffer>): void {
			const frame = toSend(data);
			if (!frame) return;
			super.send(frame);
			ledger.sent(frame);
		}
	};
	// As far as the provider goes, it is one.
	return Counting as unknown as typeof WebSocket;
}
