import { z } from 'zod';
import { lastDay } from '#domain/days.ts';
import { DECISIONS, QUESTION_TYPES } from '#domain/questions.ts';
import { closeAgendaLink, listAgendaLinks, makeAgendaLink } from '#server/agenda-links.ts';
import { openAgenda } from '#server/agenda.ts';
import { theContext } from '#server/context.ts';
import { giveDot, takeDot } from '#server/dots.ts';
import { listNetwork } from '#server/network.ts';
import { curateQuestion } from '#server/questions.ts';
import { answer, asker } from '../../../../door.ts';
import { id, until } from '../../../../fields.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { actor } = asker(event);
	const context = theContext();
	const { slug } = event.params;
	const agenda = await openAgenda(context, actor, slug);
	const links = agenda.abilities.manage ? await listAgendaLinks(context, actor, slug) : [];
	return {
		...agenda,
		links: links.map(({ expiresAt, ...link }) => ({ ...link, lastDay: lastDay(expiresAt) })),
		themes: (await listNetwork(context, actor)).themes
	};
};

const emptyAsNull = (value: unknown) => (value === '' || value === undefined ? null : value);
const words = z.string().max(2000, { error: 'too_long' }).default('');

const Dot = z.object({ question: id });
const Curation = z.object({
	question: id,
	decision: z.enum(DECISIONS, { error: 'required' }),
	type: z.preprocess(emptyAsNull, z.enum(QUESTION_TYPES, { error: 'unknown' }).nullable()),
	cluster: words,
	mergedInto: z.preprocess(emptyAsNull, id.nullable()),
	reason: words
});
const NewLink = z.object({ until });
const LinkId = z.object({ link: z.string() });

export const actions: Actions = {
	give: async (event) =>
		(await answer(event, Dot, (context, actor, { question }) =>
			giveDot(context, actor, question)
		)) ?? { done: 'dot' },
	take: async (event) =>
		(await answer(event, Dot, (context, actor, { question }) =>
			takeDot(context, actor, question)
		)) ?? { done: 'dot' },
	curate: async (event) =>
		(await answer(event, Curation, (context, actor, { question, ...curation }) =>
			curateQuestion(context, actor, question, curation)
		)) ?? { done: 'curate' },
	link: async (event) => {
		const werkplaats = event.params.slug;
		const made = await answer(event, NewLink, (context, actor, input) =>
			makeAgendaLink(context, actor, { ...input, werkplaats })
		);
		if (!('link' in made)) return made;
		return { done: 'link', made: { link: made.link, lastDay: lastDay(made.until) } };
	},
	close: async (event) => {
		const werkplaats = event.params.slug;
		const refused = await answer(event, LinkId, (context, actor, { link }) =>
			closeAgendaLink(context, actor, { werkplaats, id: link })
		);
		return refused ?? { done: 'close' };
	}
};
