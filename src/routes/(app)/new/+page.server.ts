import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { KINDS } from '#domain/kinds.ts';
import { SENSITIVITIES } from '#domain/sensitivity.ts';
import { theContext } from '#server/context.ts';
import { createDocument } from '#server/documents.ts';
import { listBeginnings, listNetwork } from '#server/network.ts';
import { listTemplateChoices } from '#server/templates.ts';
import { answer, asker } from '../../door.ts';
import { oneOrMore } from '../../fields.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const context = theContext();
	const { actor } = asker(event);
	const { frame } = await event.parent();
	const [places, { themes, domains }, templates] = await Promise.all([
		listBeginnings(context, actor),
		listNetwork(context, actor),
		listTemplateChoices(context, actor)
	]);
	const query = event.url.searchParams;
	const here = query.get('werkplaats') ?? frame.werkplaats?.slug;
	return {
		places,
		themes,
		domains,
		templates,
		chosen: {
			kind: KINDS.find((kind) => kind === query.get('kind')) ?? null,
			werkplaats: places.find(({ slug }) => slug === here)?.slug ?? places[0]?.slug ?? '',
			theme: query.get('theme') ?? ''
		}
	};
};

const optional = z
	.string()
	.max(100)
	.optional()
	.transform((value) => value || undefined);

const Beginning = z
	.object({
		kind: z.enum(KINDS, { error: 'required' }),
		title: z.string({ error: 'required' }).max(1000, { error: 'too_long' }),
		werkplaats: z.string({ error: 'required' }).max(100),
		themes: oneOrMore,
		domains: oneOrMore,
		/** Nothing chosen: that of the template. */
		sensitivity: z
			.union([z.literal('').transform(() => undefined), z.enum(SENSITIVITIES)])
			.optional(),
		/** Of a case: each voice is written apart from the others. */
		blind: z
			.literal('yes')
			.optional()
			.transform((blind) => blind === 'yes')
	})
	// Per kind a list of templates, `template.<kind>`: the page shows that of the kind that is chosen.
	.catchall(optional);

export const actions: Actions = {
	default: async (event) => {
		const made = await answer(event, Beginning, (context, actor, input) => {
			const { kind, title, werkplaats, themes, domains, sensitivity, blind } = input;
			const template = input[`template.${kind}`];
			const labels = { themes, domains };
			return createDocument(context, actor, {
				...{ kind, title, werkplaats, sensitivity, blind, template },
				...labels
			});
		});
		if (typeof made !== 'string') return made;
		redirect(303, `/document/${made}`);
	}
};
