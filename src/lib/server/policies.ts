import { deletePolicy, listPolicies, putPolicy, type PolicyCell } from '#db/queries/policies.ts';
import { resolveThemes, resolveWerkplaats } from '#db/queries/references.ts';
import { DEFAULTS } from '#domain/defaults.ts';
import { Invalid, NotFound } from '#domain/errors.ts';
import type { Actor } from '#domain/facts.ts';
import { FUNCTIONS, type WerkplaatsFunction } from '#domain/functions.ts';
import { KINDS, type Kind } from '#domain/kinds.ts';
import { atLeast, type Level } from '#domain/levels.ts';
import { authorize } from '#domain/policy.ts';
import type { Context } from './context.ts';
import { recordEvent } from './events.ts';

export type PolicyInput = {
	werkplaats: string;
	theme: string | null;
	function: WerkplaatsFunction;
	kind: Kind;
	/** Null: back to the default. */
	level: Level | null;
};

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
	const changed = await listPolicies(context.db, place.id);
	const at = (f: WerkplaatsFunction, kind: Kind, themeId: string | null) =>
		changed.find((p) => p.function === f && p.kind === kind && p.themeId === themeId)?.level;
	return FUNCTIONS.flatMap((f) =>
		KINDS.map((kind) => {
			const inherited = (theme && at(f, kind, null)) ?? DEFAULTS[f][kind].level;
			const own = at(f, kind, theme);
			return { function: f, kind, inherited, changed: own !== undefined, level: own ?? inherited };
		})
	);
}

/** Changes what a function may do by itself; never to more than managing, which is what a coordinator has. */
export async function changePolicy(context: Context, actor: Actor, input: PolicyInput) {
	const place = await resolveWerkplaats(context.db, input.werkplaats);
	if (!place) throw new NotFound();
	authorize(actor, 'manage_policies', { type: 'werkplaats', werkplaats: place.id });
	const [themeId] = input.theme ? await resolveThemes(context.db, [input.theme]) : [null];
	if (themeId === undefined) throw new Invalid({ theme: 'unknown' });
	if (input.level === 'owner') throw new Invalid({ level: 'too_high' });
	// Who takes away their own managing could never give it back.
	if (input.function === 'coordinator' && input.level && !atLeast(input.level, 'manage')) {
		throw new Invalid({ level: 'coordinator_manages' });
	}
	const cell: PolicyCell = {
		werkplaatsId: place.id,
		themeId,
		function: input.function,
		kind: input.kind
	};
	await context.db.transaction(async (tx) => {
		if (input.level) await putPolicy(tx, cell, input.level);
		else await deletePolicy(tx, cell);
		await recordEvent(tx, {
			name: 'policy.changed',
			actorId: actor.id,
			werkplaatsId: place.id,
			details: { theme: themeId, function: input.function, kind: input.kind, level: input.level }
		});
	});
	context.bus.ring({ kind: 'access', everything: true });
}
