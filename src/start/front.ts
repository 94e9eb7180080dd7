import type { IncomingMessage } from 'node:http';
import type { Settings } from './settings.ts';

/** The header in which the app and the live door read who asks. */
export const ADDRESS_HEADER = 'x-real-address';
const PROTOCOL_HEADER = 'x-forwarded-proto';

/** Enough for a long document with pictures; adapter-node refuses anything above half a megabyte itself. */
const BODY_SIZE_LIMIT = '20M';

/** Tells the built app, before it is loaded, which headers `introduce` writes. */
export function configureHandler(environment: NodeJS.ProcessEnv): void {
	// Without a protocol header adapter-node takes every request for https, and every form on plain
	// http then fails its origin check.
	environment.PROTOCOL_HEADER = PROTOCOL_HEADER;
	environment.ADDRESS_HEADER = ADDRESS_HEADER;
	environment.BODY_SIZE_LIMIT ??= BODY_SIZE_LIMIT;
	for (const name of ['HOST_HEADER', 'PORT_HEADER', 'ORIGIN']) delete environment[name];
}

/**
 * Writes into the request who asks, and how it reached us. What a client says about that counts for
 * nothing; what our own proxies say counts from the back, each having added its neighbour at the end.
 */
export function introduce(request: IncomingMessage, { proxies, publicUrl }: Settings): void {
	const { headers, socket } = request;
	const path = listOf(headers['x-forwarded-for']);
	headers[ADDRESS_HEADER] = (proxies > 0 && path.at(-proxies)) || socket.remoteAddress || '';
	if (proxies === 0) {
		headers[PROTOCOL_HEADER] = 'http';
		return;
	}
	const said = listOf(headers[PROTOCOL_HEADER]).at(-1);
	headers[PROTOCOL_HEADER] =
		said === 'http' || said === 'https' ? said : new URL(publicUrl).protocol.slice(0, -1);
	const host = listOf(headers['x-forwarded-host']).at(-1);
	if (host) headers.host = host;
}

function listOf(header: string | string[] | undefined): string[] {
	const values = Array.isArray(header) ? header : [header ?? ''];
	return values.flatMap((value) => value.split(',')).flatMap((value) => value.trim() || []);
}
