import type { Queryable } from '#db/connection.ts';
import { listQuestionsIn } from '#db/queries/questions.ts';
import { listThemes, questionsOf } from '#db/queries/themes.ts';
import { countVoicesIn } from '#db/queries/voices.ts';
import { countWork, latestOnTheme, type KindCount, type LatestRow } from '#db/queries/work.ts';
import { BEGUN_IN, CORNERS, cornersOf, type Corner, type Corners } from '#domain/corners.ts';
import { NotFound } from '#domain/errors.ts';
import type { Actor } from '#domain/facts.ts';
import type { CornerFlow } from '#domain/flows.ts';
import { gapIn, type Gap } from '#domain/gaps.ts';
import type { Kind, Perspective } from '#domain/kinds.ts';
import { can } from '#domain/policy.ts';
import { agendaOf, standingOf, type Standing } from '#domain/questions.ts';
import { partiesHeard } from '#domain/voices.ts';
import type { Context } from './context.ts';
import { flowsIn, seenKnowledge } from './knowledge.ts';
import { labelOf, listVisible, placeOf, type Place } from './network.ts';

/** Of each kind: enough to see what there is; the list has the rest. */
const SHOWN = 6;

/** A theme as one werkplaats handles it, with the latest that stands in each corner. */
export type LocalTheme = {
	werkplaats: Place;
	question: string | null;
	corners: Corners;
	flows: CornerFlow[];
	latest: Partial<Record<Corner, LatestRow>>;
};

/** A case with the parties that tell it, and those of which there is no word: as its own page tells it. */
export type HeardCase = LatestRow & { heard: Perspective[]; missing: Perspective[] };

export type AskedQuestion = LatestRow & { standing: Standing };

/**
 * A theme, in the werkplaats that is wanted or, where that does nothing with it, in all; and beside it in every
 * other werkplaats that asks about it or works on it, of those that the actor may look into. A guest sees no
 * werkplaats, but does see what was shared.
 */
export async function openTheme(context: Context, actor: Actor, slug: string, wanted?: string) {
	const { db } = context;
	const now = context.now();
	const theme = (await listThemes(db)).find((each) => each.slug === slug);
	if (!theme) throw new NotFound();
	const themeId = theme.id;
	const [werkplaatsen, asked, counts, knowledge, latest] = await Promise.all([
		listVisible(db, actor),
		questionsOf(db, { themeId }),
		countWork(db, actor, now, { themeId }),
		seenKnowledge(context, actor),
		latestOnTheme(db, actor, now, { themeId, inEach: true, most: 1 })
	]);
	const places = werkplaatsen.flatMap((place): LocalTheme[] => {
		const isHere = ({ werkplaatsId }: { werkplaatsId: string }) => werkplaatsId === place.id;
		const question = asked.find(isHere)?.question ?? null;
		const own = counts.filter(isHere);
		if (!question && own.length === 0) return [];
		const flows = flowsIn(knowledge, { themeId, werkplaatsId: place.id });
		const newest = latest.filter(({ werkplaats }) => werkplaats.id === place.id);
		return [
			{
				...{ werkplaats: placeOf(place), question, corners: cornersOf(own), flows },
				latest: byCorner(newest)
			}
		];
	});
	const here = places.find(({ werkplaats }) => werkplaats.slug === wanted) ?? null;
	const corners = here?.corners ?? cornersOf(counts);
	const flows = here?.flows ?? flowsIn(knowledge, { themeId });
	const gap = gapIn(corners, flows);
	return {
		theme: labelOf(theme),
		here,
		elsewhere: places.filter((place) => place !== here),
		corners,
		flows,
		gap,
		/** How many questions were asked about it. */
		asked: questionsIn(counts, here?.werkplaats.id),
		fill: fillOf(actor, gap, here ? [here.werkplaats] : werkplaatsen),
		...(await workOn(context, actor, themeId, here?.werkplaats.id))
	};
}

/** What stands in the corners, the cases with their voices, and the questions with how they stand. */
async function workOn(context: Context, actor: Actor, themeId: string, werkplaatsId?: string) {
	const { db } = context;
	const wanted = { themeId, werkplaatsId, most: SHOWN };
	const rows = await latestOnTheme(db, actor, context.now(), wanted);
	const of = (kind: Kind) => rows.filter((row) => row.kind === kind);
	const [cases, questions] = await Promise.all([
		heardCases(db, of('case')),
		askedQuestions(db, of('question'))
	]);
	const inCorners = CORNERS.map((corner) => {
		const kind = BEGUN_IN[corner];
		return { corner, kind, documents: of(kind) };
	});
	return { inCorners, cases, questions };
}

async function heardCases(db: Queryable, cases: readonly LatestRow[]): Promise<HeardCase[]> {
	const voices = await countVoicesIn(
		db,
		cases.map(({ id }) => id)
	);
	const of = Map.groupBy(voices, ({ documentId }) => documentId);
	return cases.map((row) => ({ ...row, ...partiesHeard(of.get(row.id) ?? []) }));
}

async function askedQuestions(
	db: Queryable,
	questions: readonly LatestRow[]
): Promise<AskedQuestion[]> {
	const places = new Set(questions.map(({ werkplaats }) => werkplaats.id));
	const agenda = agendaOf(await listQuestionsIn(db, [...places]));
	return questions.flatMap((row) => {
		const facts = agenda.get(row.id);
		return facts ? [{ ...row, standing: standingOf(facts, agenda) }] : [];
	});
}

function byCorner(rows: readonly LatestRow[]): Partial<Record<Corner, LatestRow>> {
	return Object.fromEntries(
		CORNERS.flatMap((corner) => {
			const row = rows.find(({ kind }) => kind === BEGUN_IN[corner]);
			return row ? [[corner, row]] : [];
		})
	);
}

function questionsIn(counts: readonly KindCount[], werkplaatsId?: string): number {
	return counts
		.filter((row) => row.kind === 'question')
		.filter((row) => !werkplaatsId || row.werkplaatsId === werkplaatsId)
		.reduce((sum, { count }) => sum + count, 0);
}

/** The one thing that the actor can begin to fill an empty corner, and where; null for who may not. */
function fillOf(actor: Actor, gap: Gap | null, places: readonly { id: string; slug: string }[]) {
	if (gap?.type !== 'corners') return null;
	for (const corner of gap.missing) {
		const kind = BEGUN_IN[corner];
		const place = places.find(({ id }) =>
			can(actor, 'create', { type: 'werkplaats', werkplaats: id, kind })
		);
		if (place) return { kind, werkplaats: place.slug };
	}
	return null;
}
