import type { Queryable, Transaction } from '#db/connection.ts';
import {
	deletePart,
	findLastCycle,
	insertCycle,
	listCycles,
	lockPart,
	nextPosition,
	updatePhase
} from '#db/queries/cycles.ts';
import { findTexts, insertPart } from '#db/queries/documents.ts';
import { loadText } from '#db/queries/updates.ts';
import { plainText } from '#domain/content/text.ts';
import { readContent } from '#domain/content/yjs.ts';
import { Conflict, NotFound } from '#domain/errors.ts';
import type { Actor } from '#domain/facts.ts';
import type { Phase } from '#domain/phases.ts';
import { CYCLE } from '#domain/templates/cycle.ts';
import type { Context } from './context.ts';
import { recordEvent } from './events.ts';
import { buildDoc } from './stored-text.ts';
import { changeAround } from './change-around.ts';
import { writeFirstContent } from './texts.ts';

/** The cycles of a study, and whether one can be taken away: as far as its text was read out. */
export async function cyclesOf(db: Queryable, documentId: string) {
	const cycles = await listCycles(db, documentId);
	const last = cycles.at(-1);
	const [text] = last ? await findTexts(db, [last.part]) : [];
	return cycles.map((cycle) => ({
		...cycle,
		removable: cycle === last && text !== undefined && !isWritten(text.plain)
	}));
}

/** Begins the next cycle of a study, with a text of its own. Answers the part that this is. */
export async function beginCycle(context: Context, actor: Actor, id: string): Promise<string> {
	return changeAround(context, actor, id, 'run_cycles', async (tx, { werkplaats }) => {
		const number = ((await findLastCycle(tx, id))?.number ?? 0) + 1;
		const part = await insertPart(tx, {
			documentId: id,
			kind: 'cycle',
			perspective: null,
			position: await nextPosition(tx, id)
		});
		await insertCycle(tx, { part, number });
		await writeFirstContent(tx, part, CYCLE);
		await recordEvent(tx, {
			name: 'cycle.begun',
			actorId: actor.id,
			werkplaatsId: werkplaats,
			documentId: id,
			details: { part, number }
		});
		return part;
	});
}

/** Says in which phase a cycle is now; one goes back as well as on. */
export async function setPhase(
	context: Context,
	actor: Actor,
	id: string,
	{ part, phase }: { part: string; phase: Phase }
): Promise<void> {
	await changeAround(context, actor, id, 'run_cycles', async (tx, { werkplaats }) => {
		const cycle = (await listCycles(tx, id)).find((each) => each.part === part);
		if (!cycle) throw new NotFound();
		if (cycle.phase === phase) return;
		await updatePhase(tx, part, phase);
		await recordEvent(tx, {
			name: 'cycle.phase',
			actorId: actor.id,
			werkplaatsId: werkplaats,
			documentId: id,
			details: { part, number: cycle.number, from: cycle.phase, to: phase }
		});
	});
}

/** Takes away the last cycle, begun by mistake: nothing was written in it, so nothing is lost. */
export async function removeCycle(
	context: Context,
	actor: Actor,
	id: string,
	part: string
): Promise<void> {
	await changeAround(context, actor, id, 'run_cycles', async (tx, { werkplaats }) => {
		const cycles = await listCycles(tx, id);
		const cycle = cycles.find((each) => each.part === part);
		if (!cycle) throw new NotFound();
		if (cycle !== cycles.at(-1)) throw new Conflict('cycle_not_last');
		if (await hasWords(tx, part)) throw new Conflict('cycle_has_words');
		await deletePart(tx, part);
		await recordEvent(tx, {
			name: 'cycle.removed',
			actorId: actor.id,
			werkplaatsId: werkplaats,
			documentId: id,
			details: { part, number: cycle.number }
		});
	});
	// Who has it open is sent away.
	context.bus.ring({ kind: 'access', documents: [id] });
}

/** Whether somebody wrote, or took away, anything since the cycle began. */
async function hasWords(tx: Transaction, part: string): Promise<boolean> {
	await lockPart(tx, part);
	const doc = buildDoc(await loadText(tx, part));
	const words = plainText(readContent(doc));
	doc.destroy();
	return isWritten(words);
}

function isWritten(words: string): boolean {
	return words !== plainText(CYCLE);
}
