import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createConnection } from 'node:net';
import { freePort } from '#db/embedded/port.ts';

export type RedisServer = {
	port: number;
	url: string;
	/** Says one command to it, as `redis-cli` would; gives the first line of the answer. */
	command(...words: string[]): Promise<string>;
	/** Ends it at once, in the middle of what it does. */
	kill(): Promise<void>;
	/** Starts it again on the same port, empty. */
	start(): Promise<void>;
	/** Stands still until the returned function is called: connections stay, nothing is answered. */
	freeze(): () => void;
};

/** A real Redis of its own that keeps nothing on disk. */
export async function openRedis(): Promise<RedisServer> {
	const port = await freePort();
	let child: ChildProcess | undefined;
	const server: RedisServer = {
		port,
		url: `redis://127.0.0.1:${port}`,
		command: (...words) => ask(port, words),
		async kill() {
			if (!child) return;
			const exit = once(child, 'exit');
			child.kill('SIGKILL');
			await exit;
			child = undefined;
		},
		async start() {
			const own = [
				'--port',
				String(port),
				'--bind',
				'127.0.0.1',
				'--save',
				'',
				'--appendonly',
				'no'
			];
			child = spawn('redis-server', own, { stdio: 'ignore' });
			// Its absence is told as what it is, not as a port that never answers.
			const failed = once(child, 'error').then(([error]) => Promise.reject(error));
			await Promise.race([answering(port), failed]);
		},
		freeze() {
			const pid = child?.pid;
			if (!pid) throw new Error('Redis does not run');
			process.kill(pid, 'SIGSTOP');
			return () => void process.kill(pid, 'SIGCONT');
		}
	};
	await server.start();
	return server;
}

async function answering(port: number): Promise<void> {
	for (const deadline = performance.now() + 20_000; performance.now() < deadline;) {
		const answer = await ask(port, ['PING']).catch(() => undefined);
		if (answer === '+PONG') return;
		await new Promise((next) => setTimeout(next, 20));
	}
	throw new Error('Redis does not answer');
}

async function ask(port: number, words: string[]): Promise<string> {
	const socket = createConnection(port, '127.0.0.1');
	try {
		socket.write(
			`*${words.length}\r\n${words.map((word) => `$${word.length}\r\n${word}\r\n`).join('')}`
		);
		const [answer] = await once(socket, 'data');
		return String(answer).split('\r\n')[0] ?? '';
	} finally {
		socket.destroy();
	}
}
