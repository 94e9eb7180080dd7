import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { theContext } from '#server/context.ts';
import { harvest, openHarvest } from '#server/workshop-harvest.ts';
import { answer, asker } from '../../../../door.ts';
import { identity } from '../../../../identity.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { actor } = asker(event);
	const id = identity(event.params.id);
	const opened = await openHarvest(theContext(), actor, id);
	return {
		harvest: opened,
		section: '/assignments',
		back: { href: `/run/${id}/board`, name: opened.run.title }
	};
};

const Nothing = z.object({});

export const actions: Actions = {
	default: async (event) => {
		const made = await answer(event, Nothing, (context, actor) =>
			harvest(context, actor, identity(event.params.id))
		);
		if (typeof made !== 'string') return made;
		redirect(303, `/document/${made}`);
	}
};
