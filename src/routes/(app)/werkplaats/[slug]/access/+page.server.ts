import { z } from 'zod';
import { NotFound } from '#domain/errors.ts';
import { FUNCTIONS } from '#domain/functions.ts';
import { KINDS } from '#domain/kinds.ts';
import { LEVELS } from '#domain/levels.ts';
import { theContext } from '#server/context.ts';
import { listNetwork } from '#server/network.ts';
import { changePolicies, listFunctionPolicies, type PolicyChange } from '#server/policies.ts';
import { answer, asker } from '../../../../door.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { actor } = asker(event);
	const context = theContext();
	const chosen = event.url.searchParams.get('theme') || null;
	const cells = await listFunctionPolicies(context, actor, event.params.slug, chosen);
	const { themes, werkplaatsen } = await listNetwork(context, actor);
	const werkplaats = werkplaatsen.find(({ slug }) => slug === event.params.slug);
	if (!werkplaats) throw new NotFound();
	return { cells, themes, theme: chosen, werkplaats };
};

/** A select per cell, named `<function>.<kind>`; an empty choice is the default. */
const Table = z.record(z.string(), z.union([z.literal(''), z.enum(LEVELS)]));

export const actions: Actions = {
	default: (event) =>
		answer(event, Table, async (context, actor, input) => {
			const cells = FUNCTIONS.flatMap((holder) =>
				KINDS.flatMap((kind): PolicyChange[] => {
					const chosen = input[`${holder}.${kind}`];
					return chosen === undefined ? [] : [{ function: holder, kind, level: chosen || null }];
				})
			);
			const theme = event.url.searchParams.get('theme') || null;
			await changePolicies(context, actor, { werkplaats: event.params.slug, theme, cells });
			return { saved: true };
		})
};
