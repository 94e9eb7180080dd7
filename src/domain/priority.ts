import { PARTIES, type Party } from './parties.ts';
import { isOpen, leadOf, type Agenda } from './questions.ts';

/** How many questions in one werkplaats somebody can ask to go first. */
export const DOTS = 3;

/** Somebody asks that a question goes first; `party` is theirs now. */
export type Dot = { question: string; person: string; party: Party };

/** How much a question weighs: its score is the sum of the shares of the parties. */
export type Priority = { score: number; shares: Record<Party, number> };

/**
 * How much each open question weighs. Every party that gave a dot weighs 1, however many people it has, and
 * divides that over the questions by its dots. What was given to a double counts for the question that it went
 * into, and nobody counts twice for one question.
 */
export function prioritiesOf(agenda: Agenda, dots: readonly Dot[]): Map<string, Priority> {
	const counted = distinct(agenda, dots);
	const totals = countBy(counted, (dot) => dot.party);
	const priorities = new Map<string, Priority>();
	for (const question of agenda.values()) {
		if (!isOpen(question, agenda)) continue;
		const own = countBy(
			counted.filter((dot) => dot.question === question.id),
			(dot) => dot.party
		);
		const share = (party: Party) => (own.get(party) ?? 0) / (totals.get(party) ?? 1);
		const shares = Object.fromEntries(PARTIES.map((party) => [party, share(party)])) as Record<
			Party,
			number
		>;
		const score = PARTIES.reduce((sum, party) => sum + shares[party], 0);
		priorities.set(question.id, { score, shares });
	}
	return priorities;
}

/** The open questions that these dots count for, each once. */
export function leadsOf(agenda: Agenda, questions: readonly string[]): Set<string> {
	const leads = questions.flatMap((id) => {
		const question = agenda.get(id);
		const lead = question && leadOf(question, agenda);
		return lead && isOpen(lead, agenda) ? [lead.id] : [];
	});
	return new Set(leads);
}

/** Each person's dots as they count: on open questions, once for each. */
function distinct(agenda: Agenda, dots: readonly Dot[]): Dot[] {
	return [...Map.groupBy(dots, (dot) => dot.person).values()].flatMap((own) => {
		const [first] = own;
		const leads = leadsOf(
			agenda,
			own.map((dot) => dot.question)
		);
		return first ? [...leads].map((question) => ({ ...first, question })) : [];
	});
}

function countBy<Item, Key>(items: readonly Item[], key: (item: Item) => Key): Map<Key, number> {
	const counts = new Map<Key, number>();
	for (const item of items) counts.set(key(item), (counts.get(key(item)) ?? 0) + 1);
	return counts;
}
