import { redirect, type RequestEvent } from '@sveltejs/kit';
import { z } from 'zod';
import { gateOf, GATES } from '#domain/gates.ts';
import { PARTIES } from '#domain/parties.ts';
import { PHASES } from '#domain/phases.ts';
import { SOURCE_KINDS } from '#domain/sources.ts';
import { beginCycle, removeCycle, setPhase } from '#server/cycles.ts';
import { signGate, tickGate } from '#server/gates.ts';
import { addSource, changeSource, removeSource } from '#server/sources.ts';
import { explainSilence, sayChange } from '#server/study-closings.ts';
import { answer } from '../../../door.ts';
import { id as identityField } from '../../../fields.ts';
import { identity } from '../../../identity.ts';

type Asked = RequestEvent<{ id: string }>;

const Nothing = z.object({});
const Cycle = z.object({ cycle: identityField });
const InPhase = Cycle.extend({ phase: z.enum(PHASES, { error: 'unknown' }) });
const Tick = z.object({
	item: z.string().max(100),
	ticked: z.enum(['yes', 'no']).transform((ticked) => ticked === 'yes')
});
const Signed = z.object({ gate: z.enum(GATES, { error: 'unknown' }) });
const Source = z.object({
	kind: z.enum(SOURCE_KINDS, { error: 'required' }),
	text: z.string({ error: 'required' }),
	address: z.string().optional()
});
const Known = z.object({ source: identityField });
const OfParty = z.object({ party: z.enum(PARTIES, { error: 'unknown' }) });
const words = z.string({ error: 'required' }).max(10_000, { error: 'too_long' });
const Change = OfParty.extend({ change: words });
const Reason = OfParty.extend({ reason: words });

// The forms around the text of a study, each one use case. Those of gates answer at which gate it was, so that it
// stays open without scripts too.

export async function begin(event: Asked) {
	const id = identity(event.params.id);
	const begun = await answer(event, Nothing, (context, actor) => beginCycle(context, actor, id));
	return typeof begun === 'string' ? redirect(303, `/document/${id}?part=${begun}`) : begun;
}

export async function phase(event: Asked) {
	return answer(event, InPhase, (context, actor, { cycle: part, phase }) =>
		setPhase(context, actor, identity(event.params.id), { part, phase })
	);
}

export async function remove(event: Asked) {
	const id = identity(event.params.id);
	const refused = await answer(event, Cycle, (context, actor, { cycle }) =>
		removeCycle(context, actor, id, cycle)
	);
	return refused ?? redirect(303, `/document/${id}`);
}

export async function tick(event: Asked) {
	return answer(event, Tick, async (context, actor, input) => {
		await tickGate(context, actor, identity(event.params.id), input);
		return { acted: gateOf(input.item) };
	});
}

export async function sign(event: Asked) {
	return answer(event, Signed, async (context, actor, { gate }) => {
		await signGate(context, actor, identity(event.params.id), gate);
		return { acted: gate };
	});
}

export async function add(event: Asked) {
	return answer(event, Source, async (context, actor, input) => {
		await addSource(context, actor, identity(event.params.id), input);
	});
}

export async function change(event: Asked) {
	return answer(event, Source.extend(Known.shape), (context, actor, input) =>
		changeSource(context, actor, identity(event.params.id), input)
	);
}

export async function take(event: Asked) {
	return answer(event, Known, (context, actor, { source }) =>
		removeSource(context, actor, identity(event.params.id), source)
	);
}

export async function say(event: Asked) {
	return answer(event, Change, (context, actor, said) =>
		sayChange(context, actor, identity(event.params.id), said)
	);
}

export async function explain(event: Asked) {
	return answer(event, Reason, (context, actor, said) =>
		explainSilence(context, actor, identity(event.params.id), said)
	);
}
