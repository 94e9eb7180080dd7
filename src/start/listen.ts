import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { Refusal } from './refusal.ts';
import type { Settings } from './settings.ts';

/** Half of it is lost to Linux' own limit; Node's 511 drops connections when everybody comes back at once. */
const BACKLOG = 4096;

/** Listens, or says in a sentence why it can't. */
export async function listen(server: Server, { port, host }: Settings): Promise<void> {
	server.listen({ port, host, backlog: BACKLOG });
	try {
		await once(server, 'listening');
	} catch (error) {
		throw new Refusal(explain(error, port, host));
	}
}

/** Refuses before anything is opened or built, when the port is taken. */
export async function assertFree(settings: Settings): Promise<void> {
	const probe = createServer();
	await listen(probe, settings);
	probe.close();
	await once(probe, 'close');
}

function explain(error: unknown, port: number, host: string): string {
	const code = error instanceof Error && 'code' in error ? error.code : undefined;
	if (code === 'EADDRINUSE') {
		return `Port ${port} is taken. Stop what runs there, or choose another: PORT=${port + 1} npm start`;
	}
	if (code === 'EACCES') return `Port ${port} is not for this user; choose one above 1023.`;
	if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
		return `HOST=${host} is not an address of this machine.`;
	}
	return `Can't listen on ${host}, port ${port}: ${String(error)}`;
}
