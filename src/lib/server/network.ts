import type { Queryable } from '#db/connection.ts';
import { asLabel } from '#db/queries/labels.ts';
import { listDomains, listThemes, questionsOf, type ThemeRow } from '#db/queries/themes.ts';
import { listWerkplaatsen } from '#db/queries/werkplaatsen.ts';
import { countKinds, countWork } from '#db/queries/work.ts';
import { cornersOf, type Corners } from '#domain/corners.ts';
import type { Actor } from '#domain/facts.ts';
import type { CornerFlow } from '#domain/flows.ts';
import type { WerkplaatsFunction } from '#domain/functions.ts';
import { KINDS } from '#domain/kinds.ts';
import { can } from '#domain/policy.ts';
import type { Context } from './context.ts';
import { flowsIn, seenKnowledge } from './knowledge.ts';
import { meterOf } from './meter.ts';

export type Place = { id: string; slug: string; name: string };

/**
 * What can be chosen from: the werkplaatsen that the actor may look into, and all themes and domains.
 * Those are labels that stand on documents, and their names are for everybody who is signed in.
 */
export async function listNetwork({ db }: Context, actor: Actor) {
	const [werkplaatsen, themes, domains] = await Promise.all([
		listVisible(db, actor),
		listThemes(db),
		listDomains(db)
	]);
	return {
		werkplaatsen: werkplaatsen.map(placeOf),
		themes: themes.map(labelOf),
		domains: domains.map(labelOf)
	};
}

/** Where the actor takes part now and may look in, with their functions there, in the network's order. */
export async function listOwnWerkplaatsen(context: Context, actor: Actor) {
	const visible = await listVisible(context.db, actor);
	return visible.flatMap(({ id, slug, name }) => {
		const functions = actor.memberships
			.filter((membership) => membership.werkplaats === id)
			.map((membership): WerkplaatsFunction => membership.function);
		return functions.length > 0 ? [{ id, slug, name, functions }] : [];
	});
}

/** The kinds that the actor may begin, per werkplaats; werkplaatsen where nothing may be begun are left out. */
export async function listBeginnings(context: Context, actor: Actor) {
	const own = await listOwnWerkplaatsen(context, actor);
	return own.flatMap((place) => {
		const kinds = KINDS.filter((kind) =>
			can(actor, 'create', { type: 'werkplaats', werkplaats: place.id, kind })
		);
		return kinds.length > 0 ? [{ slug: place.slug, name: place.name, kinds }] : [];
	});
}

/** All themes, each with what stands in its corners across the network, of what the actor may view. */
export async function listThemesWithWork(context: Context, actor: Actor) {
	const [themes, counts, knowledge] = await Promise.all([
		listThemes(context.db),
		countWork(context.db, actor, context.now()),
		seenKnowledge(context, actor)
	]);
	return themes.map((theme) => {
		const own = counts.filter((count) => count.themeId === theme.id);
		const places = new Set(own.map((count) => count.werkplaatsId));
		const flows = flowsIn(knowledge, { themeId: theme.id });
		return { ...labelOf(theme), corners: cornersOf(own), flows, werkplaatsen: places.size };
	});
}

/** What stands in the corners of a theme in a werkplaats; all empty where it is only asked about. */
export type Cell = { corners: Corners; flows: CornerFlow[] };

/**
 * The network as a whole: every werkplaats that the actor may look into, with a cell for each theme that one of
 * them asks about or works on, and how knowledge goes round in it.
 */
export async function openNetwork(context: Context, actor: Actor) {
	const { db } = context;
	const now = context.now();
	const [places, allThemes, questions, counts, kinds, knowledge] = await Promise.all([
		listVisible(db, actor),
		listThemes(db),
		questionsOf(db, {}),
		countWork(db, actor, now),
		countKinds(db, actor, now),
		seenKnowledge(context, actor)
	]);
	const looksInto = new Set(places.map(({ id }) => id));
	const used = new Set(
		[...questions, ...counts]
			.filter(({ werkplaatsId }) => looksInto.has(werkplaatsId))
			.map(({ themeId }) => themeId)
	);
	const themes = allThemes.filter(({ id }) => used.has(id));
	return {
		werkplaatsen: places.map((place) => {
			const isHere = ({ werkplaatsId }: { werkplaatsId: string }) => werkplaatsId === place.id;
			const here = { ...knowledge, documents: knowledge.documents.filter(isHere) };
			const [own, asked] = [counts.filter(isHere), questions.filter(isHere)];
			const cells = themes.map(({ id: themeId }): Cell | null => {
				const isAbout = (row: { themeId: string }) => row.themeId === themeId;
				if (!own.some(isAbout) && !asked.some(isAbout)) return null;
				return { corners: cornersOf(own.filter(isAbout)), flows: flowsIn(here, { themeId }) };
			});
			const { carrier, provinces } = place;
			const corners = cornersOf(kinds.filter(isHere));
			return { ...placeOf(place), carrier, provinces, corners, flows: flowsIn(here), cells };
		}),
		themes: themes.map(labelOf),
		unused: allThemes.filter(({ id }) => !used.has(id)).map(labelOf),
		meter: meterOf(knowledge, kinds)
	};
}

/** The werkplaatsen in the order of the network; who is nowhere more than a guest looks into none. */
export async function listVisible(db: Queryable, actor: Actor) {
	const all = await listWerkplaatsen(db);
	return all.filter(({ id }) =>
		can(actor, 'view_werkplaats', { type: 'werkplaats', werkplaats: id })
	);
}

export function labelOf({
	id,
	slug,
	nameNl,
	nameEn
}: Pick<ThemeRow, 'id' | 'slug' | 'nameNl' | 'nameEn'>) {
	return asLabel({ id, slug, nl: nameNl, en: nameEn });
}

export function placeOf({ id, slug, name }: Place): Place {
	return { id, slug, name };
}
