import { theContext } from '#server/context.ts';
import { listWerkplaatsenWithWork } from '#server/network.ts';
import { asker } from '../../door.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
	werkplaatsen: await listWerkplaatsenWithWork(theContext(), asker(event).actor)
});
