import type { Queryable } from '#db/connection.ts';
import {
	deleteTick,
	insertTick,
	listSignatures,
	listTicks,
	putSignature,
	withdrawSignature
} from '#db/queries/gates.ts';
import { Conflict, NotFound } from '#domain/errors.ts';
import type { Actor } from '#domain/facts.ts';
import { GATE_ITEMS, gateOf, GATES, gateState, type Gate } from '#domain/gates.ts';
import type { Context } from './context.ts';
import { recordEvent } from './events.ts';
import { changeAround } from './change-around.ts';

/** The gates of a study with their items, who ticked those, and who signed; the caller asks the policy. */
export async function gatesOf(db: Queryable, documentId: string) {
	const ticks = await listTicks(db, documentId);
	const signatures = await listSignatures(db, documentId);
	const tickOf = new Map(ticks.map((tick) => [tick.item, tick]));
	const ticked = new Set(tickOf.keys());
	return GATES.map((gate) => {
		const signature = signatures.get(gate) ?? null;
		const items = GATE_ITEMS[gate].map((item) => {
			const { by, at } = tickOf.get(item) ?? {};
			return { item, tick: by && at ? { by, at } : null };
		});
		return { gate, items, signature, state: gateState(gate, ticked, signature) };
	});
}

/** Says that an item is in order, or no longer; the latter withdraws a signature that stood on it. */
export async function tickGate(
	context: Context,
	actor: Actor,
	id: string,
	{ item, ticked }: { item: string; ticked: boolean }
): Promise<void> {
	const at = context.now();
	await changeAround(context, actor, id, 'tick_gates', async (tx, { werkplaats }) => {
		const gate = gateOf(item);
		if (!gate) throw new NotFound();
		const changed = ticked
			? await insertTick(tx, { documentId: id, item, tickedBy: actor.id, tickedAt: at })
			: await deleteTick(tx, id, item);
		if (!changed) return;
		const event = { actorId: actor.id, werkplaatsId: werkplaats, documentId: id };
		const name = ticked ? 'gate.ticked' : 'gate.unticked';
		await recordEvent(tx, { ...event, name, details: { gate, item } });
		const signature = ticked ? undefined : (await listSignatures(tx, id)).get(gate);
		if (!signature || signature.withdrawn) return;
		await withdrawSignature(tx, { documentId: id, gate, by: actor.id, at });
		await recordEvent(tx, {
			...event,
			name: 'gate.signature_withdrawn',
			personId: signature.by.id,
			details: { gate, item }
		});
	});
}

/** Signs a gate of which every item is ticked. Signed already, the first signature stays. */
export async function signGate(
	context: Context,
	actor: Actor,
	id: string,
	gate: Gate
): Promise<void> {
	await changeAround(context, actor, id, 'sign_gate', async (tx, { werkplaats }) => {
		const ticked = new Set((await listTicks(tx, id)).map(({ item }) => item));
		const signature = (await listSignatures(tx, id)).get(gate) ?? null;
		const state = gateState(gate, ticked, signature);
		if (state === 'signed') return;
		if (state === 'open') throw new Conflict('gate_open');
		await putSignature(tx, { documentId: id, gate, signedBy: actor.id, signedAt: context.now() });
		await recordEvent(tx, {
			name: 'gate.signed',
			actorId: actor.id,
			werkplaatsId: werkplaats,
			documentId: id,
			details: { gate }
		});
	});
}
