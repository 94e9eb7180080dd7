import type { Transaction } from '#db/connection.ts';
import {
	findReadOut,
	listLayers,
	findLayer,
	insertLayer,
	updateLayer
} from '#db/queries/suggestions.ts';
import { lockText } from '#db/queries/updates.ts';
import { cleanContent } from '#domain/content/clean.ts';
import { validContent } from '#domain/content/known.ts';
import { contentSchema, EMPTY_CONTENT, type Content } from '#domain/content/schema.ts';
import { pushed } from '#domain/content/suggestions/pushed.ts';
import type { Push } from '#domain/content/suggestions/pushing.ts';
import { withRuns } from '#domain/content/suggestions/runs.ts';
import { Conflict, Invalid } from '#domain/errors.ts';
import type { Actor, PartFacts } from '#domain/facts.ts';
import { can } from '#domain/policy.ts';
import { LAYER_MAX, PUSHES_KEPT, type BlockJson, type SuggestedRun } from '#domain/suggestions.ts';
import type { Context } from './context.ts';
import { recordEvent } from './events.ts';
import { countPush } from './limits.ts';
import { tellPeople, type PersonTold } from './people-told.ts';
import { allowedPart, allowedPartIn } from './suggestible-part.ts';
import { currentTextIn } from './texts.ts';

/** So long somebody goes on suggesting before it is told again that they do. */
const TOLD_AGAIN_MS = 60 * 60 * 1000;

/** What somebody suggests in a text, as who may comment on it sees it. */
export type LayerTold = {
	person: PersonTold;
	version: number;
	changedAt: Date;
	may: { decide: boolean; withdraw: boolean };
	runs: (SuggestedRun & { before: readonly BlockJson[] })[];
};

/** What everybody suggests in a text; whose first suggestion is the oldest comes first. */
export async function listSuggestions(context: Context, actor: Actor, partId: string) {
	const now = context.now();
	const { db } = context;
	const part = await allowedPart(db, actor, { id: partId, action: 'comment_part', now });
	// Both at one moment: the runs are counted in that text.
	const found = await db.transaction(
		async (tx) => ({
			layers: await listLayers(tx, partId),
			text: (await findReadOut(tx, partId)) ?? EMPTY_CONTENT
		}),
		{ isolationLevel: 'repeatable read', accessMode: 'read only' }
	);
	const people = await tellPeople(
		db,
		found.layers.map(({ personId }) => personId),
		{ werkplaats: part.document.werkplaats, self: actor.id, now }
	);
	const decide = can(actor, 'write', { type: 'part', part });
	const layers = found.layers.flatMap(({ personId, version, changedAt, runs }): LayerTold[] => {
		const person = people.get(personId);
		if (!person) return [];
		const may = { decide, withdraw: person.isSelf };
		return [{ person, version, changedAt, may, runs: withBefore(runs, found.text) }];
	});
	return { layers };
}

function withBefore(runs: readonly SuggestedRun[], { content = [] }: Content) {
	return runs.map((run) => ({ ...run, before: content.slice(run.from, run.to) }));
}

/** What the actor suggests in a text, and the text, as they are at this moment. */
export async function openMine(context: Context, actor: Actor, partId: string) {
	const now = context.now();
	return context.db.transaction(async (tx) => {
		await allowedPart(tx, actor, { id: partId, action: 'suggest_part', now });
		const base = await currentTextIn(tx, partId);
		// An empty one already: its version says which text was seen.
		const layer =
			(await findLayer(tx, partId, actor.id)) ??
			(await insertLayer(tx, {
				...{ partId, personId: actor.id, version: now.getTime(), changedAt: now }
			}));
		const { version, runs, pushes } = layer;
		const suggested = runs.length > 0 ? suggestedText(base, runs) : base;
		return { version, base, suggested, pushes };
	});
}

function suggestedText(base: Content, runs: readonly SuggestedRun[]): Content {
	const content: Content = withRuns(contentSchema.nodeFromJSON(base), runs).toJSON();
	return content;
}

/**
 * Takes in what the actor changed in what they suggest. Only on the version that they saw: what else changed since, of
 * theirs or of the text, they merge themselves. Answers the version that it makes.
 */
export async function pushSuggestion(
	context: Context,
	actor: Actor,
	partId: string,
	{ push, version, ...change }: Push
): Promise<{ version: number }> {
	await countPush(context, actor.id);
	const blocks = writableBlocks(change.blocks);
	const now = context.now();
	const made = await context.db.transaction(async (tx) => {
		await lockText(tx, partId);
		const part = await allowedPartIn(tx, actor, { id: partId, action: 'suggest_part', now });
		const base = await currentTextIn(tx, partId);
		const layer = await findLayer(tx, partId, actor.id);
		if (layer?.version !== version) throw new Conflict('suggestion_changed');
		const runs = pushed(base, layer.runs, { ...change, blocks });
		if (!runs) throw new Invalid({ blocks: 'invalid' });
		if (JSON.stringify(runs).length > LAYER_MAX) throw new Conflict('suggestion_too_large');
		const pushes = [...layer.pushes, push].slice(-PUSHES_KEPT);
		const isNews = layer.pushes.length === 0 || +now - +layer.changedAt >= TOLD_AGAIN_MS;
		if (isNews && runs.length > 0) await recordMade(tx, actor, part);
		return { version: await updateLayer(tx, layer.id, { runs, pushes, changedAt: now }) };
	});
	context.bus.ring({ kind: 'review', part: partId });
	return made;
}

async function recordMade(tx: Transaction, actor: Actor, { id, document }: PartFacts) {
	await recordEvent(tx, {
		name: 'suggestion.made',
		actorId: actor.id,
		werkplaatsId: document.werkplaats,
		documentId: document.id,
		details: { part: id }
	});
}

/** Blocks that an editor of ours makes: what is accepted is written into the text as it is. */
function writableBlocks(blocks: readonly unknown[]): BlockJson[] {
	if (blocks.length === 0) return [];
	const valid = validContent({ type: 'doc', content: blocks });
	const isClean = valid !== null && JSON.stringify(cleanContent(valid)) === JSON.stringify(valid);
	if (!isClean) throw new Invalid({ blocks: 'invalid' });
	return valid.content ?? [];
}
