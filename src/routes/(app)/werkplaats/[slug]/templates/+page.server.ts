import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { renderHtml } from '#domain/content/html.ts';
import type { Actor } from '#domain/facts.ts';
import { theContext } from '#server/context.ts';
import {
	archiveTemplate,
	listTemplates,
	previewTemplate,
	renameTemplate,
	saveTemplate
} from '#server/templates.ts';
import { answer, asker } from '../../../../door.ts';
import { archiving, id, name } from '../../../../fields.ts';
import { identity } from '../../../../identity.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { actor } = asker(event);
	const { slug } = event.params;
	const from = event.url.searchParams.get('from');
	return {
		...(await listTemplates(theContext(), actor, slug)),
		from: from ? await preview(actor, slug, identity(from)) : null
	};
};

/** The document as others will begin with it. */
async function preview(actor: Actor, slug: string, document: string) {
	const { content, ...from } = await previewTemplate(theContext(), actor, slug, document);
	const options = { guidance: true, scrollRegions: true, headingPrefix: 'voorbeeld-' };
	return { ...from, html: renderHtml(content, options) };
}

const Kept = z.object({ document: id, name });
const Renamed = z.object({ id, name });

export const actions: Actions = {
	save: async (event) => {
		const werkplaats = event.params.slug;
		const saved = await answer(event, Kept, (context, actor, input) =>
			saveTemplate(context, actor, { ...input, werkplaats })
		);
		return typeof saved === 'string' ? redirect(303, `/werkplaats/${werkplaats}/templates`) : saved;
	},
	change: async (event) =>
		(await answer(event, Renamed, (context, actor, input) =>
			renameTemplate(context, actor, { ...input, werkplaats: event.params.slug })
		)) ?? { done: 'change' },
	archive: async (event) =>
		(await answer(event, archiving, (context, actor, input) =>
			archiveTemplate(context, actor, { ...input, werkplaats: event.params.slug })
		)) ?? { done: 'archive' }
};
