import * as Y from 'yjs';
import { BadFrame } from './protocol.ts';

/** Clocks `from` up to but not including `to` of one client. */
export type Range = { client: number; from: number; to: number };

/** A struct, with what must be there before it: the last clock that it names of each neighbour. */
export type StructShape = Range & { needs: { client: number; clock: number }[] };

/** What an update would add and delete, without a document. */
export type Shape = { structs: StructShape[]; deletes: Range[] };

/** Reads all of an update, so that one that can't be read never reaches a document; throws `BadFrame`. */
export function readShape(update: Uint8Array): Shape {
	try {
		const { structs, ds } = Y.decodeUpdate(update);
		const deletes = [...ds.clients].flatMap(([client, items]) =>
			items.map(({ clock, len }) => ({ client, from: clock, to: clock + len }))
		);
		// Yjs looks for what it deletes, and for what stands at a clock: nothing has neither.
		if (structs.some(({ length }) => length === 0) || deletes.some(({ from, to }) => from === to)) {
			throw new BadFrame('a struct or a delete of nothing');
		}
		return {
			structs: structs.filter((struct) => !(struct instanceof Y.Skip)).map(describe),
			deletes
		};
	} catch (error) {
		if (error instanceof BadFrame) throw error;
		throw new BadFrame('unreadable update', { cause: error });
	}
}

function describe(struct: Y.Item | Y.GC | Y.Skip): StructShape {
	const { client, clock: from } = struct.id;
	const needs = struct instanceof Y.Item ? neighbours(struct) : [];
	// Yjs takes it for granted that its own earlier structs are there, and throws halfway if not.
	if (needs.some((need) => need.client === client && need.clock >= from)) {
		throw new BadFrame('a struct that needs itself');
	}
	return { client, from, to: from + struct.length, needs };
}

function neighbours({ origin, rightOrigin, parent }: Y.Item): { client: number; clock: number }[] {
	return [origin, rightOrigin, parent].filter((id) => id instanceof Y.ID);
}
