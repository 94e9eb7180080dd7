import * as Y from 'yjs';
import { rawContent, readContent } from '#domain/content/yjs.ts';
import type { Shape } from '#ws/shape.ts';
import { LIMITS } from '#ws/limits.ts';
import { wrongIn } from './oracle.ts';

/** Yjs puts something in one place for who was there, and in another for who loads the text. */
export const PARTED = 'other words load';

/** What is wrong with a frame that was read, or null: what was read must be what Yjs reads. */
export function wrongReading(update: Uint8Array, shape: Shape): string | null {
	const decoded = attempt(() => Y.decodeUpdate(update));
	if (!decoded) return 'Yjs can not read it';
	const { structs, ds } = decoded;
	const ends = new Map<number, number>();
	let empty = 0;
	for (const struct of structs) {
		const { id, length } = struct;
		if (id.client > 0xffffffff) return 'a long client id';
		if (!(struct instanceof Y.Item)) empty += struct instanceof Y.Skip ? 0 : length;
		else {
			if (OTHERS.some((other) => struct.content instanceof other)) return 'other content';
			if (struct.content instanceof Y.ContentDeleted) empty += length;
			const own = [struct.origin, struct.rightOrigin].find((one) => one?.client === id.client);
			if (own && own.clock >= id.clock) return 'it needs itself';
		}
		ends.set(id.client, id.clock + length);
	}
	const deletes = [...ds.clients].flatMap(([client, items]) =>
		items.map(({ clock, len }) => ({ client, from: clock, to: clock + len }))
	);
	if (structs.length + deletes.length > LIMITS.pieces) return 'more work than allowed';
	if (empty > LIMITS.emptyClocks) return 'more clocks than allowed';
	if (JSON.stringify(deletes) !== JSON.stringify(shape.deletes)) return 'other deletes';
	for (const { client, to } of shape.blocks) if (ends.get(client) !== to) return 'other clocks';
	if (shape.blocks.length !== ends.size) return 'other rows';
	const blocks = Buffer.concat(shape.blocks.map(({ start, end }) => update.subarray(start, end)));
	if (shape.blocks.length === 1 && !readsAlone(shape, blocks, structs.length))
		return 'other blocks';
	const again = Y.convertUpdateFormatV2ToV1(Y.convertUpdateFormatV1ToV2(update));
	return again.length === update.length ? null : 'not as Yjs writes it';
}

const OTHERS = [Y.ContentEmbed, Y.ContentBinary, Y.ContentJSON, Y.ContentDoc];

/** Whether the bytes of a block are its structs, and can be put into another update. */
function readsAlone({ blocks: [block] }: Shape, bytes: Uint8Array, count: number): boolean {
	if (!block || block.count !== count) return false;
	const head = [1, block.count, block.client, block.from].flatMap(varUint);
	const alone = new Uint8Array([...head, ...bytes, 0]);
	return attempt(() => Y.decodeUpdate(alone))?.structs.length === count;
}

function varUint(value: number): number[] {
	return value < 128 ? [value] : [128 | (value % 128), ...varUint(Math.floor(value / 128))];
}

/** What goes wrong with a text that an accepted frame is put into, or null: it must go on being one. */
export function wrongText(before: Uint8Array, update: Uint8Array): string | null {
	const doc = openText(before);
	try {
		Y.applyUpdate(doc, update);
	} catch {
		return 'it can not be applied';
	}
	// What lacks something is never stored.
	if (doc.store.pendingStructs || doc.store.pendingDs) return null;
	const wrong = wrongIn(doc);
	if (wrong) return wrong;
	const state = attempt(() => Y.encodeStateAsUpdate(doc));
	if (!state) return 'the text can not be encoded';
	const again = attempt(() => openText(state));
	if (!again) return 'the text can not be loaded';
	if (again.store.pendingStructs) return 'the text loads in part';
	if (!Y.equalSnapshots(Y.snapshot(doc), Y.snapshot(again))) return 'another text loads';
	if (JSON.stringify(rawContent(doc)) !== JSON.stringify(rawContent(again))) return PARTED;
	if (!attempt(() => readContent(again))) return 'the text can not be read out';
	return null;
}

/** As an editor has it: it looks at where things changed. */
function openText(state: Uint8Array): Y.Doc {
	const doc = new Y.Doc();
	doc.getXmlFragment('default').observeDeep((events) => {
		for (const event of events) void [event.changes, event.path];
	});
	Y.applyUpdate(doc, state);
	return doc;
}

function attempt<T>(work: () => T): T | null {
	try {
		return work();
	} catch {
		return null;
	}
}
