import { z } from 'zod';
import { ORGANISATION_KINDS } from '#domain/organisations.ts';
import { theContext } from '#server/context.ts';
import {
	addOrganisation,
	archiveOrganisation,
	changeOrganisation,
	listOrganisations
} from '#server/organisations.ts';
import { answer, asker } from '../../../door.ts';
import { archiving, id, name } from '../../../fields.ts';
import type { Actions, PageServerLoad } from './$types';

const Fields = z.object({ name, kind: z.enum(ORGANISATION_KINDS, { error: 'unknown' }) });

export const load: PageServerLoad = async (event) => ({
	organisations: await listOrganisations(theContext(), asker(event).actor)
});

export const actions: Actions = {
	add: async (event) => (await answer(event, Fields, addOrganisation)) ?? { done: 'add' },
	change: async (event) =>
		(await answer(event, Fields.extend({ id }), changeOrganisation)) ?? { done: 'change' },
	archive: async (event) =>
		(await answer(event, archiving, archiveOrganisation)) ?? { done: 'archive' }
};
