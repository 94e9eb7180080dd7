/** The token by which a machine asks. */
export function bearerOf(request: Request): string | undefined {
	return /^Bearer (.+)$/i.exec(request.headers.get('authorization') ?? '')?.[1];
}

/**
 * Whether another site made a browser send this change, with the cookies that it has of ours. A browser
 * says from where a change comes; a program that says nothing has nobody's cookies but its own.
 */
export function isForged(request: Request, url: URL, publicUrl: string): boolean {
	if (request.method === 'GET' || request.method === 'HEAD') return false;
	// No page can make a browser add a token by itself.
	if (url.pathname.startsWith('/api/') && bearerOf(request) !== undefined) return false;
	const origin = request.headers.get('origin');
	if (origin !== null) return origin !== url.origin && origin !== new URL(publicUrl).origin;
	const site = request.headers.get('sec-fetch-site');
	return site !== null && site !== 'same-origin' && site !== 'none';
}
