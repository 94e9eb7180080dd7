import { theContext } from '#server/context.ts';
import { openNetwork } from '#server/network.ts';
import { asker } from '../../door.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
	network: await openNetwork(theContext(), asker(event).actor)
});
