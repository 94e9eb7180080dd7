/** What was sent, or null when that is more than `limit` bytes: no more of it is kept than that. */
export async function readBody(
	request: Request,
	limit: number
): Promise<Buffer<ArrayBuffer> | null> {
	if (Number(request.headers.get('content-length') ?? 0) > limit) return null;
	const chunks: Uint8Array[] = [];
	let size = 0;
	// Counts what arrives: a length in a header is a promise, not a fact.
	for await (const chunk of request.body ?? []) {
		size += chunk.length;
		if (size > limit) return null;
		chunks.push(chunk);
	}
	return Buffer.concat(chunks);
}
