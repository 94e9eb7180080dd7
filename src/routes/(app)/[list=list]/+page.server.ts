import { KINDS, type Kind } from '#domain/kinds.ts';
import { LIST_OF } from '#lib/documents/document.ts';
import { theContext } from '#server/context.ts';
import { findDocuments } from '#server/documents.ts';
import { presentInDocuments } from '#server/live.ts';
import { listBeginnings, listNetwork } from '#server/network.ts';
import { asker } from '../../door.ts';
import type { PageServerLoad } from './$types';

/** A page of a list: enough to look through, few enough for a phone. */
const SHOWN = 40;

export const load: PageServerLoad = async (event) => {
	const context = theContext();
	const { actor } = asker(event);
	const kind: Kind = KINDS.find((each) => LIST_OF[each] === event.params.list) ?? 'study';
	const given = (name: string) => event.url.searchParams.get(name)?.trim() ?? '';
	const filter = {
		q: given('q').slice(0, 200),
		werkplaats: given('werkplaats'),
		theme: given('theme')
	};
	const before = new Date(given('before'));
	const [found, network, beginnings] = await Promise.all([
		findDocuments(context, actor, {
			kind,
			...Object.fromEntries(Object.entries(filter).filter(([, value]) => value)),
			before: Number.isNaN(before.getTime()) ? undefined : before,
			limit: SHOWN + 1
		}),
		listNetwork(context, actor),
		listBeginnings(context, actor)
	]);
	const documents = found.slice(0, SHOWN);
	const ids = documents.map((document) => document.id);
	return {
		kind,
		filter,
		documents,
		older: found.length > SHOWN ? documents.at(-1)?.changedAt.toISOString() : undefined,
		present: await presentInDocuments(context, actor, ids),
		werkplaatsen: network.werkplaatsen,
		themes: network.themes,
		mayBegin: beginnings.some((place) => place.kinds.includes(kind))
	};
};
