export type Transport = 'websocket' | 'http';

/** What a connection needs of its transport: a WebSocket of `ws` has it, and so has a line over HTTP. */
export interface Socket {
	/** Bytes that were sent and that the other side did not take in yet. */
	readonly bufferedAmount: number;
	readonly isPaused: boolean;
	send(frame: Uint8Array): void;
	/** One frame, without putting its pieces together first. */
	sendPieces(pieces: readonly Uint8Array[]): void;
	/** `written` is called when everything that was sent before is with the other side, or on its way there. */
	ping(data?: undefined, mask?: undefined, written?: () => void): void;
	/** Reads no more, so that what is sent waits with its sender. */
	pause(): void;
	resume(): void;
	/** Says goodbye; what was sent before still arrives. */
	close(code: number): void;
	/** Ends at once. */
	terminate(): void;
	on(event: 'message', listener: (data: unknown, isBinary: boolean) => void): this;
	on(event: 'pong' | 'close', listener: () => void): this;
}
