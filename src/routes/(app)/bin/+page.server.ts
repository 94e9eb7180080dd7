import { z } from 'zod';
import { BIN_DAYS } from '#domain/states.ts';
import { destroyDocument, listBin, restoreDocument } from '#server/bin.ts';
import { theContext } from '#server/context.ts';
import { answer, asker } from '../../door.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
	days: BIN_DAYS,
	documents: await listBin(theContext(), asker(event).actor)
});

const Binned = z.object({ id: z.uuid() });

export const actions: Actions = {
	restore: (event) =>
		answer(event, Binned, (context, actor, { id }) => restoreDocument(context, actor, id)),
	destroy: (event) =>
		answer(event, Binned, (context, actor, { id }) => destroyDocument(context, actor, id))
};
