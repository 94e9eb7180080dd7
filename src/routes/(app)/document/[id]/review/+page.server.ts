import { error, redirect } from '@sveltejs/kit';
import { pickPart } from '#domain/parts.ts';
import { renderHtml } from '#domain/content/html.ts';
import { EMPTY_CONTENT } from '#domain/content/schema.ts';
import { dayOf } from '#domain/days.ts';
import { answerRequest, logRequest } from '#server/change-requests.ts';
import { theContext } from '#server/context.ts';
import { openDocument } from '#server/documents.ts';
import { planMirror, replanMirror } from '#server/mirrors.ts';
import { readTexts } from '#server/parts.ts';
import { beginFriends, keepPolicyText } from '#server/policy-texts.ts';
import { askableOn, openReviewing } from '#server/review-beside.ts';
import { beginRound } from '#server/review-rounds.ts';
import { answer, asker } from '../../../../door.ts';
import { identity } from '../../../../identity.ts';
import {
	CalledOff,
	Friends,
	Planned,
	PolicyText,
	Replanned,
	Request,
	RequestAnswer,
	Round
} from './forms.ts';
import { partsNamed } from './parts-named.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const context = theContext();
	const { actor } = asker(event);
	const id = identity(event.params.id);
	const document = await openDocument(context, actor, id);
	if (document.deletedAt) error(410, document.title);
	const reviewing = await openReviewing(context, actor, id);
	const named = await partsNamed(context, actor, document, reviewing.policies);
	const mayAsk = document.parts.filter((part) => reviewing.may.begin.includes(part.id));
	const part = pickPart(mayAsk, event.url.searchParams.get('part'));
	const texts = await readTexts(
		context,
		reviewing.policies.map((policy) => ({ id: policy.part }))
	);
	const { language } = event.locals;
	const policies = reviewing.policies.map((policy) => ({
		...policy,
		html: renderHtml(texts.get(policy.part) ?? EMPTY_CONTENT, { language })
	}));
	const policy = reviewing.may.keepPolicy ? reviewing.policies[0]?.part : undefined;
	const about = part?.id ?? policy;
	return {
		document: {
			id,
			title: document.title,
			kind: document.kind,
			mayShare: document.abilities.share
		},
		reviewing: { ...reviewing, policies },
		named,
		/** Of what is asked, and whom one can ask. */
		asking: about
			? {
					part: part?.id ?? null,
					parts: mayAsk.map((each) => each.id),
					people: await askableOn(context, actor, { document: id, part: about })
				}
			: null,
		today: dayOf(context.now()),
		back: { href: `/document/${id}`, name: document.title }
	};
};

export const actions: Actions = {
	begin: async (event) => {
		const id = identity(event.params.id);
		const begun = await answer(event, Round, (context, actor, { part, ...round }) =>
			beginRound(context, actor, part, round)
		);
		return typeof begun === 'string' ? redirect(303, `/document/${id}/review/${begun}`) : begun;
	},
	friends: async (event) => {
		const id = identity(event.params.id);
		const begun = await answer(event, Friends, (context, actor, { part, ...round }) =>
			beginFriends(context, actor, part, round)
		);
		return typeof begun === 'string' ? redirect(303, `/document/${id}/review/${begun}`) : begun;
	},
	plan: (event) =>
		answer(event, Planned, async (context, actor, input) => {
			await planMirror(context, actor, identity(event.params.id), input);
			return { done: 'plan' };
		}),
	replan: (event) =>
		answer(event, Replanned, (context, actor, { round, plannedFor }) =>
			replanMirror(context, actor, round, { plannedFor })
		),
	call_off: (event) =>
		answer(event, CalledOff, (context, actor, { round }) =>
			replanMirror(context, actor, round, { plannedFor: null })
		),
	keep_policy: (event) =>
		answer(event, PolicyText, async (context, actor, input) => {
			await keepPolicyText(context, actor, identity(event.params.id), input);
			return { done: 'keep_policy' };
		}),
	log_request: (event) =>
		answer(event, Request, async (context, actor, input) => {
			await logRequest(context, actor, identity(event.params.id), input);
			return { done: 'log_request' };
		}),
	answer_request: (event) =>
		answer(event, RequestAnswer, async (context, actor, input) => {
			await answerRequest(context, actor, { documentId: identity(event.params.id), ...input });
			return { done: 'answer_request' };
		})
};
