import { listQuestions, type QuestionRow } from '#db/queries/questions.ts';
import { PARTIES, type Party } from '#domain/parties.ts';
import { prioritiesOf } from '#domain/priority.ts';
import { agendaOf, isOpen, standingOf, STANDINGS, type Standing } from '#domain/questions.ts';
import { byWeight, countedDots } from './agenda.ts';
import type { Context } from './context.ts';
import type { Knowledge } from './knowledge.ts';

/** As many as one reads at a glance; the agenda has the rest. */
const FIRST = 3;

/** An open question with what each party asks of it: its part of what that party has to give. */
export type ShortQuestion = Pick<QuestionRow, 'id'> & {
	title: string;
	standing: Standing;
	shares: { party: Party; share: number }[];
};

/** What weighs most on the agenda of a werkplaats and how its questions stand, of what the asker may view. */
export async function agendaInShort(
	context: Context,
	{ asked }: Pick<Knowledge, 'asked'>,
	werkplaatsId: string
): Promise<{ first: ShortQuestion[]; standings: { standing: Standing; count: number }[] }> {
	const [rows, dots] = await Promise.all([
		listQuestions(context.db, werkplaatsId),
		countedDots(context, werkplaatsId)
	]);
	const agenda = agendaOf(rows);
	const priorities = prioritiesOf(agenda, dots);
	const titles = new Map(asked.map(({ id, title }) => [id, title]));
	const seen = rows.flatMap((row) => {
		const title = titles.get(row.id);
		if (title === undefined) return [];
		const facts = agenda.get(row.id) ?? row;
		const { score = 0, shares } = priorities.get(row.id) ?? {};
		const parties = PARTIES.filter((party) => (shares?.[party] ?? 0) > 0);
		return [
			{
				...{ id: row.id, title, askedAt: row.askedAt, score, parties },
				standing: standingOf(facts, agenda),
				isOpen: isOpen(facts, agenda),
				shares: parties.map((party) => ({ party, share: shares?.[party] ?? 0 }))
			}
		];
	});
	return {
		first: seen
			.filter((question) => question.isOpen)
			.sort(byWeight)
			.slice(0, FIRST)
			.map(({ id, title, standing, shares }) => ({ id, title, standing, shares })),
		standings: STANDINGS.flatMap((standing) => {
			const count = seen.filter((question) => question.standing === standing).length;
			return count > 0 ? [{ standing, count }] : [];
		})
	};
}
