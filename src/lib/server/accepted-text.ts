import type { Node } from '@tiptap/pm/model';
import type { Transaction } from '#db/connection.ts';
import { updateLayer, type LayerRow } from '#db/queries/suggestions.ts';
import { appendUpdate } from '#db/queries/updates.ts';
import { differenceOf } from '#domain/content/merge/difference.ts';
import { readDocument } from '#domain/content/merge/read.ts';
import { writeDocument } from '#domain/content/merge/write.ts';
import { runsOf } from '#domain/content/suggestions/runs.ts';
import * as Y from 'yjs';
import { readOutOf } from './read-out.ts';
import { buildDoc } from './stored-text.ts';
import { saveReading, type Reading } from './texts.ts';

/**
 * Writes suggestions that were accepted into the text, under an id of Yjs of their own that is their maker's: it is they
 * who wrote these words. Answers that id. What others suggest goes along.
 */
export async function acceptInto(
	tx: Transaction,
	{ reading, layer, suggested, wanted }: Accepted
): Promise<number> {
	const { partId, personId, id } = layer;
	const doc = buildDoc(reading.stored);
	const before = Y.encodeStateVector(doc);
	writeDocument(doc, wanted, null);
	const bytes = Y.encodeStateAsUpdate(doc, before);
	const [clientId, written, read] = [doc.clientID, readDocument(doc), readOutOf(doc)];
	doc.destroy();
	if (differenceOf(wanted, written).hunks > 0) throw new Error('the text is not what was accepted');
	await appendUpdate(tx, { part: partId, bytes, author: personId, clients: [clientId] });
	// This layer stays as it is: what was accepted of it is in the text now, so it differs from that in less.
	await saveReading(tx, partId, { stored: reading.stored, read }, (layerId) => layerId === id);
	await updateLayer(tx, id, { runs: runsOf(written, suggested) });
	return clientId;
}

type Accepted = {
	reading: Reading;
	layer: LayerRow;
	/** The text as they would have it, and as it becomes. */
	suggested: Node;
	wanted: Node;
};
