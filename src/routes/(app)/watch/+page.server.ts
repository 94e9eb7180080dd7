import { error, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { WATCHINGS } from '#domain/told.ts';
import { theContext } from '#server/context.ts';
import { nameOfWatched, setWatch, watchOf } from '#server/watches.ts';
import { answer, asker } from '../../door.ts';
import { failureOf, parse } from '../../failure.ts';
import { id } from '../../fields.ts';
import { sentence } from '../../sentence.ts';
import { watched } from '../../watched.ts';
import { within } from '../../within.ts';
import type { Actions, PageServerLoad } from './$types';

const named = z.string().max(100).optional();
const What = z.object({ document: id.optional(), theme: named, werkplaats: named });
const Change = What.extend({ watching: z.enum(WATCHINGS), back: z.string().optional() });

export const load: PageServerLoad = async (event) => {
	const { actor } = asker(event);
	try {
		const what = parse(What, Object.fromEntries(event.url.searchParams));
		const standing = await watchOf(theContext(), actor, watched(what));
		const { language } = event.locals;
		const name = await nameOfWatched(theContext(), actor, watched(what), language);
		return { what, name, standing, back: backTo(what) };
	} catch (caught) {
		const failure = failureOf(caught);
		if (failure) error(failure.status === 422 ? 404 : failure.status, sentence('not_found'));
		throw caught;
	}
};

function backTo({ document, theme, werkplaats }: z.output<typeof What>): string {
	if (document) return `/document/${document}`;
	return theme ? `/theme/${theme}` : `/werkplaats/${werkplaats ?? ''}`;
}

export const actions: Actions = {
	default: async (event) => {
		let back = '/';
		const refused = await answer(event, Change, async (context, actor, input) => {
			const { watching, back: given, ...what } = input;
			await setWatch(context, actor, watched(what), watching);
			back = within(event.url, given ?? backTo(what));
		});
		return refused ?? redirect(303, back);
	}
};
