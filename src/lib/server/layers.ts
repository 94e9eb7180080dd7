import type { Transaction } from '#db/connection.ts';
import { listLayers, renewEmptyLayers, updateLayer } from '#db/queries/suggestions.ts';
import type { Content } from '#domain/content/schema.ts';
import { rebased, textChange } from '#domain/content/suggestions/rebased.ts';

/** A text as it was read out, and as it is now; with the layers that are about that already. */
type TextChanged = { before: Content; after: Content; isDone?: (layer: string) => boolean };

/**
 * Takes what people suggest along with a text that changed, in the transaction in which it is read out anew. Says whether
 * what anybody sees of it is otherwise: runs that only moved are found again where they are.
 */
export async function rebaseLayers(
	tx: Transaction,
	partId: string,
	{ before, after, isDone = () => false }: TextChanged
): Promise<boolean> {
	const change = textChange(before, after);
	if (!change) return false;
	await renewEmptyLayers(tx, partId);
	let isOtherwise = false;
	for (const layer of await listLayers(tx, partId)) {
		if (isDone(layer.id)) continue;
		const { runs, moved } = rebased(change, layer.runs);
		await updateLayer(tx, layer.id, { runs });
		isOtherwise ||= !moved;
	}
	return isOtherwise;
}
