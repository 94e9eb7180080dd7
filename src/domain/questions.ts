import type { State } from './states.ts';

/** What kind of answer a question asks for: to know, to act, to arrange, or to judge something. */
export const QUESTION_TYPES = ['know', 'act', 'arrange', 'judge'] as const;
export type QuestionType = (typeof QUESTION_TYPES)[number];

/** What an editor of the agenda decides about a question. */
export const DECISIONS = ['new', 'clarified', 'merged', 'dropped'] as const;
export type Decision = (typeof DECISIONS)[number];

/** Where a question stands, as people read it. */
export const STANDINGS = ['new', 'clarified', 'taken_up', 'answered', 'merged', 'dropped'] as const;
export type Standing = (typeof STANDINGS)[number];

/** What the rules of the agenda need to know of a question that is not in the bin. */
export type QuestionFacts = {
	id: string;
	decision: Decision;
	/** Into which question it was merged. */
	mergedInto: string | null;
	/** The states of the work that answers it, without what is in the bin. */
	answers: readonly State[];
};

/** Questions by id; what is in the bin is not among them. */
export type Agenda = ReadonlyMap<string, QuestionFacts>;

/** The questions of a werkplaats by id; work that answers a double answers what that went into. */
export function agendaOf(questions: readonly QuestionFacts[]): Agenda {
	const asked = new Map(questions.map((question) => [question.id, question]));
	const answers = Map.groupBy(questions, (question) => leadOf(question, asked).id);
	return new Map(
		questions.map((question) => {
			const doubles = answers.get(question.id) ?? [question];
			return [question.id, { ...question, answers: doubles.flatMap((each) => each.answers) }];
		})
	);
}

/** Work that people read as an answer: its text is established. */
const IS_ANSWER: readonly State[] = ['final', 'published'];

/**
 * Where a question stands. An editor decides that it is clear, double or dropped; that it is taken up or
 * answered follows from the work that says so, and from nothing else: two places to keep the same would differ,
 * and when that work is thrown away or archived the question is open again by itself.
 */
export function standingOf(question: QuestionFacts, agenda: Agenda): Standing {
	const { decision, answers } = question;
	if (decision === 'dropped') return 'dropped';
	if (decision === 'merged' && leadOf(question, agenda).id !== question.id) return 'merged';
	if (answers.some((state) => IS_ANSWER.includes(state))) return 'answered';
	if (answers.some((state) => state !== 'archived')) return 'taken_up';
	return decision === 'new' ? 'new' : 'clarified';
}

/** The question that stands for this one: what it was merged into, and that again; else itself. */
export function leadOf(question: QuestionFacts, agenda: Agenda): QuestionFacts {
	const passed = new Set([question.id]);
	let lead = question;
	while (lead.decision === 'merged' && lead.mergedInto !== null) {
		const next = agenda.get(lead.mergedInto);
		// What it went into is gone: it stands for itself again.
		if (!next || passed.has(next.id)) return lead;
		passed.add(next.id);
		lead = next;
	}
	return lead;
}

/** Whether people can still ask that it goes first. */
export function isOpen(question: QuestionFacts, agenda: Agenda): boolean {
	return ['new', 'clarified', 'taken_up'].includes(standingOf(question, agenda));
}

/** The code of what is wrong with merging a question into another; null when it will do. */
export function mergeFault(id: string, into: string | null, agenda: Agenda): string | null {
	const target = into === null ? undefined : agenda.get(into);
	if (!target) return 'required';
	// The other would be a double of itself.
	if (leadOf(target, agenda).id === id) return 'merge_circle';
	return isOpen(target, agenda) ? null : 'question_closed';
}
