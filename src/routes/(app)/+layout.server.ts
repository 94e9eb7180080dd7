import { theContext } from '#server/context.ts';
import { countUnread } from '#server/inbox.ts';
import { listOwnWerkplaatsen } from '#server/network.ts';
import type { FrameData } from '#lib/frame/frame.ts';
import { asker } from '../door.ts';
import { HERE_COOKIE } from '../here.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async (event) => {
	const { actor } = asker(event);
	const [own, unread] = await Promise.all([
		listOwnWerkplaatsen(theContext(), actor),
		countUnread(theContext(), actor)
	]);
	const werkplaatsen = own.map(({ slug, name, functions }) => ({ slug, name, functions }));
	const last = event.cookies.get(HERE_COOKIE);
	const frame: FrameData = {
		me: { id: actor.id, name: actor.name, administrator: actor.administrator },
		werkplaatsen,
		werkplaats: werkplaatsen.find(({ slug }) => slug === last) ?? werkplaatsen[0] ?? null,
		unread
	};
	return { frame };
};
