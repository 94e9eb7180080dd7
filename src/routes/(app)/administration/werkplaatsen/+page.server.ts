import { z } from 'zod';
import { PROVINCES } from '#domain/provinces.ts';
import { theContext } from '#server/context.ts';
import {
	addWerkplaats,
	archiveWerkplaats,
	changeWerkplaats,
	listWerkplaatsen
} from '#server/werkplaatsen.ts';
import { answer, asker } from '../../../door.ts';
import { archiving, id, name } from '../../../fields.ts';
import type { Actions, PageServerLoad } from './$types';

const Fields = z.object({
	name,
	carrier: z.string().trim().max(200, 'name_too_long').default(''),
	provinces: z
		.union([z.string(), z.array(z.string())])
		.optional()
		.transform((chosen) => (chosen === undefined ? [] : [chosen].flat()))
		.pipe(z.array(z.enum(PROVINCES, { error: 'unknown' })))
});

export const load: PageServerLoad = async (event) => ({
	werkplaatsen: await listWerkplaatsen(theContext(), asker(event).actor)
});

export const actions: Actions = {
	add: async (event) => (await answer(event, Fields, addWerkplaats)) ?? { done: 'add' },
	change: async (event) =>
		(await answer(event, Fields.extend({ id }), changeWerkplaats)) ?? { done: 'change' },
	archive: async (event) =>
		(await answer(event, archiving, archiveWerkplaats)) ?? { done: 'archive' }
};
