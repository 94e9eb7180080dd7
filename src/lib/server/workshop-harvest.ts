import { findOneDocumentFacts } from '#db/queries/facts.ts';
import { listGroups } from '#db/queries/run-groups.ts';
import type { RunRow } from '#db/queries/runs.ts';
import { harvestContent, type HarvestedRound } from '#domain/harvest.ts';
import { Conflict, NotAllowed, NotFound } from '#domain/errors.ts';
import type { Actor } from '#domain/facts.ts';
import { can } from '#domain/policy.ts';
import type { Context } from './context.ts';
import { createDocument } from './documents.ts';
import { enterRun, type EnteredRun } from './run-change.ts';
import { shownText, writtenIn } from './workshop-texts.ts';

/** What all groups wrote, side by side. */
export type Harvest = {
	run: { id: string; title: string; endedAt: Date | null };
	groups: { id: string; name: string }[];
	/** The rounds in which something was written; per group in the order of `groups`, null where it wrote nothing. */
	rounds: { nth: number; title: string; outcome: string; texts: (HarvestText | null)[] }[];
	/** The document that was made of it; null also for who may not view that. */
	harvestId: string | null;
};

export type HarvestText = { html: string; words: number };

/** Opens what all groups of a workshop wrote, for who leads it. What was said behind closed doors stays there. */
export async function openHarvest(context: Context, actor: Actor, runId: string): Promise<Harvest> {
	const { run } = await harvesting(context, actor, runId);
	const { groups, rounds } = await written(context, run);
	return {
		run: { id: run.id, title: run.title, endedAt: run.endedAt },
		groups: groups.map(({ id, name }) => ({ id, name })),
		rounds: rounds.map(({ nth, title, outcome, texts }) => ({
			...{ nth, title, outcome },
			texts: groups.map(({ id }) => {
				const text = texts.find(({ groupId }) => groupId === id);
				return text ? { html: shownText(text.content, text.partId), words: text.words } : null;
			})
		})),
		harvestId: await harvestFor(context, actor, run)
	};
}

/**
 * Makes a document of what all groups wrote, for who leads to work on: nobody's name is in it but what they wrote
 * themselves. Answers its id; of a workshop that was harvested already, of that one.
 */
export async function harvest(context: Context, actor: Actor, runId: string): Promise<string> {
	const { run, document } = await harvesting(context, actor, runId);
	const there = await harvestFor(context, actor, run);
	if (there) return there;
	const { groups, rounds } = await written(context, run);
	const harvested = rounds.map(({ title, texts }): HarvestedRound => ({
		title,
		texts: texts.map(({ groupId, content }) => ({
			group: groups.find(({ id }) => id === groupId)?.name ?? '',
			content
		}))
	}));
	if (harvested.length === 0) throw new Conflict('nothing_to_harvest');
	const id = await createDocument(context, actor, {
		werkplaats: document.werkplaats,
		kind: 'case',
		title: run.title,
		themes: document.themes,
		sensitivity: 'restricted',
		template: 'lesson',
		content: harvestContent(harvested),
		harvestOf: { run: run.id, assignment: document.id }
	});
	context.bus.ring({ kind: 'run', run: runId });
	return id;
}

/** The document that was made of a workshop; null for who may not view it, and when it lies in the bin. */
export async function harvestFor(
	{ db, now }: Pick<Context, 'db' | 'now'>,
	actor: Actor,
	{ harvestId }: Pick<RunRow, 'harvestId'>
): Promise<string | null> {
	const document = harvestId && (await findOneDocumentFacts(db, harvestId, now()));
	if (!document || document.deleted) return null;
	return can(actor, 'view', { type: 'document', document }) ? harvestId : null;
}

async function harvesting(context: Context, actor: Actor, runId: string): Promise<EnteredRun> {
	const place = await enterRun(context, actor, runId);
	if (!place.leads) throw new NotAllowed('lead_runs');
	if (place.run.kind !== 'workshop') throw new NotFound();
	if (place.run.isPrivate) throw new Conflict('private_is_not_harvested');
	return place;
}

/** The rounds in which somebody wrote something, and what. */
async function written(context: Context, run: RunRow) {
	const all = (await writtenIn(context, run.id)).filter(({ words }) => words > 0);
	return {
		groups: await listGroups(context.db, run.id),
		rounds: run.design.steps.flatMap(({ title, outcome }, step) => {
			const texts = all.filter((text) => text.step === step);
			return texts.length > 0 ? [{ nth: step + 1, title, outcome, texts }] : [];
		})
	};
}
