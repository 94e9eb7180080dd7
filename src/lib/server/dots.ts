import type { Queryable } from '#db/connection.ts';
import { deleteDots, dotsOf, insertDot } from '#db/queries/dots.ts';
import { findDocumentFacts } from '#db/queries/facts.ts';
import { listQuestions, lockAgenda } from '#db/queries/questions.ts';
import { Conflict } from '#domain/errors.ts';
import type { Actor } from '#domain/facts.ts';
import { authorize, can } from '#domain/policy.ts';
import { DOTS, leadsOf } from '#domain/priority.ts';
import { agendaOf, isOpen, leadOf, type Agenda } from '#domain/questions.ts';
import type { Context } from './context.ts';
import { recordEvent } from './events.ts';
import { questionFacts } from './questions.ts';

/** Asks that an open question goes first, with one of the few dots that somebody has in a werkplaats. */
export async function giveDot(context: Context, actor: Actor, id: string): Promise<void> {
	const now = context.now();
	await context.db.transaction(async (tx) => {
		const { agenda, werkplaats, held } = await openBallot(tx, actor, id, now);
		const question = agenda.get(id);
		if (!question || !isOpen(question, agenda)) throw new Conflict('question_closed');
		const hidden = await hiddenFrom(tx, actor, held, now);
		// Nobody could find what they gave there any more: it comes back.
		await deleteDots(tx, actor.id, hidden);
		const given = leadsOf(
			agenda,
			held.filter((each) => !hidden.includes(each))
		);
		if (given.has(id)) return;
		if (given.size >= DOTS) throw new Conflict('no_dots_left');
		await insertDot(tx, actor.id, id);
		await recordEvent(tx, {
			name: 'question.dot_given',
			actorId: actor.id,
			werkplaatsId: werkplaats,
			documentId: id
		});
	});
}

/** Takes it back, also from the doubles that went into the question. */
export async function takeDot(context: Context, actor: Actor, id: string): Promise<void> {
	await context.db.transaction(async (tx) => {
		const { agenda, werkplaats, held } = await openBallot(tx, actor, id, context.now());
		const own = held.filter((each) => leadIdOf(agenda, each) === leadIdOf(agenda, id));
		if (own.length === 0) return;
		await deleteDots(tx, actor.id, own);
		await recordEvent(tx, {
			name: 'question.dot_taken',
			actorId: actor.id,
			werkplaatsId: werkplaats,
			documentId: id
		});
	});
}

/** The agenda that a question is on and what the actor gave there, kept from everybody else. */
async function openBallot(
	tx: Parameters<typeof lockAgenda>[0],
	actor: Actor,
	id: string,
	now: Date
) {
	const { werkplaats } = await questionFacts(tx, actor, id, now);
	authorize(actor, 'prioritise', { type: 'werkplaats', werkplaats });
	// Two at the same moment would both count what was there before.
	await lockAgenda(tx, werkplaats);
	const agenda = agendaOf(await listQuestions(tx, werkplaats));
	return { agenda, werkplaats, held: await dotsOf(tx, actor.id, werkplaats) };
}

async function hiddenFrom(tx: Queryable, actor: Actor, ids: readonly string[], now: Date) {
	const facts = await findDocumentFacts(tx, ids, now);
	return ids.filter((id) => {
		const document = facts.get(id);
		return !document || !can(actor, 'view', { type: 'document', document });
	});
}

function leadIdOf(agenda: Agenda, id: string): string {
	const question = agenda.get(id);
	return question ? leadOf(question, agenda).id : id;
}
