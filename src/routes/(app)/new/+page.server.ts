import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { KINDS } from '#domain/kinds.ts';
import { SENSITIVITIES } from '#domain/sensitivity.ts';
import { theContext } from '#server/context.ts';
import { createDocument } from '#server/documents.ts';
import { listBeginnings, listNetwork } from '#server/network.ts';
import { answer, asker } from '../../door.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const context = theContext();
	const { actor } = asker(event);
	const { frame } = await event.parent();
	const [places, { themes, domains }] = await Promise.all([
		listBeginnings(context, actor),
		listNetwork(context, actor)
	]);
	const query = event.url.searchParams;
	const here = query.get('werkplaats') ?? frame.werkplaats?.slug;
	return {
		places,
		themes,
		domains,
		chosen: {
			kind: KINDS.find((kind) => kind === query.get('kind')) ?? null,
			werkplaats: places.find(({ slug }) => slug === here)?.slug ?? places[0]?.slug ?? '',
			theme: query.get('theme') ?? ''
		}
	};
};

const oneOrMore = z
	.union([z.string(), z.array(z.string())])
	.optional()
	.transform((value) => (value === undefined ? [] : [value].flat()));

const Beginning = z.object({
	kind: z.enum(KINDS, { error: 'required' }),
	title: z.string({ error: 'required' }).max(1000, { error: 'too_long' }),
	werkplaats: z.string({ error: 'required' }).max(100),
	themes: oneOrMore,
	domains: oneOrMore,
	sensitivity: z.enum(SENSITIVITIES).default('werkplaats')
});

export const actions: Actions = {
	default: async (event) => {
		const made = await answer(event, Beginning, createDocument);
		if (typeof made !== 'string') return made;
		redirect(303, `/document/${made}`);
	}
};
