import type { Step } from '#domain/assignments.ts';
import { stepAsKept } from '#domain/design-rules.ts';
import { Invalid } from '#domain/errors.ts';
import type { Actor } from '#domain/facts.ts';
import type { FormatName } from '#domain/formats/format.ts';
import { FORMATS } from '#domain/formats/formats.ts';
import { moved, replaced, without, type SeenRow } from '#domain/rows.ts';
import { changeDesign } from './assignments.ts';
import type { Context } from './context.ts';

/** Adds a round after the last. */
export async function addRound(context: Context, actor: Actor, id: string, given: Step) {
	const step = stepAsKept(given);
	await changeRounds(context, actor, id, (steps) => [...steps, step]);
}

export async function changeRound(
	context: Context,
	actor: Actor,
	id: string,
	{ seen, ...given }: Step & { seen: SeenRow }
) {
	const step = stepAsKept(given);
	await changeRounds(context, actor, id, (steps) => replaced(steps, seen, step));
}

/** Moves a round one place earlier or later. */
export async function moveRound(
	context: Context,
	actor: Actor,
	id: string,
	{ seen, by }: { seen: SeenRow; by: -1 | 1 }
) {
	await changeRounds(context, actor, id, (steps) => moved(steps, seen, by));
}

export async function removeRound(context: Context, actor: Actor, id: string, seen: SeenRow) {
	await changeRounds(context, actor, id, (steps) => without(steps, seen));
}

/** Begins with the rounds of a conversation format; those that are there go only if that is what somebody wants. */
export async function beginWithFormat(
	context: Context,
	actor: Actor,
	id: string,
	{ format, replace }: { format: FormatName; replace: boolean }
) {
	await changeRounds(context, actor, id, (steps) => {
		if (steps.length > 0 && !replace) throw new Invalid({ replace: 'replaces_rounds' });
		return FORMATS[format];
	});
}

function changeRounds(
	context: Context,
	actor: Actor,
	id: string,
	change: (steps: readonly Step[]) => readonly Step[]
) {
	return changeDesign(context, actor, id, (design) => ({
		...design,
		steps: change(design.steps)
	}));
}
