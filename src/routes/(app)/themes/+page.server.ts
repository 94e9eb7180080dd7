import { theContext } from '#server/context.ts';
import { listThemesWithWork } from '#server/network.ts';
import { asker } from '../../door.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
	themes: await listThemesWithWork(theContext(), asker(event).actor)
});
