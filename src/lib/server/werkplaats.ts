import { membersOf } from '#db/queries/memberships.ts';
import { listThemes, questionsOf } from '#db/queries/themes.ts';
import { findWerkplaats, partnersOf } from '#db/queries/werkplaatsen.ts';
import { countKinds, countWork } from '#db/queries/work.ts';
import { cornersOf } from '#domain/corners.ts';
import { NotFound } from '#domain/errors.ts';
import type { Actor } from '#domain/facts.ts';
import { gapIn } from '#domain/gaps.ts';
import { authorize, can } from '#domain/policy.ts';
import { agendaInShort } from './agenda-in-short.ts';
import type { Context } from './context.ts';
import { flowsIn, seenKnowledge } from './knowledge.ts';
import { meterOf } from './meter.ts';
import { labelOf, placeOf } from './network.ts';

/**
 * A werkplaats: who carries it and takes part, what weighs most on its agenda, its themes with their triangles,
 * and how knowledge goes round in it.
 */
export async function openWerkplaats(context: Context, actor: Actor, slug: string) {
	const { db } = context;
	const now = context.now();
	const place = await findWerkplaats(db, slug);
	if (!place) throw new NotFound();
	const werkplaatsId = place.id;
	const subject = { type: 'werkplaats', werkplaats: werkplaatsId } as const;
	authorize(actor, 'view_werkplaats', subject);
	const [themes, questions, counts, kinds, partners, knowledge] = await Promise.all([
		listThemes(db),
		questionsOf(db, { werkplaatsId }),
		countWork(db, actor, now, { werkplaatsId }),
		countKinds(db, actor, now),
		partnersOf(db, werkplaatsId),
		seenKnowledge(context, actor)
	]);
	const meter = meterOf(knowledge, kinds, werkplaatsId);
	return {
		...placeOf(place),
		carrier: place.carrier,
		partners,
		people: await peopleIn(context, actor, werkplaatsId),
		agenda: await agendaInShort(context, knowledge, werkplaatsId),
		meter,
		gap: gapIn(meter.corners, meter.flows),
		themes: themes.flatMap((theme) => {
			const isAbout = ({ themeId }: { themeId: string }) => themeId === theme.id;
			const question = questions.find(isAbout)?.question ?? null;
			const own = counts.filter(isAbout);
			if (!question && own.length === 0) return [];
			const flows = flowsIn(knowledge, { werkplaatsId, themeId: theme.id });
			return [{ ...labelOf(theme), question, corners: cornersOf(own), flows }];
		}),
		abilities: {
			view_members: can(actor, 'view_members', subject),
			manage_members: can(actor, 'manage_members', subject),
			manage_policies: can(actor, 'manage_policies', subject),
			manage_templates: can(actor, 'manage_templates', subject),
			create: can(actor, 'create', subject)
		}
	};
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
