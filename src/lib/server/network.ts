import type { Queryable } from '#db/connection.ts';
import { asLabel } from '#db/queries/labels.ts';
import { membersOf } from '#db/queries/memberships.ts';
import { listDomains, listThemes, questionsOf, type ThemeRow } from '#db/queries/themes.ts';
import { findWerkplaats, listWerkplaatsen, partnersOf } from '#db/queries/werkplaatsen.ts';
import { countKinds, countWork, type WorkCount } from '#db/queries/work.ts';
import { CORNER_OF, type Corner } from '#domain/corners.ts';
import { NotFound } from '#domain/errors.ts';
import type { Actor } from '#domain/facts.ts';
import type { WerkplaatsFunction } from '#domain/functions.ts';
import { KINDS } from '#domain/kinds.ts';
import { authorize, can } from '#domain/policy.ts';
import type { Context } from './context.ts';

/** How much work stands in each corner, of what the asker may view. */
export type Corners = Record<Corner, number>;

export type Place = { id: string; slug: string; name: string };

/** A theme as one werkplaats handles it. */
export type LocalTheme = { werkplaats: Place; question: string | null; corners: Corners };

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
	const [themes, counts] = await Promise.all([
		listThemes(context.db),
		countWork(context.db, actor, context.now())
	]);
	return themes.map((theme) => {
		const own = counts.filter((count) => count.themeId === theme.id);
		const places = new Set(own.map((count) => count.werkplaatsId));
		return { ...labelOf(theme), corners: cornersOf(own), werkplaatsen: places.size };
	});
}

/** The werkplaatsen that the actor may look into, each with what stands in its corners. */
export async function listWerkplaatsenWithWork(context: Context, actor: Actor) {
	const [werkplaatsen, counts] = await Promise.all([
		listVisible(context.db, actor),
		countKinds(context.db, actor, context.now())
	]);
	return werkplaatsen.map((place) => ({
		...placeOf(place),
		carrier: place.carrier,
		corners: cornersOf(counts.filter((count) => count.werkplaatsId === place.id))
	}));
}

/**
 * A theme in every werkplaats that asks about it or works on it, of those that the actor may look into.
 * `corners` counts all that they may view: a guest sees no werkplaats, but does see what was shared.
 */
export async function openTheme(context: Context, actor: Actor, slug: string) {
	const { db } = context;
	const theme = (await listThemes(db)).find((each) => each.slug === slug);
	if (!theme) throw new NotFound();
	const [werkplaatsen, questions, counts] = await Promise.all([
		listVisible(db, actor),
		questionsOf(db, { themeId: theme.id }),
		countWork(db, actor, context.now())
	]);
	const places = werkplaatsen.flatMap((place): LocalTheme[] => {
		const about = (row: { werkplaatsId: string; themeId: string }) =>
			row.werkplaatsId === place.id && row.themeId === theme.id;
		const question = questions.find(about)?.question ?? null;
		const own = counts.filter(about);
		if (!question && own.length === 0) return [];
		return [{ werkplaats: placeOf(place), question, corners: cornersOf(own) }];
	});
	const corners = cornersOf(counts.filter((count) => count.themeId === theme.id));
	return { theme: labelOf(theme), places, corners };
}

/** A werkplaats: who carries it, its partners, and its themes with what stands in their corners. */
export async function openWerkplaats(context: Context, actor: Actor, slug: string) {
	const { db } = context;
	const place = await findWerkplaats(db, slug);
	if (!place) throw new NotFound();
	const subject = { type: 'werkplaats', werkplaats: place.id } as const;
	authorize(actor, 'view_werkplaats', subject);
	const [themes, questions, counts, partners] = await Promise.all([
		listThemes(db),
		questionsOf(db, { werkplaatsId: place.id }),
		countWork(db, actor, context.now()),
		partnersOf(db, place.id)
	]);
	return {
		...placeOf(place),
		carrier: place.carrier,
		partners,
		people: await peopleIn(context, actor, place.id),
		themes: themes.flatMap((theme) => localTheme(theme, place.id, questions, counts)),
		abilities: {
			view_members: can(actor, 'view_members', subject),
			manage_members: can(actor, 'manage_members', subject),
			manage_policies: can(actor, 'manage_policies', subject),
			manage_templates: can(actor, 'manage_templates', subject),
			create: can(actor, 'create', subject)
		}
	};
}

/** In the order of the network; who is nowhere more than a guest looks into none. */
async function listVisible(db: Queryable, actor: Actor) {
	const all = await listWerkplaatsen(db);
	return all.filter(({ id }) =>
		can(actor, 'view_werkplaats', { type: 'werkplaats', werkplaats: id })
	);
}

/** Who takes part now, each person once with their functions; empty for who may not see the members. */
async function peopleIn(context: Context, actor: Actor, werkplaatsId: string) {
	const subject = { type: 'werkplaats', werkplaats: werkplaatsId } as const;
	if (!can(actor, 'view_members', subject)) return [];
	const now = context.now();
	const rows = await membersOf(context.db, werkplaatsId, now);
	return rows
		.filter((row) => row.from <= now && !row.disabledAt)
		.map((row) => ({
			...row.person,
			function: row.function,
			organisation: row.organisation?.name ?? null
		}));
}

function localTheme(
	theme: ThemeRow,
	werkplaatsId: string,
	questions: { werkplaatsId: string; themeId: string; question: string }[],
	counts: WorkCount[]
) {
	const about = (row: { werkplaatsId: string; themeId: string }) =>
		row.werkplaatsId === werkplaatsId && row.themeId === theme.id;
	const question = questions.find(about)?.question ?? null;
	const own = counts.filter(about);
	return question || own.length > 0
		? [{ ...labelOf(theme), question, corners: cornersOf(own) }]
		: [];
}

function labelOf({
	id,
	slug,
	nameNl,
	nameEn
}: Pick<ThemeRow, 'id' | 'slug' | 'nameNl' | 'nameEn'>) {
	return asLabel({ id, slug, nl: nameNl, en: nameEn });
}

function placeOf({ id, slug, name }: Place): Place {
	return { id, slug, name };
}

function cornersOf(counts: Pick<WorkCount, 'kind' | 'count'>[]): Corners {
	const corners: Corners = { practice: 0, research: 0, education: 0 };
	for (const { kind, count } of counts) {
		const corner = CORNER_OF[kind];
		if (corner) corners[corner] += count;
	}
	return corners;
}
