import { momentOf, type Ago } from '#db/seeds/demo/document.ts';
import type { DemoName } from '#db/seeds/demo/people.ts';
import type { DemoPolicy, DemoRequest, DemoRound } from '#db/seeds/demo/reviews.ts';
import { meelezen } from '#db/seeds/demo/twente/meelezen.ts';
import { dayOf } from '#domain/days.ts';
import type { Actor } from '#domain/facts.ts';
import { isSharedPart } from '#domain/kinds.ts';
import { answerRequest, logRequest } from '#server/change-requests.ts';
import type { Context } from '#server/context.ts';
import {
	addRemark,
	checkPolicy,
	replyAsMunicipality,
	signReview
} from '#server/critical-friends.ts';
import { openDocument } from '#server/documents.ts';
import { planMirror } from '#server/mirrors.ts';
import { beginFriends, keepPolicyText } from '#server/policy-texts.ts';
import { answerRound, beginRound, closeRound } from '#server/review-rounds.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

type Planting = {
	context: Context;
	actorOf: (name: DemoName) => Actor;
	idOf: (title: string) => string;
	then: (at: Ago) => Context;
	/** The day that is so many from today. */
	day: (days: number) => string;
};

/** Lets the people of the demo ask each other what they think, each at their own time. */
export async function plantReviews(
	context: Context,
	actorOf: Planting['actorOf'],
	idOf: Planting['idOf']
): Promise<void> {
	const planting: Planting = {
		...{ context, actorOf, idOf },
		then: (at) => ({ ...context, now: () => momentOf(at, context.now()) }),
		day: (days) => dayOf(new Date(context.now().getTime() + days * DAY_MS))
	};
	const { then, day } = planting;
	for (const round of meelezen.rounds) await plantRound(planting, round);
	for (const { of, by, planned, forDaysAgo } of meelezen.mirrors) {
		const plannedFor = day(-forDaysAgo);
		await planMirror(then(planned), actorOf(by), idOf(of), { plannedFor });
	}
	for (const policy of meelezen.policies) await plantPolicy(planting, policy);
	for (const request of meelezen.requests) await plantRequest(planting, request);
}

async function plantRound(planting: Planting, planted: DemoRound): Promise<void> {
	const { context, actorOf, idOf, then, day } = planting;
	const { by, begun, answers, closed, dueInDays, asked, message, questions } = planted;
	const { parts } = await openDocument(context, actorOf(by), idOf(planted.of));
	const text = parts.find(isSharedPart);
	if (!text) throw new Error(`The demo asks about a text that is not there: ${planted.of}`);
	const people = asked.map((name) => actorOf(name).id);
	const input = { people, functions: [], message, questions, dueOn: day(dueInDays) };
	const id = await beginRound(then(begun), actorOf(by), text.id, input);
	for (const { by: who, at, ...answer } of answers) {
		await answerRound(then(at), actorOf(who), id, answer);
	}
	if (closed) await closeRound(then(closed.at), actorOf(by), id, { name: closed.name });
}

async function plantPolicy(planting: Planting, planted: DemoPolicy): Promise<void> {
	const { actorOf, idOf, then, day } = planting;
	const { by, kept, title, source, text, asked, dueInDays } = planted;
	const study = idOf(planted.of);
	const words = { title, source, text, address: '' };
	const part = await keepPolicyText(then(kept), actorOf(by), study, words);
	const people = asked.map((name) => actorOf(name).id);
	const input = { people, functions: [], message: '', dueOn: day(dueInDays) };
	const id = await beginFriends(then(kept), actorOf(by), part, input);
	const remarks = new Map<string, string>();
	for (const { by: who, at, checked, ...review } of planted.reviews) {
		for (const remark of review.remarks) {
			remarks.set(remark.quote, await addRemark(then(at), actorOf(who), id, remark));
		}
		await checkPolicy(then(at), actorOf(who), id, checked);
		await signReview(then(at), actorOf(who), id);
	}
	for (const { by: who, at, to, words: said } of planted.replies) {
		const remark = to === null ? null : remarks.get(to);
		if (remark === undefined) throw new Error(`The demo replies to what nobody said: ${to}`);
		await replyAsMunicipality(then(at), actorOf(who), id, { remark, words: said });
	}
}

async function plantRequest(planting: Planting, planted: DemoRequest): Promise<void> {
	const { actorOf, idOf, then, day } = planting;
	const { of, by, at, askedDaysAgo, answer, ...request } = planted;
	const documentId = idOf(of);
	const logged = { ...request, askedOn: day(-askedDaysAgo) };
	const id = await logRequest(then(at), actorOf(by), documentId, logged);
	const { words } = answer;
	await answerRequest(then(answer.at), actorOf(answer.by), { documentId, request: id, words });
}
