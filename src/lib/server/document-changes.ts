import { listOwnParts, lockDocument, updateDocument } from '#db/queries/documents.ts';
import { findOneDocumentFacts } from '#db/queries/facts.ts';
import type { DocumentAction } from '#domain/actions.ts';
import { Conflict, Invalid, NotFound } from '#domain/errors.ts';
import type { Actor, DocumentFacts } from '#domain/facts.ts';
import { authorize, can } from '#domain/policy.ts';
import type { Sensitivity } from '#domain/sensitivity.ts';
import { nextStates, type State } from '#domain/states.ts';
import { assertAllHeard } from './closings.ts';
import type { Context } from './context.ts';
import { knownThemes, labelDocument } from './document-labels.ts';
import { checkTitle } from './document-title.ts';
import { recordEvent } from './events.ts';
import { nextStandingOf, takeBackUnchecked } from './version-checks.ts';
import { keepVersion } from './versions.ts';

/** What is not named stays; themes and domains by id or slug. */
export type DocumentPatch = {
	title?: string;
	themes?: string[];
	domains?: string[];
	state?: State;
	sensitivity?: Sensitivity;
};

/** Changes fields of a document, each with its own right; all or nothing. */
export async function changeDocument(
	context: Context,
	actor: Actor,
	id: string,
	patch: DocumentPatch
): Promise<void> {
	const title = patch.title === undefined ? undefined : checkTitle(patch.title);
	const { state, sensitivity } = patch;
	const now = context.now();
	const isVersion = await context.db.transaction(async (tx) => {
		await lockDocument(tx, id);
		const document = await findOneDocumentFacts(tx, id, now);
		if (!document) throw new NotFound();
		// Before anything else is looked up: no answer may tell that there is such a document.
		authorize(actor, 'view', { type: 'document', document });
		const themes = patch.themes && (await knownThemes(tx, patch.themes));
		const actions = neededFor(patch, document, themes);
		for (const action of actions) authorize(actor, action, { type: 'document', document });
		if (state && state !== document.state && !nextStates(document.state).includes(state)) {
			throw new Conflict('state');
		}
		if (state === 'final' && document.kind === 'case') await assertAllHeard(tx, id, now);
		if (sensitivity) assertStillSeen(actor, { ...document, sensitivity });
		await labelDocument(tx, id, patch);
		// What a version asks of who changes these, and where that leaves it.
		const asked = document.version && (state ?? sensitivity);
		const standing = asked
			? await nextStandingOf(tx, document, { title, state, sensitivity }, now)
			: null;
		const change = { title, state, sensitivity, ...standing };
		await updateDocument(tx, id, change, { personId: actor.id, at: now });
		for (const action of actions) {
			await recordEvent(tx, {
				name: `document.${action}`,
				actorId: actor.id,
				werkplaatsId: document.werkplaats,
				documentId: id,
				details: { state: state ?? null, sensitivity: sensitivity ?? null }
			});
		}
		return document.version !== null;
	});
	if (state === 'published') await keepPublished(context, actor, id);
	context.bus.ring({ kind: 'document', document: id, title });
	// Themes count too: a werkplaats can give a function another level on a theme.
	if (state ?? sensitivity ?? patch.themes) context.bus.ring({ kind: 'access', documents: [id] });
	if (isVersion && (state ?? sensitivity)) await takeBackUnchecked(context, actor, id);
}

/** After the change, of which the row is held no more: whoever reads a text out waits for that row. */
async function keepPublished(context: Context, actor: Actor, id: string): Promise<void> {
	for (const part of await listOwnParts(context.db, id)) {
		const keeping = { reason: 'published', by: actor.id } as const;
		await context.db.transaction((tx) => keepVersion(tx, part, keeping));
	}
}

function neededFor(
	patch: DocumentPatch,
	document: DocumentFacts,
	themes: string[] | undefined
): DocumentAction[] {
	const actions: DocumentAction[] = [];
	if (patch.title !== undefined) actions.push('rename');
	if (patch.domains ?? patch.themes) actions.push('label');
	if (themes && changesAccess(document, themes)) actions.push('share');
	if (patch.state) actions.push('change_state');
	if (patch.sensitivity) actions.push('change_sensitivity');
	return actions;
}

/** A theme can carry a policy of its own: then choosing it decides who may do what. */
function changesAccess(document: DocumentFacts, themes: string[]): boolean {
	return document.policies.some(
		({ theme }) => theme !== null && document.themes.includes(theme) !== themes.includes(theme)
	);
}

/** Whoever shuts a vault with the key inside could never open it again, nor anybody who may not hold it. */
function assertStillSeen(actor: Actor, document: DocumentFacts): void {
	if (can(actor, 'change_sensitivity', { type: 'document', document })) return;
	throw new Invalid({ sensitivity: 'would_lose_access' });
}
