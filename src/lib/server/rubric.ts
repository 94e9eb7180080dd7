import type { Criterion } from '#domain/assignments.ts';
import { criterionAsKept } from '#domain/design-rules.ts';
import type { Actor } from '#domain/facts.ts';
import { moved, replaced, without, type SeenRow } from '#domain/rows.ts';
import { changeDesign } from './assignments.ts';
import type { Context } from './context.ts';

/** Adds a criterion under the last. */
export async function addCriterion(context: Context, actor: Actor, id: string, given: Criterion) {
	const criterion = criterionAsKept(given);
	await changeRubric(context, actor, id, (rubric) => [...rubric, criterion]);
}

export async function changeCriterion(
	context: Context,
	actor: Actor,
	id: string,
	{ seen, ...given }: Criterion & { seen: SeenRow }
) {
	const criterion = criterionAsKept(given);
	await changeRubric(context, actor, id, (rubric) => replaced(rubric, seen, criterion));
}

/** Moves a criterion one place up or down. */
export async function moveCriterion(
	context: Context,
	actor: Actor,
	id: string,
	{ seen, by }: { seen: SeenRow; by: -1 | 1 }
) {
	await changeRubric(context, actor, id, (rubric) => moved(rubric, seen, by));
}

export async function removeCriterion(context: Context, actor: Actor, id: string, seen: SeenRow) {
	await changeRubric(context, actor, id, (rubric) => without(rubric, seen));
}

/** Says anew what groups ask themselves about each other's work. */
export async function askForFeedback(
	context: Context,
	actor: Actor,
	id: string,
	questions: readonly string[]
) {
	await changeDesign(context, actor, id, (design) => ({ ...design, questions }));
}

function changeRubric(
	context: Context,
	actor: Actor,
	id: string,
	change: (rubric: readonly Criterion[]) => readonly Criterion[]
) {
	return changeDesign(context, actor, id, (design) => ({
		...design,
		rubric: change(design.rubric)
	}));
}
