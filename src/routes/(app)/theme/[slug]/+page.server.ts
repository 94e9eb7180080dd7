import { CORNER_OF } from '#domain/corners.ts';
import { KINDS } from '#domain/kinds.ts';
import { theContext } from '#server/context.ts';
import { findDocuments } from '#server/documents.ts';
import { listBeginnings, openTheme } from '#server/network.ts';
import { asker } from '../../../door.ts';
import { m } from '#lib/paraglide/messages.js';
import type { PageServerLoad } from './$types';

/** Per corner: enough to see what there is; the list has the rest. */
const SHOWN = 4;

export const load: PageServerLoad = async (event) => {
	const context = theContext();
	const { actor } = asker(event);
	const { frame } = await event.parent();
	const { theme, places, corners: counts } = await openTheme(context, actor, event.params.slug);
	// Without a choice in the address: where the person is, if the theme lives there; else everywhere.
	const wanted = event.url.searchParams.get('werkplaats') ?? frame.werkplaats?.slug;
	const here = places.find(({ werkplaats }) => werkplaats.slug === wanted) ?? null;
	const standing = KINDS.flatMap((kind) => {
		const corner = CORNER_OF[kind];
		return corner ? [{ kind, corner }] : [];
	});
	const corners = await Promise.all(
		standing.map(async ({ kind, corner }) => ({
			kind,
			corner,
			documents: await findDocuments(context, actor, {
				theme: theme.id,
				kind,
				werkplaats: here?.werkplaats.id,
				limit: SHOWN
			})
		}))
	);
	return {
		theme,
		here,
		elsewhere: places.filter((place) => place !== here),
		corners,
		counts: here?.corners ?? counts,
		mayBegin: (await listBeginnings(context, actor)).length > 0,
		section: '/themes',
		back: { href: '/themes', name: m.documents_themes_title() }
	};
};
