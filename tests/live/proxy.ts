import { once } from 'node:events';
import { createServer, request as ask, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebSocketServer } from 'ws';

export type Proxy = {
	port: number;
	/** Paths of what was asked, with the method. */
	asked: string[];
	close(): void;
};

/** What networks do to what passes through them. */
export type ProxyOptions = {
	/** `silent` completes the handshake and lets nothing through after it. */
	websockets?: 'refused' | 'silent';
	/** Passes an answer on when it has all of it, as a virus scanner does. */
	buffers?: boolean;
	/** Cuts off answers that are still coming so long after they began. */
	cutsAfterMs?: number;
};

/** A proxy before a server on this machine, such as some municipal networks have. */
export async function openProxy(
	target: URL,
	{ websockets = 'refused', buffers = false, cutsAfterMs }: ProxyOptions
): Promise<Proxy> {
	const asked: string[] = [];
	const { hostname, port } = target;
	const pass: RequestListener = (request, response) => {
		const { method, url: path, headers } = request;
		asked.push(`${method} ${path}`);
		const passed = ask({ hostname, port, method, path, headers }, async (answer) => {
			answer.on('error', () => response.destroy());
			const kept = buffers ? Buffer.concat(await answer.toArray().catch(() => [])) : null;
			response.writeHead(answer.statusCode ?? 502, answer.headers);
			if (kept) return response.end(kept);
			answer.pipe(response);
			if (!cutsAfterMs) return;
			const cut = setTimeout(() => response.destroy(), cutsAfterMs);
			response.on('close', () => clearTimeout(cut));
		});
		passed.on('error', () => response.destroy());
		request.pipe(passed);
		response.on('close', () => passed.destroy());
	};
	const server = createServer(pass);
	const swallowing = new WebSocketServer({ noServer: true });
	server.on('upgrade', (request, socket, head) => {
		asked.push(`UPGRADE ${request.url}`);
		socket.on('error', () => socket.destroy());
		if (websockets === 'refused') socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
		else swallowing.handleUpgrade(request, socket, head, () => {});
	});
	server.listen(0, 'localhost');
	await once(server, 'listening');
	return {
		port: (server.address() as AddressInfo).port,
		asked,
		close() {
			for (const socket of swallowing.clients) socket.terminate();
			server.closeAllConnections();
			server.close();
		}
	};
}
