import type { Node } from '@tiptap/pm/model';
import type { Transaction } from '#db/connection.ts';
import { updateLayer, type LayerRow } from '#db/queries/suggestions.ts';
import { differenceOf } from '#domain/content/merge/difference.ts';
import { readDocument } from '#domain/content/merge/read.ts';
import { runsOf } from '#domain/content/suggestions/runs.ts';
import { writeWatched, type EditWatch } from './edit-watch.ts';
import { readOutOf } from './read-out.ts';
import { buildDoc } from './stored-text.ts';
import { saveReading, type Reading } from './texts.ts';

/**
 * Writes suggestions that were accepted into the text, under an id of Yjs of their own that is their maker's: it is they
 * who wrote these words. Answers that id, and the watch over it. What others suggest goes along.
 */
export async function acceptInto(
	tx: Transaction,
	{ reading: { stored }, layer, suggested, wanted }: Accepted
): Promise<{ clientId: number; watch: EditWatch }> {
	const { partId, personId, id } = layer;
	const doc = buildDoc(stored);
	const edit = { part: partId, author: personId, text: wanted.toJSON() };
	const watch = await writeWatched(tx, { stored, doc }, edit);
	const [clientId, written, read] = [doc.clientID, readDocument(doc), readOutOf(doc)];
	doc.destroy();
	if (differenceOf(wanted, written).hunks > 0) throw new Error('the text is not what was accepted');
	// This layer stays as it is: what was accepted of it is in the text now, so it differs from that in less.
	await saveReading(tx, partId, { stored, read }, (layerId) => layerId === id);
	await updateLayer(tx, id, { runs: runsOf(written, suggested) });
	return { clientId, watch };
}

type Accepted = {
	reading: Reading;
	layer: LayerRow;
	/** The text as they would have it, and as it becomes. */
	suggested: Node;
	wanted: Node;
};
