import { m } from '#lib/paraglide/messages.js';
import { dayInWords } from '#lib/ui/when.ts';
import { theContext } from '#server/context.ts';
import { findDocuments } from '#server/documents.ts';
import { presentInDocuments } from '#server/live.ts';
import { overdueMirrors } from '#server/mirrors.ts';
import { openWerkplaats } from '#server/werkplaats.ts';
import { asker } from '../../../door.ts';
import { HERE_COOKIE } from '../../../here.ts';
import type { PageServerLoad } from './$types';

const LATEST = 8;
const A_YEAR_SECONDS = 31_536_000;

export const load: PageServerLoad = async (event) => {
	const context = theContext();
	const { actor } = asker(event);
	const werkplaats = await openWerkplaats(context, actor, event.params.slug);
	const member = actor.memberships.some((membership) => membership.werkplaats === werkplaats.id);
	if (member) event.cookies.set(HERE_COOKIE, werkplaats.slug, { maxAge: A_YEAR_SECONDS });
	const documents = await findDocuments(context, actor, {
		werkplaats: werkplaats.id,
		limit: LATEST
	});
	const ids = documents.map((document) => document.id);
	const late = await overdueMirrors(context, actor, werkplaats.id);
	return {
		werkplaats,
		documents,
		present: await presentInDocuments(context, actor, ids),
		/** In words here, so that the page brings along no script for it. */
		late: late.map(({ id, documentId, title, plannedFor }) => ({
			href: `/document/${documentId}/review/${id}`,
			words: m.reviews_mirror_late_of({ title, day: dayInWords(plannedFor) })
		}))
	};
};
