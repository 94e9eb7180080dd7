import { error } from '@sveltejs/kit';
import { z } from 'zod';
import { askThroughLink, readAgendaLink } from '#server/agenda-links.ts';
import { theContext } from '#server/context.ts';
import { answerAnyone } from '../../../door.ts';
import { sentence } from '../../../sentence.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, setHeaders }) => {
	// The address of this page is a key: no request may carry it along.
	setHeaders({ 'referrer-policy': 'strict-origin', 'x-robots-tag': 'noindex' });
	const { werkplaats, isOpen } = await readAgendaLink(theContext(), params.link);
	if (!isOpen) error(410, sentence('agenda_link_closed'));
	return { werkplaats };
};

/** Nobody tells more than this on a phone; the form says so before it is reached. */
const EXAMPLE_MAX = 4000;

const Question = z.object({
	question: z.string({ error: 'required' }).max(1000, { error: 'too_long' }),
	example: z.string().max(EXAMPLE_MAX, { error: 'too_long' }).default(''),
	name: z.string().max(100, { error: 'name_too_long' }).default('')
});

export const actions: Actions = {
	default: async (event) => {
		const address = event.getClientAddress();
		const refused = await answerAnyone(event, Question, (context, input) =>
			askThroughLink(context, event.params.link, { ...input, address })
		);
		return refused ?? { done: 'asked' };
	}
};
