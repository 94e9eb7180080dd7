import { theContext } from '#server/context.ts';
import { listBeginnings } from '#server/network.ts';
import { openTheme } from '#server/theme.ts';
import { asker } from '../../../door.ts';
import { m } from '#lib/paraglide/messages.js';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const context = theContext();
	const { actor } = asker(event);
	const { frame } = await event.parent();
	// Without a choice in the address: where the person is. Empty is the choice for everywhere.
	const wanted = event.url.searchParams.get('werkplaats') ?? frame.werkplaats?.slug;
	const [theme, beginnings] = await Promise.all([
		openTheme(context, actor, event.params.slug, wanted),
		listBeginnings(context, actor)
	]);
	return {
		...theme,
		mayBegin: beginnings.length > 0,
		section: '/themes',
		back: { href: '/themes', name: m.documents_themes_title() }
	};
};
