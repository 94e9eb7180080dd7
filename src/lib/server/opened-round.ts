import type { Queryable } from '#db/connection.ts';
import { listPolicyTexts, listRemarks, type RemarkRow } from '#db/queries/policy-texts.ts';
import { listRounds, type AskedRow } from '#db/queries/review-rounds.ts';
import { findVersions } from '#db/queries/versions.ts';
import type { Content } from '#domain/content/schema.ts';
import {
	coverage,
	REVIEW_PERSPECTIVES,
	type Checked,
	type ReviewPerspective
} from '#domain/critical-friends.ts';
import { NotFound } from '#domain/errors.ts';
import type { Actor } from '#domain/facts.ts';
import type { WerkplaatsFunction } from '#domain/functions.ts';
import { readsAnswers, readsFrozen, type RoundAnswer } from '#domain/review-rounds.ts';
import type { Context } from './context.ts';
import { repliesTo, signedRemarks } from './critical-friends.ts';
import type { PersonTold } from './people-told.ts';
import { enterRound, type EnteredRound } from './round-change.ts';
import { saidTold, tellAround, tellRound, type People, type RoundTold } from './rounds-told.ts';

/** Somebody who was asked, with how far they are, and what they said to who may read that. */
export type AskedTold = {
	person: PersonTold;
	/** Asked as everybody with this function. */
	function: WerkplaatsFunction | null;
	answeredAt: Date | null;
	remindedAt: Date | null;
	/** Null: nothing was said, or not to the asker. */
	answer: RoundAnswer | null;
};

type Said = { words: string; by: PersonTold | null; at: Date };

/** What somebody says of a policy text. */
export type RemarkTold = {
	id: string;
	perspective: ReviewPerspective;
	/** Null: of the text as a whole. */
	quote: string | null;
	body: string;
	by: PersonTold | null;
	createdAt: Date;
	isOwn: boolean;
	/** Its author did not sign yet: nobody else reads it. */
	isDraft: boolean;
	reply: Said | null;
};

/** A policy text with the reviews of it: those that were signed, and one's own. */
export type ReviewedPolicy = {
	title: string;
	source: string;
	address: string | null;
	sha256: string;
	frozenAt: Date;
	remarks: RemarkTold[];
	coverage: { perspective: ReviewPerspective; remarks: number }[];
	reviews: {
		by: PersonTold;
		signedAs: WerkplaatsFunction | null;
		signedAt: Date;
		checked: Checked;
	}[];
	/** What the asker ticked so far; null for who was not asked. */
	checked: Checked | null;
	/** What the municipality answers to the whole. */
	reply: Said | null;
	mayReply: boolean;
};

export type OpenedRound = RoundTold & {
	document: string;
	/** Who was asked; to who was not, and does not ask, nobody. */
	asked: AskedTold[];
	/** The text as it was; null for who may not read it, and when it had to be forgotten. */
	frozen: { version: string; content: Content; words: number; at: Date } | null;
	/** The version of the mirror before this one, to see what changed since. */
	before: string | null;
	policy: ReviewedPolicy | null;
};

/** A round as the actor may see it. */
export async function openRound(context: Context, actor: Actor, id: string): Promise<OpenedRound> {
	const { db } = context;
	const found = await enterRound(db, actor, id, context.now());
	const { round, part, place } = found;
	const remarks = round.kind === 'critical_friend' ? await listRemarks(db, id) : [];
	const authors = remarks.flatMap(({ authorId, replyBy }) => [authorId, replyBy ?? authorId]);
	const people = await tellAround(db, actor, [found], authors);
	return {
		...tellRound(actor, found, people),
		document: part.document.id,
		asked: place.leads || place.made || place.asked ? askedTold(found, actor, people) : [],
		frozen: await frozenOf(db, found),
		before: await mirrorBefore(db, found),
		policy: part.kind === 'policy' ? await policyOf(db, actor, found, remarks, people) : null
	};
}

