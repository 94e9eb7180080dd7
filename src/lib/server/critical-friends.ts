import {
	deleteRemark,
	insertRemark,
	listRemarks,
	updateRemark,
	type RemarkRow
} from '#db/queries/policy-texts.ts';
import { updateAsked, updateRound } from '#db/queries/review-rounds.ts';
import { findVersions } from '#db/queries/versions.ts';
import type { Transaction } from '#db/connection.ts';
import { anchorOf, type Anchor } from '#domain/anchors/anchor.ts';
import { quotedText } from '#domain/anchors/quoted-text.ts';
import { TextIndex } from '#domain/anchors/text-index.ts';
import { identifiedContent } from '#domain/content/identified-content.ts';
import {
	isMunicipality,
	REMARK_MAX,
	REMARKS_MAX,
	REPLY_MAX,
	signFault,
	type Checked,
	type ReviewPerspective
} from '#domain/critical-friends.ts';
import { Conflict, Invalid, NotAllowed, NotFound } from '#domain/errors.ts';
import type { Actor } from '#domain/facts.ts';
import { seenAs } from '#domain/membership.ts';
import type { Context } from './context.ts';
import { assertAnswers } from './review-rounds.ts';
import { changeRound, type EnteredRound, type Happened } from './round-change.ts';

export type NewRemark = {
	perspective: ReviewPerspective;
	/** Words of the policy text; empty: about the whole of it. */
	quote: string;
	body: string;
};

/** Says something of a policy text through somebody's eyes. Answers the remark's id. */
export async function addRemark(
	context: Context,
	actor: Actor,
	roundId: string,
	{ perspective, quote, body }: NewRemark
): Promise<string> {
	let id: string | undefined;
	await changeReview(context, actor, roundId, async (tx, { round }) => {
		const said = body.trim();
		if (said === '') throw new Invalid({ body: 'required' });
		if (said.length > REMARK_MAX) throw new Invalid({ body: 'too_long' });
		const own = (await listRemarks(tx, roundId)).filter(({ authorId }) => authorId === actor.id);
		if (own.length >= REMARKS_MAX) throw new Conflict('remarks_full');
		const passage = quote.trim() === '' ? null : await quoted(tx, round.versionId, quote);
		const row = { roundId, authorId: actor.id, perspective, passage, body: said };
		id = await insertRemark(tx, { ...row, createdAt: context.now() });
		return null;
	});
	if (!id) throw new Error('insert returned no row');
	return id;
}

/** The words in the text that was frozen; of several places where they stand, the first. */
async function quoted(tx: Transaction, versionId: string | null, quote: string): Promise<Anchor> {
	const version = versionId && (await findVersions(tx, [versionId])).get(versionId);
	if (!version) throw new NotFound();
	const text = new TextIndex(identifiedContent(version.content));
	const words = quotedText(quote.trim());
	const [at] = words.signs === '' ? [] : text.find(words, 1);
	const passage = at === undefined ? null : text.passage(at, at + words.signs.length);
	const anchor = passage && anchorOf(text, passage);
	if (!anchor) throw new Invalid({ quote: 'quote_unknown' });
	return anchor;
}

/** Takes back what one said oneself, until one signs. */
export async function removeRemark(
	context: Context,
	actor: Actor,
	roundId: string,
	remark: string
): Promise<void> {
	await changeReview(context, actor, roundId, async (tx) => {
		if (!(await listRemarks(tx, roundId)).some(({ id }) => id === remark)) throw new NotFound();
		if (!(await deleteRemark(tx, { id: remark, authorId: actor.id }))) throw new NotFound();
		return null;
	});
}

/** Says what one found of what the citizen comes for. What is left out stays as it was. */
export async function checkPolicy(
	context: Context,
	actor: Actor,
	roundId: string,
	checked: Checked
): Promise<void> {
	await changeReview(context, actor, roundId, async (tx, { own }) => {
		const change = { checked: { ...own?.checked, ...checked } };
		await updateAsked(tx, { roundId, people: [actor.id] }, change);
		return null;
	});
}

