import { listDots } from '#db/queries/dots.ts';
import { listQuestions, type QuestionRow } from '#db/queries/questions.ts';
import { resolveWerkplaats } from '#db/queries/references.ts';
import { NotFound } from '#domain/errors.ts';
import type { Actor } from '#domain/facts.ts';
import { closedLoops } from '#domain/loops.ts';
import { PARTIES, partyIn, partyOf, type Party } from '#domain/parties.ts';
import { authorize, can } from '#domain/policy.ts';
import { DOTS, leadsOf, prioritiesOf, type Dot } from '#domain/priority.ts';
import { opensWhenClear } from '#domain/asking.ts';
import { agendaOf, isOpen, standingOf, type Agenda, type Standing } from '#domain/questions.ts';
import type { Context } from './context.ts';
import { findDocuments, type DocumentSummary } from './documents.ts';
import { roundsSeen, seenKnowledge } from './knowledge.ts';
import { listWork, type Work } from './relations.ts';

/** More than a werkplaats can talk about; the list of documents has the rest. */
const QUESTIONS_MAX = 300;

/** A question on the agenda, as the asker may see it. */
export type AgendaEntry = Pick<DocumentSummary, 'id' | 'title' | 'themes' | 'sensitivity'> &
	Pick<
		QuestionRow,
		'askerName' | 'party' | 'type' | 'cluster' | 'reason' | 'askedAt' | 'decision'
	> & {
		standing: Standing;
		isOpen: boolean;
		viaLink: boolean;
		/** Whether the werkplaats reads it from the moment that it is called clear, and not yet. */
		opensWhenClear: boolean;
		/** The question that a double went into, when the asker may view that. */
		lead: { id: string; title: string } | null;
		score: number;
		/** The parties that ask for it to go first. */
		parties: Party[];
		/** Whether the asker gave it a dot. */
		given: boolean;
		mayCurate: boolean;
		/** What takes it up or answers it, of what the asker may view. */
		answers: Work[];
		/** Where it came up, of what the asker may view. */
		origins: Work[];
	};

/** The agenda of a werkplaats: what weighs most first, of what the asker may view. */
export async function openAgenda(context: Context, actor: Actor, werkplaats: string) {
	const { db } = context;
	const place = await resolveWerkplaats(db, werkplaats);
	if (!place) throw new NotFound();
	const subject = { type: 'werkplaats', werkplaats: place.id } as const;
	authorize(actor, 'view_werkplaats', subject);
	const rows = await listQuestions(db, place.id);
	const agenda = agendaOf(rows);
	const dots = await countedDots(context, place.id);
	const priorities = prioritiesOf(agenda, dots);
	const documents = await findDocuments(context, actor, {
		werkplaats: place.id,
		kind: 'question',
		limit: QUESTIONS_MAX
	});
	const visible = new Map(documents.map((document) => [document.id, document]));
	const own = dots.filter((dot) => dot.person === actor.id && visible.has(dot.question));
	const given = leadsOf(
		agenda,
		own.map((dot) => dot.question)
	);
	const { answers, origins } = await listWork(context, actor, [...visible.keys()]);
	const entries = rows.flatMap((row): AgendaEntry[] => {
		const document = visible.get(row.id);
		if (!document) return [];
		const priority = priorities.get(row.id);
		const lead = row.mergedInto ? visible.get(row.mergedInto) : undefined;
		return [
			{
				...shown(document, row, agenda),
				lead: lead ? { id: lead.id, title: lead.title } : null,
				score: priority?.score ?? 0,
				parties: PARTIES.filter((party) => (priority?.shares[party] ?? 0) > 0),
				given: given.has(row.id),
				answers: answers.get(row.id) ?? [],
				origins: origins.get(row.id) ?? []
			}
		];
	});
	return {
		werkplaats: { id: place.id, slug: place.slug, name: place.name },
		questions: entries.sort(byWeight),
		/** What the asker can still give; null for who has no say here. */
		left: can(actor, 'prioritise', subject) ? Math.max(0, DOTS - given.size) : null,
		party: partyIn(actor, place.id),
		loops: await countLoops(context, actor, new Set(rows.map((row) => row.id))),
		abilities: {
			ask: can(actor, 'create', { ...subject, kind: 'question' }),
			manage: can(actor, 'manage_agenda', subject)
		}
	};
}

/** A question beside its own text: where it stands, and on which agenda. */
export async function standingInAgenda(context: Context, actor: Actor, document: DocumentSummary) {
	const rows = await listQuestions(context.db, document.werkplaats.id);
	const row = rows.find((each) => each.id === document.id);
	if (!row) return null;
	const { standing, askerName, party, viaLink, reason } = shown(document, row, agendaOf(rows));
	// A guest can't look into the werkplaats, nor at its agenda.
	const place = { type: 'werkplaats', werkplaats: document.werkplaats.id } as const;
	const mayOpen = can(actor, 'view_werkplaats', place);
	return { standing, askerName, party, viaLink, reason, mayOpen };
}

function shown(document: DocumentSummary, row: QuestionRow, agenda: Agenda) {
	const facts = agenda.get(row.id) ?? row;
	const { id, title, themes, sensitivity, abilities } = document;
	const { askerName, party, type, cluster, reason, askedAt, decision, linkId } = row;
	return {
		...{ id, title, themes, sensitivity },
		...{ askerName, party, type, cluster, reason, askedAt, decision },
		standing: standingOf(facts, agenda),
		isOpen: isOpen(facts, agenda),
		viaLink: linkId !== null,
		opensWhenClear: opensWhenClear(row, sensitivity),
		mayCurate: abilities.curate
	};
}

/** The dots of who speaks for a party here now. */
export async function countedDots({ db, now }: Context, werkplaatsId: string): Promise<Dot[]> {
	const rows = await listDots(db, werkplaatsId, now());
	return rows.flatMap(({ functions, ...dot }) => {
		const party = partyOf(functions);
		return party ? [{ ...dot, party }] : [];
	});
}

/** What weighs most first. Of the same weight: what more parties ask for, then what was asked first. */
export function byWeight(
	one: Pick<AgendaEntry, 'score' | 'parties' | 'askedAt'>,
	other: Pick<AgendaEntry, 'score' | 'parties' | 'askedAt'>
): number {
	return (
		other.score - one.score ||
		other.parties.length - one.parties.length ||
		one.askedAt.getTime() - other.askedAt.getTime()
	);
}

/** How many questions of this agenda went round and led to a new one, of what the asker may view. */
async function countLoops(context: Context, actor: Actor, questions: ReadonlySet<string>) {
	const rounds = roundsSeen(await seenKnowledge(context, actor));
	return closedLoops(rounds).filter(({ question }) => questions.has(question)).length;
}
