import { z } from 'zod';
import { theContext } from '#server/context.ts';
import { addTheme, archiveTheme, changeTheme, listThemes } from '#server/themes.ts';
import { answer, asker } from '../../../door.ts';
import { archiving, id, name } from '../../../fields.ts';
import type { Actions, PageServerLoad } from './$types';

const Fields = z.object({ nameNl: name, nameEn: name });

export const load: PageServerLoad = async (event) => ({
	themes: await listThemes(theContext(), asker(event).actor)
});

export const actions: Actions = {
	add: async (event) => (await answer(event, Fields, addTheme)) ?? { done: 'add' },
	change: async (event) =>
		(await answer(event, Fields.extend({ id }), changeTheme)) ?? { done: 'change' },
	archive: async (event) => (await answer(event, archiving, archiveTheme)) ?? { done: 'archive' }
};
