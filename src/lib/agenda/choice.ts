import type { Party } from '#domain/parties.ts';
import { PARTIES } from '#domain/parties.ts';
import { STANDINGS, type Standing } from '#domain/questions.ts';
import { m } from '#lib/paraglide/messages.js';
import type { AgendaQuestion } from './agenda.ts';

/** Which questions somebody looks at, and in which order. */
export type Choice = {
	standing: Standing | 'open' | 'all';
	/** The word of a theme in addresses; empty for all of them. */
	theme: string;
	party: Party | null;
	order: 'weight' | 'cluster';
};

/** What an address asks for; without a choice the open questions, what weighs most first. */
export function choiceIn(query: Pick<URLSearchParams, 'get'>): Choice {
	const standing = query.get('standing');
	return {
		standing: standing === 'all' ? 'all' : (STANDINGS.find((each) => each === standing) ?? 'open'),
		theme: query.get('theme') ?? '',
		party: PARTIES.find((each) => each === query.get('party')) ?? null,
		order: query.get('order') === 'cluster' ? 'cluster' : 'weight'
	};
}

export function isChosen(question: AgendaQuestion, { standing, theme, party }: Choice): boolean {
	const fits =
		standing === 'all' || (standing === 'open' ? question.isOpen : question.standing === standing);
	return (
		fits &&
		(theme === '' || question.themes.some(({ slug }) => slug === theme)) &&
		(party === null || question.party === party)
	);
}

/** The questions in groups with a heading: one of all without, or those of each cluster, the heaviest first. */
export function grouped(questions: readonly AgendaQuestion[], { order }: Choice) {
	if (order === 'weight') return [{ heading: null, questions: [...questions] }];
	const clusters = [...Map.groupBy(questions, (question) => question.cluster)];
	return clusters
		.sort(([one], [other]) => Number(one === null) - Number(other === null))
		.map(([cluster, own]) => ({ heading: cluster ?? m.agenda_cluster_none(), questions: own }));
}
