import { once } from 'node:events';
import { createServer, get, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { ADDRESS_HEADER, introduce } from './front.ts';
import { readSettings } from './settings.ts';

/** The headers that the app would see of a request with these. */
async function seen(environment: Record<string, string>, headers: Record<string, string>) {
	const settings = readSettings(environment, 'use');
	const server = createServer((request, response) => {
		introduce(request, settings);
		response.end(JSON.stringify(request.headers));
	}).listen(0, '127.0.0.1');
	await once(server, 'listening');
	const { port } = server.address() as AddressInfo;
	const [response] = await once(
		get({ host: '127.0.0.1', port, headers, agent: false }),
		'response'
	);
	const chunks: Buffer[] = await response.toArray();
	server.close();
	const read: IncomingHttpHeaders = JSON.parse(Buffer.concat(chunks).toString());
	return read;
}

test('without a proxy nothing that a client says about itself counts', async () => {
	const headers = await seen(
		{},
		{
			'x-forwarded-for': '10.1.1.1',
			'x-forwarded-proto': 'https',
			'x-forwarded-host': 'evil.example',
			[ADDRESS_HEADER]: '10.2.2.2'
		}
	);
	expect(headers[ADDRESS_HEADER]).toBe('127.0.0.1');
	expect(headers['x-forwarded-proto']).toBe('http');
	expect(headers.host).toMatch(/^127\.0\.0\.1/);
});

test('behind one proxy the last address counts: what stands before it the client wrote', async () => {
	const headers = await seen(
		{ TRUST_PROXY: '1' },
		{ 'x-forwarded-for': '10.1.1.1, 192.0.2.7', 'x-forwarded-proto': 'https' }
	);
	expect(headers[ADDRESS_HEADER]).toBe('192.0.2.7');
	expect(headers['x-forwarded-proto']).toBe('https');
});

test('behind two proxies it is the last but one', async () => {
	const headers = await seen(
		{ TRUST_PROXY: '2' },
		{ 'x-forwarded-for': '10.1.1.1, 192.0.2.7, 198.51.100.1' }
	);
	expect(headers[ADDRESS_HEADER]).toBe('192.0.2.7');
});

test('a proxy that says nothing leaves the neighbour’s address and the public protocol', async () => {
	const headers = await seen({ TRUST_PROXY: '1', PUBLIC_URL: 'https://werk.example' }, {});
	expect(headers[ADDRESS_HEADER]).toBe('127.0.0.1');
	expect(headers['x-forwarded-proto']).toBe('https');
});
