import { error, redirect } from '@sveltejs/kit';
import { renderHtml } from '#domain/content/html.ts';
import { dayOf } from '#domain/days.ts';
import { NotFound } from '#domain/errors.ts';
import { theContext, type Context } from '#server/context.ts';
import {
	addRemark,
	checkPolicy,
	removeRemark,
	replyAsMunicipality,
	signReview
} from '#server/critical-friends.ts';
import type { Actor } from '#domain/facts.ts';
import { openDocument } from '#server/documents.ts';
import { markRead } from '#server/inbox.ts';
import { beginMirror, sayWhatChanges } from '#server/mirrors.ts';
import { openRound } from '#server/opened-round.ts';
import { askableOn, openReviewing } from '#server/review-beside.ts';
import { answerRound, closeRound, remindRound } from '#server/review-rounds.ts';
import { answer, asker } from '../../../../../door.ts';
import { identity } from '../../../../../identity.ts';
import {
	Answer,
	Checks,
	Closed,
	Mirror,
	Nothing,
	Remark,
	RemarkId,
	Reply,
	Words
} from '../forms.ts';
import { partsNamed } from '../parts-named.ts';
import type { Actions, PageServerLoad, RouteParams } from './$types';

export const load: PageServerLoad = async (event) => {
	const context = theContext();
	const { actor } = asker(event);
	const { id, round: roundId } = idsOf(event.params);
	const document = await openDocument(context, actor, id);
	if (document.deletedAt) error(410, document.title);
	const { frozen, ...round } = await openRound(context, actor, roundId);
	if (round.document !== id) throw new NotFound();
	const { policies } = await openReviewing(context, actor, id);
	const named = await partsNamed(context, actor, document, policies);
	const { part } = round;
	await markRead(context, actor, { round: roundId });
	const { frame } = await event.parent();
	return {
		me: frame.me,
		document: { id, title: document.title, mayShare: document.abilities.share },
		round,
		frozen: frozen && {
			at: frozen.at,
			version: frozen.version,
			/** To talk about its words. */
			content: round.may.talk ? frozen.content : null,
			html: renderHtml(frozen.content, { language: event.locals.language })
		},
		partName: named[part.id] ?? null,
		people: round.may.begin ? await askableOn(context, actor, { document: id, part: part.id }) : [],
		today: dayOf(context.now()),
		back: { href: `/document/${id}/review`, name: document.title },
		sheet: true
	};
};

function idsOf({ id, round }: RouteParams): { id: string; round: string } {
	return { id: identity(id), round: identity(round) };
}

/** The round of the address, if it is beside that document. */
async function roundOf(context: Context, actor: Actor, params: RouteParams): Promise<string> {
	const { id, round } = idsOf(params);
	const { document } = await openRound(context, actor, round);
	if (document !== id) throw new NotFound();
	return round;
}

export const actions: Actions = {
	answer: (event) =>
		answer(event, Answer, async (context, actor, said) => {
			await answerRound(context, actor, await roundOf(context, actor, event.params), said);
			return { done: 'answer' };
		}),
	remind: (event) =>
		answer(event, Nothing, async (context, actor) => {
			await remindRound(context, actor, await roundOf(context, actor, event.params));
			return { done: 'remind' };
		}),
	close: (event) =>
		answer(event, Closed, async (context, actor, input) => {
			await closeRound(context, actor, await roundOf(context, actor, event.params), input);
			return { done: 'close' };
		}),
	begin: async (event) => {
		const refused = await answer(event, Mirror, async (context, actor, input) =>
			beginMirror(context, actor, await roundOf(context, actor, event.params), input)
		);
		const { id, round } = idsOf(event.params);
		return refused ?? redirect(303, `/document/${id}/review/${round}`);
	},
	changes: (event) =>
		answer(event, Words, async (context, actor, input) => {
			await sayWhatChanges(context, actor, await roundOf(context, actor, event.params), input);
			return { done: 'changes' };
		}),
	remark: (event) =>
		answer(event, Remark, async (context, actor, input) => {
			await addRemark(context, actor, await roundOf(context, actor, event.params), input);
			return { done: 'remark' };
		}),
	remove_remark: (event) =>
		answer(event, RemarkId, async (context, actor, { remark }) =>
			removeRemark(context, actor, await roundOf(context, actor, event.params), remark)
		),
	check: (event) =>
		answer(event, Checks, async (context, actor, checked) => {
			await checkPolicy(context, actor, await roundOf(context, actor, event.params), checked);
			return { done: 'check' };
		}),
	sign: (event) =>
		answer(event, Nothing, async (context, actor) => {
			await signReview(context, actor, await roundOf(context, actor, event.params));
			return { done: 'sign' };
		}),
	reply: (event) =>
		answer(event, Reply, async (context, actor, input) => {
			await replyAsMunicipality(context, actor, await roundOf(context, actor, event.params), input);
			return { done: 'reply' };
		})
};
