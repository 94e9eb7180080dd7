import type { Queryable } from '#db/connection.ts';
import { findFactsOfParts } from '#db/queries/facts.ts';
import { listReviewsOn, type ReviewRow } from '#db/queries/reviews.ts';
import { listGroupTexts, listMembers, type MemberRow } from '#db/queries/run-groups.ts';
import { findRun, type RunRow } from '#db/queries/runs.ts';
import { listAskedOn } from '#db/queries/review-rounds.ts';
import { findSubmission } from '#db/queries/submissions.ts';
import { findVersions } from '#db/queries/versions.ts';
import { TextIndex } from '#domain/anchors/text-index.ts';
import { identifiedContent } from '#domain/content/identified-content.ts';
import type { Content } from '#domain/content/schema.ts';
import { NotFound } from '#domain/errors.ts';
import type { Actor, PartFacts } from '#domain/facts.ts';
import { can } from '#domain/policy.ts';
import { readsVersion } from '#domain/round-place.ts';
import type { ThreadsOf } from '#domain/threads.ts';
import { hearsFormerWords } from '#domain/voices.ts';
import { indexedText } from './passages.ts';
import { standingTo } from './submissions.ts';

/** The text that threads stand beside, and the facts that say who may do what there; whoever asks. */
export type ThreadPlace = {
	of: ThreadsOf;
	part: PartFacts;
	/** Null: the text of the part itself, which changes. */
	frozen: Content | null;
	handIn: HandIn | null;
	/** Who was asked what they think of that version: they read it, whatever was taken out of the text since. */
	asked: readonly string[];
};

/** What a group handed in, with who has to do with that. */
type HandIn = { groupId: string; run: RunRow; reviews: ReviewRow[]; members: MemberRow[] };

/** What somebody may do with the threads there. */
export type ThreadRights = {
	reads: boolean;
	comments: boolean;
	writes: boolean;
	/** Whether they are told words that stand there no more. */
	hears: boolean;
	/** Whether they may know who somebody else is that says something there. */
	knows: (other: Actor) => boolean;
};

/** Where threads stand; `NotFound` when there is no such text. */
export async function loadPlace(db: Queryable, of: ThreadsOf, now: Date): Promise<ThreadPlace> {
	const [part] = await findFactsOfParts(db, [of.part], now);
	if (!part) throw new NotFound();
	const asked: string[] = [];
	if (of.submission) {
		return { of, part, asked, ...(await loadHandIn(db, of.part, of.submission)) };
	}
	if (!of.version) return { of, part, asked, frozen: null, handIn: null };
	const version = (await findVersions(db, [of.version])).get(of.version);
	if (version?.partId !== of.part) throw new NotFound();
	const people = await listAskedOn(db, of.version);
	return { of, part, frozen: version.content, handIn: null, asked: people };
}

async function loadHandIn(db: Queryable, partId: string, id: string) {
	const row = await findSubmission(db, id);
	const run = row && (await findRun(db, row.runId));
	if (!run) throw new NotFound();
	const texts = await listGroupTexts(db, [row.groupId]);
	if (!texts.some((text) => text.partId === partId)) throw new NotFound();
	const reviews = await listReviewsOn(db, id);
	const members = await listMembers(db, run.id);
	const handIn: HandIn = { groupId: row.groupId, run, reviews, members };
	return { frozen: JSON.parse(row.content) as Content, handIn };
}

export function rightsIn({ of, part, handIn, asked }: ThreadPlace, actor: Actor): ThreadRights {
	if (handIn) return rightsInWork(handIn, part, actor);
	const may = (action: 'read' | 'comment_part' | 'write') =>
		can(actor, action, { type: 'part', part });
	const reads = may('read') && (of.version === null || readsVersion(actor, part, [{ asked }]));
	return {
		reads,
		comments: reads && may('comment_part'),
		writes: reads && may('write'),
		hears: hearsFormerWords(actor, part),
		knows: () => true
	};
}

/** Whoever may read what was handed in talks about it, as long as the run goes on; its own group resolves. */
function rightsInWork(handIn: HandIn, { document }: PartFacts, actor: Actor): ThreadRights {
	const { run, groupId } = handIn;
	const leads = (somebody: Actor) => can(somebody, 'lead_runs', { type: 'document', document });
	const member = memberOf(handIn, actor);
	const place = { run, leads: leads(actor), member };
	const { isOwn, reads, hides } = standingTo({ groupId }, handIn.reviews, place);
	const goesOn = reads && !document.deleted && run.endedAt === null;
	return {
		reads: reads && !document.deleted,
		comments: goesOn,
		writes: goesOn && (isOwn || place.leads),
		hears: true,
		// Of other groups nobody is to know who they are; who leads everybody knows.
		knows: (other) => !hides || leads(other) || isTogether(member, memberOf(handIn, other))
	};
}

function memberOf({ members }: HandIn, { id }: Actor): MemberRow | undefined {
	return members.find(({ person }) => person.id === id);
}

function isTogether(one: MemberRow | undefined, other: MemberRow | undefined): boolean {
	return one?.groupId !== undefined && one.groupId !== null && one.groupId === other?.groupId;
}

/** The words there, to find passages in. */
export async function wordsOf(db: Queryable, { of, frozen }: ThreadPlace): Promise<TextIndex> {
	return frozen ? new TextIndex(identifiedContent(frozen)) : indexedText(db, of.part);
}
