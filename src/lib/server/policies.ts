import { deletePolicy, listPolicies, putPolicy, type PolicyCell } from '#db/queries/policies.ts';
import { resolveThemes, resolveWerkplaats } from '#db/queries/references.ts';
import { DEFAULTS } from '#domain/defaults.ts';
import { Invalid, NotFound } from '#domain/errors.ts';
import type { Actor } from '#domain/facts.ts';
import { FUNCTIONS, type WerkplaatsFunction } from '#domain/functions.ts';
import { KINDS, type Kind } from '#domain/kinds.ts';
import type { Level } from '#domain/levels.ts';
import { policyFault } from '#domain/policy-change.ts';
import { authorize } from '#domain/policy.ts';
import type { Context } from './context.ts';
import { recordEvent } from './events.ts';

/** A cell of the table as a coordinator sets it; null as level is back to the default. */
export type PolicyChange = { function: WerkplaatsFunction; kind: Kind; level: Level | null };

/** What each function may do by itself in a werkplaats (or with one theme there), and where that was changed. */
export async function listFunctionPolicies(
	context: Context,
	actor: Actor,
	werkplaats: string,
	theme: string | null = null
) {
	const place = await resolveWerkplaats(context.db, werkplaats);
	if (!place) throw new NotFound();
	authorize(actor, 'manage_policies', { type: 'werkplaats', werkplaats: place.id });
	const [themeId] = theme ? await resolveThemes(context.db, [theme]) : [null];
	if (themeId === undefined) throw new NotFound();
	const changed = await listPolicies(context.db, place.id);
	const at = (f: WerkplaatsFunction, kind: Kind, on: string | null) =>
		changed.find((p) => p.function === f && p.kind === kind && p.themeId === on)?.level;
	return FUNCTIONS.flatMap((f) =>
		KINDS.map((kind) => {
			const whole = themeId === null ? undefined : at(f, kind, null);
			const inherited = whole ?? DEFAULTS[f][kind].level;
			const own = at(f, kind, themeId);
			return { function: f, kind, inherited, changed: own !== undefined, level: own ?? inherited };
		})
	);
}

/**
 * Changes what functions may do by themselves in a werkplaats, or with one theme there; all or nothing.
 * Never to ownership, and a coordinator always manages: who took that away could never give it back.
 */
export async function changePolicies(
	context: Context,
	actor: Actor,
	input: { werkplaats: string; theme: string | null; cells: readonly PolicyChange[] }
): Promise<void> {
	const place = await resolveWerkplaats(context.db, input.werkplaats);
	if (!place) throw new NotFound();
	authorize(actor, 'manage_policies', { type: 'werkplaats', werkplaats: place.id });
	const [themeId] = input.theme ? await resolveThemes(context.db, [input.theme]) : [null];
	if (themeId === undefined) throw new Invalid({ theme: 'unknown' });
	for (const cell of input.cells) check(cell);
	await context.db.transaction(async (tx) => {
		for (const { function: holder, kind, level } of input.cells) {
			const cell: PolicyCell = { werkplaatsId: place.id, themeId, function: holder, kind };
			if (level) await putPolicy(tx, cell, level);
			else await deletePolicy(tx, cell);
			await recordEvent(tx, {
				name: 'policy.changed',
				actorId: actor.id,
				werkplaatsId: place.id,
				details: { theme: themeId, function: holder, kind, level }
			});
		}
	});
	context.bus.ring({ kind: 'access', everything: true });
}

function check({ function: holder, kind, level }: PolicyChange) {
	const fault = policyFault(holder, level);
	if (fault) throw new Invalid({ [`${holder}.${kind}`]: fault });
}
