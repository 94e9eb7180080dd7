import { findDesign } from '#db/queries/assignments.ts';
import { findDocumentRows } from '#db/queries/documents.ts';
import { findOneDocumentFacts, findPartFacts } from '#db/queries/facts.ts';
import { findLabels } from '#db/queries/labels.ts';
import { findVariant, listVariantsOf, updateWhy } from '#db/queries/variants.ts';
import { aroundChanges, changedLines, isChangedLine } from '#domain/content/changed-lines.ts';
import { Invalid, NotAllowed, NotFound } from '#domain/errors.ts';
import type { Actor, DocumentFacts } from '#domain/facts.ts';
import { authorize, can } from '#domain/policy.ts';
import { isToldInVoices, VARIANT_WHY_MAX } from '#domain/variants.ts';
import type { Context } from './context.ts';
import { createDocument } from './documents.ts';
import { recordEvent } from './events.ts';
import { listBeginnings } from './network.ts';
import { partsOf } from './parts.ts';
import { sharedText } from './shared-text.ts';
import { storedContent } from './texts.ts';

/** What can be taken over, and where the actor may begin such a document. */
export async function openTakingOver(context: Context, actor: Actor, originId: string) {
	const { kind } = await toTakeOver(context, actor, originId);
	const [row] = await findDocumentRows(context.db, [originId]);
	if (!row) throw new NotFound();
	const { id, title, werkplaats } = row;
	const begun = await listBeginnings(context, actor);
	const places = begun.filter(({ kinds }) => kinds.includes(kind));
	return {
		origin: { id, title, kind, werkplaats },
		places: places.map(({ slug, name }) => ({ slug, name }))
	};
}

/**
 * Takes a document over, to be done another way in a werkplaats where the actor may begin one. The copy begins as a
 * text of its own: of its shared text only, of a study none of the cycles, which happened there. Answers its id.
 */
export async function takeOver(
	context: Context,
	actor: Actor,
	originId: string,
	given: { werkplaats: string; title: string; why: string }
): Promise<string> {
	const why = checkWhy(given.why);
	const origin = await toTakeOver(context, actor, originId);
	const taken = await sharedText(context, actor, origin);
	const labels = (await findLabels(context.db, [originId])).get(originId);
	const id = await createDocument(context, actor, {
		werkplaats: given.werkplaats,
		kind: origin.kind,
		title: given.title,
		themes: labels?.themes.map((theme) => theme.id),
		domains: labels?.domains.map((domain) => domain.id),
		sensitivity: 'werkplaats',
		// A case that was told in voices can't be taken over, so neither does its variant begin with any.
		template: origin.kind === 'case' ? 'lesson' : undefined,
		content: taken,
		...(await besidesText(context, actor, origin)),
		takenFrom: { originId, why, taken }
	});
	context.bus.ring({ kind: 'document', document: originId });
	return id;
}

/** What an assignment has besides its text; of its guide's sheet only for who reads that at the origin. */
async function besidesText(context: Context, actor: Actor, origin: DocumentFacts) {
	if (origin.kind !== 'assignment') return {};
	const parts = await partsOf(context, actor, origin);
	const sheet = parts.find(({ kind }) => kind === 'guide');
	return {
		design: await findDesign(context.db, origin.id),
		guide: sheet && (await storedContent(context.db, sheet.id))
	};
}

async function toTakeOver(context: Context, actor: Actor, id: string): Promise<DocumentFacts> {
	const origin = await findOneDocumentFacts(context.db, id, context.now());
	if (!origin || origin.deleted) throw new NotFound();
	authorize(actor, 'take_over', { type: 'document', document: origin });
	const parts = await findPartFacts(context.db, [origin], context.now());
	if (isToldInVoices(parts)) throw new NotAllowed('take_over');
	return origin;
}

/** Says anew why it differs; for who edits the variant. */
export async function explainVariant(
	context: Context,
	actor: Actor,
	id: string,
	given: string
): Promise<void> {
	const why = checkWhy(given);
	await context.db.transaction(async (tx) => {
		const facts = await findOneDocumentFacts(tx, id, context.now());
		if (!facts) throw new NotFound();
		authorize(actor, 'relate', { type: 'document', document: facts });
		if (!(await updateWhy(tx, id, why))) throw new NotFound();
		await recordEvent(tx, {
			name: 'variant.explained',
			actorId: actor.id,
			werkplaatsId: facts.werkplaats,
			documentId: id
		});
	});
	context.bus.ring({ kind: 'document', document: id });
}

function checkWhy(given: string): string {
	const why = given.trim();
	if (why === '') throw new Invalid({ why: 'required' });
	if (why.length > VARIANT_WHY_MAX) throw new Invalid({ why: 'too_long' });
	return why;
}

/**
 * Of what a document is a variant, why, and what differs from what stands in the origin now; null when it is none.
 * What stood in the origin when it was taken is told to nobody: who took a name out of it did so here too. Who may
 * not view the origin hears that there is one, and nothing of what stands in it.
 */
export async function openVariant(context: Context, actor: Actor, id: string) {
	const own = await findOneDocumentFacts(context.db, id, context.now());
	if (!own) throw new NotFound();
	authorize(actor, 'view', { type: 'document', document: own });
	const variant = await findVariant(context.db, id);
	if (!variant) return null;
	const { why, takenAt } = variant;
	const from = variant.origin && (await inSight(context, actor, variant.origin.id));
	if (!variant.origin || !from) return { why, takenAt, origin: null };
	const { taken } = variant.origin;
	const { title, kind, werkplaats } = from.row;
	const [here, there] = [
		await sharedText(context, actor, own),
		await sharedText(context, actor, from.facts)
	];
	return {
		why,
		takenAt,
		origin: {
			...{ id: variant.origin.id, title, kind, werkplaats },
			differs: aroundChanges(changedLines(there, here)),
			/** Whether the origin was changed since it was taken; what, its own page tells. */
			changedSince: changedLines(taken, there).some(isChangedLine)
		}
	};
}

/** What was taken over from a document, of what the asker may view. */
export async function listVariants(context: Context, actor: Actor, id: string) {
	const own = await findOneDocumentFacts(context.db, id, context.now());
	if (!own) throw new NotFound();
	authorize(actor, 'view', { type: 'document', document: own });
	const variants = await listVariantsOf(context.db, id);
	const found = await Promise.all(
		variants.map(async ({ id: variant, why }) => {
			const seen = await inSight(context, actor, variant);
			if (!seen) return [];
			const { title, werkplaats, state } = seen.row;
			return [{ id: variant, title, werkplaats, state, why }];
		})
	);
	return found.flat();
}

async function inSight(context: Context, actor: Actor, id: string) {
	const facts = await findOneDocumentFacts(context.db, id, context.now());
	if (!facts || facts.deleted || !can(actor, 'view', { type: 'document', document: facts })) {
		return null;
	}
	const [row] = await findDocumentRows(context.db, [id]);
	return row ? { facts, row } : null;
}