function askedTold(found: EnteredRound, actor: Actor, people: People): AskedTold[] {
	const isOpen = readsAnswers(found.place, found.standing === 'closed');
	return found.asked.flatMap((one) => {
		const person = people.get(one.personId);
		if (!person) return [];
		const { answeredAt, remindedAt } = one;
		const isTold = isOpen || one.personId === actor.id;
		const answer = isTold && answeredAt ? answerOf(one) : null;
		return [{ person, function: one.function, answeredAt, remindedAt, answer }];
	});
}

function answerOf({ answers, remarks }: AskedRow): RoundAnswer {
	return { answers, remarks };
}

async function frozenOf(db: Queryable, { round, place }: EnteredRound) {
	if (!round.versionId || !readsFrozen(round.kind, place)) return null;
	const version = (await findVersions(db, [round.versionId])).get(round.versionId);
	if (!version) return null;
	const { id, content, words } = version;
	return { version: id, content, words, at: round.begunAt ?? version.createdAt };
}

async function mirrorBefore(
	db: Queryable,
	{ round, part, place }: EnteredRound
): Promise<string | null> {
	if (round.kind !== 'mirror' || !place.leads) return null;
	const mirrors = (await listRounds(db, part.document.id)).filter(
		({ kind, partId, begunAt, id }) =>
			kind === 'mirror' && partId === part.id && begunAt && id !== round.id
	);
	const earlier = mirrors
		.filter(({ begunAt }) => !round.begunAt || (begunAt && begunAt < round.begunAt))
		.sort((one, other) => Number(other.begunAt) - Number(one.begunAt));
	return earlier[0]?.versionId ?? null;
}

async function policyOf(
	db: Queryable,
	actor: Actor,
	found: EnteredRound,
	rows: readonly RemarkRow[],
	people: People
): Promise<ReviewedPolicy> {
	const { round, part, asked, own } = found;
	const texts = await listPolicyTexts(db, part.document.id);
	const text = texts.find(({ partId }) => partId === part.id);
	if (!text) throw new NotFound();
	const signed = new Set(signedRemarks(found, rows).map(({ id }) => id));
	const remarks = inOrder(rows)
		.filter(({ id, authorId }) => signed.has(id) || authorId === actor.id)
		.map((row) => remarkTold(row, { actor, people, isDraft: !signed.has(row.id) }));
	const { title, source, address, sha256, frozenAt } = text;
	return {
		...{ title, source, address, sha256, frozenAt, remarks, coverage: coverage(remarks) },
		reviews: asked.flatMap(({ personId, signedAt, signedAs, checked }) => {
			const by = people.get(personId);
			return by && signedAt ? [{ by, signedAs, signedAt, checked }] : [];
		}),
		checked: own?.checked ?? null,
		reply: saidTold(round.reply, round.replyBy, round.replyAt, people),
		mayReply: repliesTo(actor, found) && asked.some(({ signedAt }) => signedAt)
	};
}

/** As they stand in the text; what is about the whole of it comes last. */
function inOrder(rows: readonly RemarkRow[]): RemarkRow[] {
	const placeOf = ({ passage }: RemarkRow) => passage?.runs[0]?.clock ?? Infinity;
	return [...rows].sort((one, other) => {
		const [at, next] = [placeOf(one), placeOf(other)];
		return at === next ? 0 : at - next;
	});
}

function remarkTold(
	row: RemarkRow,
	{ actor, people, isDraft }: { actor: Actor; people: People; isDraft: boolean }
): RemarkTold {
	const { id, body, createdAt, authorId, passage } = row;
	const perspective = REVIEW_PERSPECTIVES.find((each) => each === row.perspective);
	if (!perspective) throw new Error(`a policy text is not read as ${row.perspective}`);
	return {
		...{ id, perspective, body, createdAt, isDraft, quote: passage?.quote ?? null },
		by: people.get(authorId) ?? null,
		isOwn: authorId === actor.id,
		reply: saidTold(row.reply, row.replyBy, row.replyAt, people)
	};
}
