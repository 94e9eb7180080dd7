import { z } from 'zod';
import { theContext } from '#server/context.ts';
import { discardUndelivered, listUndelivered } from '#server/undelivered.ts';
import { answer, asker } from '../../../door.ts';
import type { Actions, PageServerLoad } from './$types';

const LetterId = z.object({ id: z.string() });

export const load: PageServerLoad = async (event) => {
	return { letters: await listUndelivered(theContext(), asker(event).actor) };
};

export const actions: Actions = {
	discard: async (event) => {
		const refused = await answer(event, LetterId, (context, actor, { id }) =>
			discardUndelivered(context, actor, id)
		);
		return refused ?? { done: 'discard' };
	}
};
