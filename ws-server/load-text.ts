import { LiveText } from './live-text.ts';
import type { UpdateLog } from './update-log.ts';
import type { Workshop } from './workshop.ts';

/** A text without the updates that Yjs can't apply: clients would break on them. */
export type SoundText = {
	text: LiveText;
	/** Whose each client id in it is. */
	owners: Map<number, string>;
	unsound: readonly bigint[];
	logBytes: number;
};

/**
 * The text as it is stored now. A log is tried out first, beside the thread that everybody waits for;
 * mostly there is none, since a log becomes a snapshot when everybody has left. Throws when the text
 * can't be read.
 */
export async function loadSoundText(
	{ log, workshop }: { log: UpdateLog; workshop: Workshop },
	part: string
): Promise<SoundText> {
	const { owners, ...stored } = await log.load(part);
	const logBytes = stored.updates.reduce((size, { bytes }) => size + bytes.length, 0);
	const unsound = logBytes > 0 ? await workshop.findUnsound(stored) : [];
	const updates = stored.updates.filter(({ id }) => !unsound.includes(id));
	return { text: new LiveText({ ...stored, updates }), owners, unsound, logBytes };
}
