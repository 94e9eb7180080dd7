import { findOneDocumentFacts, findPartFacts } from '#db/queries/facts.ts';
import { listPolicyTexts } from '#db/queries/policy-texts.ts';
import { listAsked, listRounds } from '#db/queries/review-rounds.ts';
import { NotFound } from '#domain/errors.ts';
import type { Actor, PartFacts } from '#domain/facts.ts';
import { authorize, can } from '#domain/policy.ts';
import { seesRound } from '#domain/review-rounds.ts';
import { tellRequests, type RequestTold } from './change-requests.ts';
import type { Context } from './context.ts';
import { askablePeople, type Askable } from './review-people.ts';
import { entered } from './round-change.ts';
import { tellAround, tellRound, type RoundTold } from './rounds-told.ts';

/** A policy text as it stands in a list. */
export type PolicyListed = {
	part: string;
	title: string;
	source: string;
	/** Of the text: while it is the same, so is that. */
	sha256: string;
	frozenAt: Date;
};

/** What people asked of each other beside a document, as the actor may know of it. */
export type Reviewing = {
	/** The latest first. */
	rounds: RoundTold[];
	policies: PolicyListed[];
	/** Null for what is no study. */
	requests: RequestTold[] | null;
	may: {
		/** Parts on which the actor may begin a round. */
		begin: string[];
		planMirror: boolean;
		keepPolicy: boolean;
		logRequest: boolean;
		logForOthers: boolean;
		answerRequest: boolean;
	};
};

/** What stands beside a document for who views it. */
export async function openReviewing(
	context: Context,
	actor: Actor,
	id: string
): Promise<Reviewing> {
	const { db } = context;
	const now = context.now();
	const facts = await findOneDocumentFacts(db, id, now);
	if (!facts) throw new NotFound();
	const subject = { type: 'document', document: facts } as const;
	authorize(actor, 'view', subject);
	const parts = await findPartFacts(db, [facts], now);
	const rows = await listRounds(db, id);
	const asked = await listAsked(
		db,
		rows.map((row) => row.id)
	);
	const byId = new Map(parts.map((part) => [part.id, part]));
	const seen = rows.flatMap((round) => {
		const part = byId.get(round.partId);
		if (!part) return [];
		const found = entered(actor, round, { part, asked: asked.get(round.id) ?? [], now });
		return seesRound(round.kind, found.place) ? [found] : [];
	});
	const people = await tellAround(db, actor, seen);
	const isStudy = facts.kind === 'study';
	return {
		rounds: seen.map((found) => tellRound(actor, found, people)),
		policies: isStudy ? await policiesOf(context, id, byId, actor) : [],
		requests: isStudy ? await tellRequests(db, actor, facts, now) : null,
		may: {
			begin: parts.flatMap((part) => (can(actor, 'write', { type: 'part', part }) ? part.id : [])),
			planMirror: can(actor, 'plan_mirror', subject),
			keepPolicy: can(actor, 'keep_policy', subject),
			logRequest: can(actor, 'log_request', subject),
			logForOthers: isStudy && can(actor, 'change_state', subject),
			answerRequest: can(actor, 'answer_request', subject)
		}
	};
}

async function policiesOf(
	{ db }: Context,
	id: string,
	parts: Map<string, PartFacts>,
	actor: Actor
): Promise<PolicyListed[]> {
	const texts = await listPolicyTexts(db, id);
	return texts.flatMap(({ partId, title, source, sha256, frozenAt }) => {
		const part = parts.get(partId);
		const reads = part && can(actor, 'read', { type: 'part', part });
		return reads ? [{ part: partId, title, source, sha256, frozenAt }] : [];
	});
}

/** Whom the actor can ask about a part of the document, for the form in which they do. */
export async function askableOn(
	context: Context,
	actor: Actor,
	{ document, part: partId }: { document: string; part: string }
): Promise<Askable[]> {
	const { db } = context;
	const now = context.now();
	const facts = await findOneDocumentFacts(db, document, now);
	const parts = facts ? await findPartFacts(db, [facts], now) : [];
	const part = parts.find(({ id }) => id === partId);
	if (!part || !can(actor, 'read', { type: 'part', part })) throw new NotFound();
	return askablePeople(db, actor, part, now);
}
