import { error } from '@sveltejs/kit';
import { z } from 'zod';
import { FUNCTIONS } from '#domain/functions.ts';
import { KINDS } from '#domain/kinds.ts';
import { LEVELS } from '#domain/levels.ts';
import { theContext } from '#server/context.ts';
import { listNetwork } from '#server/network.ts';
import { changePolicies, listFunctionPolicies, type PolicyChange } from '#server/policies.ts';
import { answer, asker, show } from '../../../../door.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	show(event, async (context, actor) => {
		const theme = event.url.searchParams.get('theme') || null;
		const { themes, werkplaatsen } = await listNetwork(context);
		const place = werkplaatsen.find(({ slug }) => slug === event.params.slug);
		return {
			cells: await listFunctionPolicies(context, actor, event.params.slug, theme),
			theme: themes.find(({ slug }) => slug === theme)?.slug ?? '',
			themes,
			werkplaats: place ?? null
		};
	});

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
