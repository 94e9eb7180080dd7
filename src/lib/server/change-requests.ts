import type { Queryable } from '#db/connection.ts';
import {
	findRequest,
	insertAnswer,
	insertRequest,
	listAnswers,
	listRequests
} from '#db/queries/change-requests.ts';
import {
	mayLog,
	REQUEST_MAX,
	requestFaults,
	type Concern,
	type RequestWords
} from '#domain/change-requests.ts';
import { dayOf } from '#domain/days.ts';
import { Conflict, Invalid, NotAllowed, NotFound } from '#domain/errors.ts';
import type { Actor, DocumentFacts } from '#domain/facts.ts';
import { oneLine } from '#domain/line.ts';
import { can } from '#domain/policy.ts';
import { changeAround } from './change-around.ts';
import type { Context } from './context.ts';
import { recordEvent } from './events.ts';
import { tellPeople, type PersonTold } from './people-told.ts';

/** More than are asked of a study in its life; a list without an end could fill the disk. */
const MOST = 200;

export type NewRequest = RequestWords & { concern: Concern };

/** A request as everybody reads it who reads the study. */
export type RequestTold = RequestWords & {
	id: string;
	concern: Concern;
	loggedBy: PersonTold | null;
	loggedAt: Date;
	answers: { id: string; words: string; by: PersonTold | null; at: Date }[];
};

/** Writes down that somebody asked to change what a study found. Answers its id. */
export async function logRequest(
	context: Context,
	actor: Actor,
	documentId: string,
	{ concern, ...input }: NewRequest
): Promise<string> {
	return changeAround(context, actor, documentId, 'log_request', async (tx, document) => {
		const manages = can(actor, 'change_state', { type: 'document', document });
		if (!mayLog(concern, { comments: true, manages })) throw new NotAllowed('log_request');
		const who = oneLine(input.who);
		const organisation = oneLine(input.organisation);
		const words = { ...input, who, organisation, what: input.what.trim() };
		const faults = requestFaults(words, dayOf(context.now()));
		if (Object.keys(faults).length > 0) throw new Invalid(faults);
		if ((await listRequests(tx, documentId)).length >= MOST) throw new Conflict('requests_full');
		const logged = { loggedBy: actor.id, loggedAt: context.now() };
		const id = await insertRequest(tx, { documentId, concern, ...words, ...logged });
		await recordEvent(tx, {
			name: 'findings.change_requested',
			actorId: actor.id,
			werkplaatsId: document.werkplaats,
			documentId,
			details: { request: id, concern }
		});
		return id;
	});
}

/** Writes down what was answered to it; what was answered before stays. */
export async function answerRequest(
	context: Context,
	actor: Actor,
	{ documentId, request, words }: { documentId: string; request: string; words: string }
): Promise<void> {
	await changeAround(context, actor, documentId, 'answer_request', async (tx, document) => {
		if ((await findRequest(tx, request))?.documentId !== documentId) throw new NotFound();
		const said = words.trim();
		if (said === '') throw new Invalid({ words: 'required' });
		if (said.length > REQUEST_MAX) throw new Invalid({ words: 'too_long' });
		const before = (await listAnswers(tx, [request])).get(request) ?? [];
		if (before.length >= MOST) throw new Conflict('requests_full');
		const answered = { answeredBy: actor.id, answeredAt: context.now() };
		await insertAnswer(tx, { requestId: request, words: said, ...answered });
		await recordEvent(tx, {
			name: 'findings.change_answered',
			actorId: actor.id,
			werkplaatsId: document.werkplaats,
			documentId,
			details: { request }
		});
	});
}

/** What was asked to change in a study, with what was answered; the caller asks the policy. */
export async function tellRequests(
	db: Queryable,
	actor: Actor,
	document: DocumentFacts,
	now: Date
): Promise<RequestTold[]> {
	const rows = await listRequests(db, document.id);
	const answers = await listAnswers(
		db,
		rows.map(({ id }) => id)
	);
	const ids = [
		...rows.map(({ loggedBy }) => loggedBy),
		...[...answers.values()].flatMap((all) => all.map(({ answeredBy }) => answeredBy))
	];
	const people = await tellPeople(db, ids, {
		werkplaats: document.werkplaats,
		self: actor.id,
		now
	});
	return rows.map(({ id, who, organisation, what, askedOn, concern, loggedBy, loggedAt }) => ({
		...{ id, who, organisation, what, askedOn, concern, loggedAt },
		loggedBy: people.get(loggedBy) ?? null,
		answers: (answers.get(id) ?? []).map((answer) => ({
			id: answer.id,
			words: answer.words,
			by: people.get(answer.answeredBy) ?? null,
			at: answer.answeredAt
		}))
	}));
}
