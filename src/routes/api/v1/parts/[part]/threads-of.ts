import type { ThreadsOf } from '#domain/threads.ts';
import { parse } from '../../../../failure.ts';
import { identity } from '../../../../identity.ts';
import { ThreadsQuery } from '../../thread-schemas.ts';

/** Beside which text threads are meant: of a part, or of it as it was frozen. */
export function threadsOf({ params, url }: { params: { part: string }; url: URL }): ThreadsOf {
	const part = identity(params.part);
	const { version, submission } = parse(ThreadsQuery, Object.fromEntries(url.searchParams));
	return { part, version: version ?? null, submission: submission ?? null };
}
