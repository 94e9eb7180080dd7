import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { watchTraffic } from './traffic.ts';

test('streams end when the house closes, but those of the live door say goodbye themselves', async () => {
	const server = createServer((_, response) => {
		response.setHeader('content-type', 'text/event-stream');
		response.write(':\n\n');
	});
	const traffic = watchTraffic(server);
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const { port } = server.address() as AddressInfo;
	const ended: string[] = [];
	for (const path of ['/collab/part?line=x', '/api/v1/live']) {
		const response = await fetch(`http://127.0.0.1:${port}${path}`);
		// The stream that is cut off breaks what reads it.
		response.text().catch(() => ended.push(path));
	}
	traffic.endStreams();
	await expect.poll(() => ended).toEqual(['/api/v1/live']);
	server.closeAllConnections();
	await expect.poll(() => ended.length).toBe(2);
	server.close();
});
