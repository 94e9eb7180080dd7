import { momentOf, type Ago } from '#db/seeds/demo/document.ts';
import type { DemoName } from '#db/seeds/demo/people.ts';
import type { DemoCycle, DemoGate, DemoStudy } from '#db/seeds/demo/study.ts';
import type { Actor } from '#domain/facts.ts';
import { GATE_ITEMS } from '#domain/gates.ts';
import type { Context } from '#server/context.ts';
import { beginCycle, setPhase } from '#server/cycles.ts';
import { signGate, tickGate } from '#server/gates.ts';
import { addSource } from '#server/sources.ts';
import { explainSilence, sayChange } from '#server/study-closings.ts';
import { writeAs } from '#server/writing.ts';

/** Lets the people of the demo do what stands around a study, each at their own time. */
export async function plantStudy(
	context: Context,
	actorOf: (name: DemoName) => Actor,
	id: string,
	planted: DemoStudy
): Promise<void> {
	const then = (at: Ago): Context => ({ ...context, now: () => momentOf(at, context.now()) });
	for (const gate of planted.gates) await plantGate(then, actorOf, id, gate);
	for (const cycle of planted.cycles) await plantCycle(then, actorOf, id, cycle);
	for (const { by, at, ...source } of planted.sources) {
		await addSource(then(at), actorOf(by), id, source);
	}
	for (const { party, by, at, change, reason } of planted.closings) {
		if (change) await sayChange(then(at), actorOf(by), id, { party, change });
		if (reason) await explainSilence(then(at), actorOf(by), id, { party, reason });
	}
}

type Then = (at: Ago) => Context;
type ActorOf = (name: DemoName) => Actor;

async function plantGate(then: Then, actorOf: ActorOf, id: string, planted: DemoGate) {
	const { gate, by, ticked, signedBy, signed, takenBack } = planted;
	for (const item of GATE_ITEMS[gate]) {
		await tickGate(then(ticked), actorOf(by), id, { item, ticked: true });
	}
	await signGate(then(signed), actorOf(signedBy), id, gate);
	if (!takenBack) return;
	const { item, at } = takenBack;
	await tickGate(then(at), actorOf(by), id, { item, ticked: false });
}

async function plantCycle(then: Then, actorOf: ActorOf, id: string, planted: DemoCycle) {
	const { by, begun, phase, content } = planted;
	const part = await beginCycle(then(begun), actorOf(by), id);
	await writeAs(then(begun), actorOf(by), part, content);
	await setPhase(then(begun), actorOf(by), id, { part, phase });
}