/** Signs one's review, with what one is and the day. Nothing of it changes any more, and all who read the study read it. */
export async function signReview(context: Context, actor: Actor, roundId: string): Promise<void> {
	await changeReview(context, actor, roundId, async (tx, { own, part, now }) => {
		const remarks = (await listRemarks(tx, roundId)).filter(
			({ authorId }) => authorId === actor.id
		);
		const fault = signFault({ checked: own?.checked ?? {}, remarks: remarks.length });
		if (fault) throw new Conflict(fault);
		const signedAs = seenAs(actor.memberships, part.document.werkplaats)?.function ?? null;
		const change = { signedAt: now, answeredAt: now, signedAs };
		await updateAsked(tx, { roundId, people: [actor.id] }, change);
		return { name: 'critical_friend.signed' };
	});
}

/** Changes one's own review, which is nobody else's until it is signed, and nobody's to change after that. */
async function changeReview(
	context: Context,
	actor: Actor,
	roundId: string,
	change: (tx: Transaction, entered: EnteredRound) => Promise<Happened | null>
): Promise<void> {
	await changeRound(context, actor, roundId, async (tx, found) => {
		if (found.round.kind !== 'critical_friend') throw new NotFound();
		assertAnswers(found);
		if (found.own?.signedAt) throw new Conflict('review_signed');
		return change(tx, found);
	});
}

/** Whether somebody answers for the municipality now. */
export function repliesTo(actor: Actor, { part, standing }: EnteredRound): boolean {
	return isMunicipality(actor, part.document) && standing !== 'closed';
}

/** That something was answered is told once; what is put better is for the record. */
const REPLY_CHANGED = 'critical_friend.reply_changed';

/** What the municipality answers to one remark that was signed, or (without one) to the whole. */
export async function replyAsMunicipality(
	context: Context,
	actor: Actor,
	roundId: string,
	{ remark, words }: { remark: string | null; words: string }
): Promise<void> {
	await changeRound(context, actor, roundId, async (tx, found) => {
		if (found.round.kind !== 'critical_friend') throw new NotFound();
		if (found.standing === 'closed') throw new Conflict('round_closed');
		if (!repliesTo(actor, found)) throw new NotAllowed('comment');
		const said = words.trim();
		if (said === '') throw new Invalid({ words: 'required' });
		if (said.length > REPLY_MAX) throw new Invalid({ words: 'too_long' });
		const signed = found.asked.filter(({ signedAt }) => signedAt);
		if (signed.length === 0) throw new Conflict('nothing_signed');
		const reply = { reply: said, replyBy: actor.id, replyAt: found.now };
		if (remark === null) {
			assertOwnReply(actor, found.round);
			await updateRound(tx, roundId, reply);
			return { name: found.round.replyBy ? REPLY_CHANGED : 'critical_friend.replied' };
		}
		const remarks = signedRemarks(found, await listRemarks(tx, roundId));
		const meant = remarks.find(({ id }) => id === remark);
		if (!meant) throw new NotFound();
		assertOwnReply(actor, meant);
		await updateRemark(tx, remark, reply);
		if (meant.replyBy) return { name: REPLY_CHANGED };
		return { name: 'critical_friend.remark_replied', people: [meant.authorId] };
	});
}

/** What a colleague answered stays theirs. */
function assertOwnReply(actor: Actor, { replyBy }: { replyBy: string | null }): void {
	if (replyBy && replyBy !== actor.id) throw new Conflict('reply_of_another');
}

/** The remarks under which their author signed. */
export function signedRemarks(
	{ asked }: Pick<EnteredRound, 'asked'>,
	remarks: readonly RemarkRow[]
): RemarkRow[] {
	const signed = new Set(asked.filter(({ signedAt }) => signedAt).map(({ personId }) => personId));
	return remarks.filter(({ authorId }) => signed.has(authorId));
}
