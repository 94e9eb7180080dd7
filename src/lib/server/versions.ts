import type { Transaction } from '#db/connection.ts';
import { lockText, loadText } from '#db/queries/updates.ts';
import { findLatestVersion, insertVersion } from '#db/queries/versions.ts';
import { contentSchema } from '#domain/content/schema.ts';
import { wordCount } from '#domain/content/text.ts';
import type { VersionReason } from '#domain/versions.ts';
import { storedContent } from './texts.ts';

/** Why a version is kept. */
export type Keeping = {
	reason: VersionReason;
	name?: string;
	/** Who asked for it. */
	by?: string;
	/** When it was, where that is not now: what is told of the past. */
	at?: Date;
};

/** Keeps what is durable of a text at this moment as a version, and answers its id. */
export async function keepVersion(
	tx: Transaction,
	partId: string,
	{ reason, name, by, at }: Keeping
): Promise<string> {
	await lockText(tx, partId);
	const content = await storedContent(tx, partId);
	const last = await findLatestVersion(tx, partId);
	const isSame =
		last && contentSchema.nodeFromJSON(last.content).eq(contentSchema.nodeFromJSON(content));
	if (isSame && !name) return last.id;
	const { updates } = await loadText(tx, partId);
	return insertVersion(tx, {
		...{ partId, reason, name, content, authors: [], writers: [], madeBy: by, createdAt: at },
		words: wordCount(content),
		upto: updates.at(-1)?.id ?? last?.upto ?? 0n
	});
}
