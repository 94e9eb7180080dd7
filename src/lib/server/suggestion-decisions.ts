import type { Transaction } from '#db/connection.ts';
import {
	insertDecisions,
	listLayers,
	updateLayer,
	type LayerRow
} from '#db/queries/suggestions.ts';
import { lockText } from '#db/queries/updates.ts';
import { noteChange } from '#db/queries/texts.ts';
import { decidedOn } from '#domain/content/suggestions/decided.ts';
import { suggestionOf, type Hunk } from '#domain/content/suggestions/hunks.ts';
import { runsOf, withRuns } from '#domain/content/suggestions/runs.ts';
import { contentSchema } from '#domain/content/schema.ts';
import { Conflict, Invalid } from '#domain/errors.ts';
import type { Actor, PartFacts } from '#domain/facts.ts';
import type { Verdict } from '#domain/suggestions.ts';
import type { Context } from './context.ts';
import { acceptInto } from './accepted-text.ts';
import { keepLooking, type EditWatch } from './edit-watch.ts';
import { recordEvent } from './events.ts';
import { allowedPartIn } from './suggestible-part.ts';
import { refreshTextIn } from './texts.ts';

/** Which suggestions: of everybody, of somebody, or some of theirs by their keys. */
export type Decided = { verdict: Verdict; person?: string; keys?: readonly string[] };

/**
 * Decides on suggestions: accepted ones become text, the others are gone. All that were meant, or none: who meant one
 * that is otherwise by now looks again. Answers how many those were, and the watches over what was accepted: each layer is an
 * edit of its own, and somebody may type between two.
 */
export async function decideSuggestions(
	context: Context,
	actor: Actor,
	partId: string,
	{ verdict, person, keys }: Decided
): Promise<{ decided: number; watches: readonly EditWatch[] }> {
	const own = verdict === 'withdrawn';
	if ((own && person !== undefined && person !== actor.id) || (keys && !own && !person)) {
		throw new Invalid({ person: 'invalid' });
	}
	const of = own ? actor.id : person;
	const now = context.now();
	const watches: EditWatch[] = [];
	const count = await context.db.transaction(async (tx) => {
		await lockText(tx, partId);
		const action = own ? 'comment_part' : 'write';
		const part = await allowedPartIn(tx, actor, { id: partId, action, now });
		const meant = keys && new Set(keys);
		const deciding = { tx, part, actor, verdict, now, keys: meant, watches };
		const layers = (await listLayers(tx, partId)).filter((l) => !of || l.personId === of);
		if (keys && layers.length === 0) throw new Conflict('suggestion_changed');
		let all = 0;
		for (const { id } of layers) all += await decideOn(deciding, id);
		if (verdict === 'accepted' && all > 0) {
			// With what others wrote meanwhile.
			await refreshTextIn(tx, partId);
			await noteChange(tx, partId, { by: actor.id, at: now });
		}
		return all;
	});
	if (count === 0) return { decided: 0, watches };
	if (verdict === 'accepted') context.bus.ring({ kind: 'updates', part: partId });
	context.bus.ring({ kind: 'review', part: partId });
	return { decided: count, watches };
}

/** The same, and looks after what comes in from who had not seen yet what was accepted. */
export async function decideAndWatch(
	...[context, actor, partId, decided]: Parameters<typeof decideSuggestions>
): Promise<{ decided: number }> {
	const { decided: count, watches } = await decideSuggestions(context, actor, partId, decided);
	await keepLooking(context, watches);
	return { decided: count };
}

type Deciding = {
	tx: Transaction;
	part: PartFacts;
	actor: Actor;
	verdict: Verdict;
	now: Date;
	keys: ReadonlySet<string> | undefined;
	/** Those of this request, for who began it. */
	watches: EditWatch[];
};

/** Decides on one layer; gives how many suggestions that were. */
async function decideOn(deciding: Deciding, layerId: string): Promise<number> {
	const { tx, part, verdict, keys, watches } = deciding;
	// Each on the text as those before it left it, which may be what this one suggests too.
	const reading = await refreshTextIn(tx, part.id);
	const layer = (await listLayers(tx, part.id)).find(({ id }) => id === layerId);
	if (!layer || !reading) return 0;
	const base = contentSchema.nodeFromJSON(reading.content);
	const suggested = withRuns(base, layer.runs);
	const suggestion = suggestionOf(base, suggested);
	const hunks = suggestion.hunks.filter(({ key }) => !keys || keys.has(key));
	if (keys && hunks.length < keys.size) throw new Conflict('suggestion_changed');
	if (hunks.length === 0) return 0;
	const chosen = new Set(hunks.map(({ key }) => key));
	let clientId: number | null = null;
	if (verdict === 'accepted') {
		const wanted = decidedOn(suggestion, ({ key }) => chosen.has(key));
		const accepted = await acceptInto(tx, { reading, layer, suggested, wanted });
		({ clientId } = accepted);
		watches.push(accepted.watch);
	} else {
		const left = decidedOn(suggestion, ({ key }) => !chosen.has(key));
		await updateLayer(tx, layer.id, { runs: runsOf(base, left) });
	}
	await writeDown(deciding, layer, hunks, clientId);
	return hunks.length;
}

async function writeDown(
	{ tx, part, actor, verdict, now }: Deciding,
	layer: LayerRow,
	hunks: readonly Hunk[],
	clientId: number | null
): Promise<void> {
	const by = { suggestedBy: layer.personId, decidedBy: actor.id, verdict, clientId, at: now };
	await insertDecisions(
		tx,
		hunks.map(({ before, after }) => ({ partId: part.id, before, after, ...by }))
	);
	// What one takes back oneself is nobody's news.
	if (verdict === 'withdrawn') return;
	await recordEvent(tx, {
		name: `suggestion.${verdict}`,
		actorId: actor.id,
		werkplaatsId: part.document.werkplaats,
		documentId: part.document.id,
		personId: layer.personId,
		details: { part: part.id, count: hunks.length }
	});
}
