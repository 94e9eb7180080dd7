import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { loadText } from '#db/queries/updates.ts';
import type { Context } from '#server/context.ts';
import { SESSION_COOKIE, startSession } from '#server/session.ts';
import { buildDoc } from '#server/stored-text.ts';
import { attachLiveDoor, type LiveDoorOptions } from '#ws/live-door.ts';
import { openClient, textOf, type Client, type ClientOptions } from './client.ts';

export type TestDoor = {
	/** `ws://127.0.0.1:<port>/collab` */
	address: string;
	port: number;
	/** What went wrong on the server, oldest first. */
	reports: string[];
	/** A client; by default one with the cookie of this person. */
	enter(part: string, person?: string, options?: Partial<ClientOptions>): Promise<Client>;
	close(): Promise<void>;
};

/** A live door on a port of its own; clients that entered through it are closed with it. */
export async function openDoor(
	context: Context,
	options: Partial<LiveDoorOptions> = {}
): Promise<TestDoor> {
	const reports: string[] = [];
	const server = createServer();
	const door = attachLiveDoor(server, context, {
		allowedOrigins: [context.publicUrl],
		report: (what) => reports.push(what),
		...options
	});
	server.on('request', (request, response) => {
		if (!door.answer(request, response)) response.writeHead(404).end();
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const { port } = server.address() as AddressInfo;
	const address = `ws://127.0.0.1:${port}/collab`;
	const clients: Client[] = [];
	return {
		address,
		port,
		reports,
		async enter(part, person, options = {}) {
			const headers = person ? await cookieOf(context, person) : {};
			const client = openClient({ address, part, headers, ...options });
			clients.push(client);
			return client;
		},
		async close() {
			for (const client of clients) client.close();
			await door.close();
			server.closeAllConnections();
			server.close();
		}
	};
}

/** The header of somebody who has just signed in. */
export async function cookieOf(context: Context, person: string): Promise<Record<string, string>> {
	const session = await startSession(context.db, person, context.now());
	return { cookie: `${SESSION_COOKIE(true)}=${session.value}` };
}

/** The text as PostgreSQL has it, whatever is in memory. */
export async function storedText(context: Pick<Context, 'db'>, part: string): Promise<string> {
	const doc = buildDoc(await loadText(context.db, part));
	const text = textOf(doc);
	doc.destroy();
	return text;
}
