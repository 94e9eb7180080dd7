import { findStaleWork, listWritten } from '#db/queries/run-texts.ts';
import { renderHtml } from '#domain/content/html.ts';
import type { Content } from '#domain/content/schema.ts';
import type { Context } from './context.ts';
import { refreshText } from './texts.ts';

/** What groups wrote in all rounds, with everything that is durable at this moment; of one group when it is given. */
export async function writtenIn(context: Context, runId: string, groupId?: string) {
	for (const partId of await findStaleWork(context.db, runId, groupId)) {
		await refreshText(context, partId);
	}
	return listWritten(context.db, runId, groupId);
}

/** What a group wrote, as a page shows it: beside others, so without anchors that they could share. */
export function shownText(content: Content, partId: string): string {
	return renderHtml(content, { headingPrefix: `${partId.slice(0, 8)}-` });
}
