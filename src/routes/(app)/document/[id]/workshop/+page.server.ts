import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { FORMATIONS } from '#domain/runs.ts';
import { m } from '#lib/paraglide/messages.js';
import { theContext } from '#server/context.ts';
import { openBeginning } from '#server/workshop-beginning.ts';
import { beginWorkshop } from '#server/workshops.ts';
import { answer, asker } from '../../../../door.ts';
import { identity } from '../../../../identity.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { actor } = asker(event);
	const assignment = await openBeginning(theContext(), actor, identity(event.params.id));
	return {
		assignment,
		section: '/assignments',
		back: { href: `/document/${assignment.id}`, name: assignment.title }
	};
};

const Workshop = z.object({
	title: z.string({ error: 'required' }).max(1000, { error: 'too_long' }),
	formation: z.enum(FORMATIONS, { error: 'required' }),
	groupSize: z.coerce.number({ error: 'invalid' }).int(),
	groups: z.coerce.number({ error: 'invalid' }).int(),
	isPrivate: z
		.literal('yes')
		.optional()
		.transform((said) => said === 'yes')
});

export const actions: Actions = {
	default: async (event) => {
		const made = await answer(event, Workshop, (context, actor, terms) =>
			beginWorkshop(context, actor, identity(event.params.id), terms, (nth) =>
				m.workshop_group_nth({ nth })
			)
		);
		if (typeof made !== 'string') return made;
		redirect(303, `/run/${made}/board`);
	}
};
