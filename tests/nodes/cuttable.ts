import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** From those who connect to what is behind, the other way, or both. */
export type Direction = 'in' | 'out' | 'both';

export type Cuttable = {
	port: number;
	/** From now on nothing passes in this direction, and nobody is told: what comes is held back. */
	cut(direction: Direction): void;
	/** Everything passes again, what was held back first. Delayed by so many milliseconds, if asked. */
	heal(delayMs?: number): void;
	/** Breaks every connection; new ones can be made. */
	reset(): void;
	close(): Promise<void>;
};

type Pipe = { from: Socket; to: Socket; way: 'in' | 'out'; held: Buffer[] };

/** A line of our own to something on this machine, that can be cut, slowed down and healed. */
export async function openCuttable(target: number): Promise<Cuttable> {
	const pipes = new Set<Pipe>();
	let closed: Direction | null = null;
	let delay = 0;
	const passes = (way: 'in' | 'out') => closed !== 'both' && closed !== way;

	const pass = (pipe: Pipe, bytes: Buffer) => {
		if (passes(pipe.way)) pipe.to.write(bytes);
		else pipe.held.push(bytes);
	};
	const join = (from: Socket, to: Socket, way: 'in' | 'out') => {
		const pipe: Pipe = { from, to, way, held: [] };
		pipes.add(pipe);
		from.on('data', (bytes: Buffer) => {
			if (delay === 0) pass(pipe, bytes);
			else setTimeout(() => pass(pipe, bytes), delay);
		});
		from.on('error', () => {});
		from.on('close', () => {
			pipes.delete(pipe);
			// Who is cut off does not hear of it.
			if (passes(way)) to.destroy();
		});
	};
	const server = createServer((client) => {
		const behind = connect(target, '127.0.0.1');
		join(client, behind, 'in');
		join(behind, client, 'out');
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const reset = () => {
		for (const { from } of pipes) from.destroy();
	};
	return {
		port: (server.address() as AddressInfo).port,
		cut: (direction) => void (closed = direction),
		heal(delayMs = 0) {
			closed = null;
			delay = delayMs;
			for (const pipe of pipes) for (const bytes of pipe.held.splice(0)) pass(pipe, bytes);
		},
		reset,
		async close() {
			server.close();
			closed = null;
			reset();
			await once(server, 'close');
		}
	};
}
