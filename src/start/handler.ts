import type { RequestListener } from 'node:http';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

type Handler = (...request: [...Parameters<RequestListener>, next: () => void]) => void;

/** The built app. It reads its settings while it is loaded, and asks for the open house on a request. */
export async function loadHandler(root: string): Promise<RequestListener> {
	const file = pathToFileURL(join(root, 'build/handler.js')).href;
	const { handler }: { handler: Handler } = await import(file);
	return (request, response) =>
		handler(request, response, () => {
			response.statusCode = 404;
			response.end();
		});
}
