import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { VARIANT_WHY_MAX } from '#domain/variants.ts';
import { theContext } from '#server/context.ts';
import { openTakingOver, takeOver } from '#server/variants.ts';
import { answer, asker } from '../../../../door.ts';
import { identity } from '../../../../identity.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { actor } = asker(event);
	const { frame } = await event.parent();
	const opened = await openTakingOver(theContext(), actor, identity(event.params.id));
	return { ...opened, here: frame.werkplaats?.slug ?? '' };
};

const Variant = z.object({
	werkplaats: z.string({ error: 'required' }).max(100),
	title: z.string({ error: 'required' }).max(1000, { error: 'too_long' }),
	why: z.string({ error: 'required' }).max(VARIANT_WHY_MAX * 4, { error: 'too_long' })
});

export const actions: Actions = {
	default: async (event) => {
		const made = await answer(event, Variant, (context, actor, input) =>
			takeOver(context, actor, identity(event.params.id), input)
		);
		if (typeof made !== 'string') return made;
		redirect(303, `/document/${made}`);
	}
};
