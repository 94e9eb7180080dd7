import { renderHtml } from '#domain/content/html.ts';
import { hasText, wordCount } from '#domain/content/text.ts';
import type { Actor } from '#domain/facts.ts';
import { atLeast } from '#domain/levels.ts';
import { openWork } from '#server/class-work.ts';
import type { Context } from '#server/context.ts';
import { openGroupText } from '#server/group-text.ts';
import { listMaterials } from '#server/run-materials.ts';
import type { OpenedRun } from '#server/runs.ts';

type Language = 'nl' | 'en';

/** What who takes part needs on their page: the task, and their group's work, or groups to choose from. */
export async function workTold(context: Context, actor: Actor, run: OpenedRun, language: Language) {
	const task = await taskTold(context, actor, run, language);
	if (!run.ownGroup) return { task, groups: run.groups, work: null, text: null };
	const opened = await groupTold(context, actor, run, run.ownGroup, language);
	return { task, groups: [], ...opened };
}

/** What is asked: the text as it was given, with what goes with it. */
export async function taskTold(
	context: Context,
	actor: Actor,
	run: Pick<OpenedRun, 'id' | 'task'>,
	language: Language
) {
	const materials = await listMaterials(context, actor, run.id);
	return {
		html: renderHtml(run.task, { language, headingPrefix: 'task' }),
		materials: materials.filter(({ mayOpen }) => mayOpen).map(({ id, title }) => ({ id, title }))
	};
}

/** The work of a group with its text, as it stands on the page before anything is live. */
export async function groupTold(
	context: Context,
	actor: Actor,
	run: Pick<OpenedRun, 'id'>,
	groupId: string,
	language: Language
) {
	const work = await openWork(context, actor, run.id, groupId);
	const [text] = work.group.texts;
	return { work, text: text ? await textTold(context, actor, text.partId, language) : null };
}

async function textTold(context: Context, actor: Actor, partId: string, language: Language) {
	const { part, content } = await openGroupText(context, actor, partId);
	const mayWrite = atLeast(part.ability, 'edit');
	return {
		part,
		mayWrite,
		hasText: hasText(content),
		html: renderHtml(content, { language, guidance: mayWrite }),
		words: wordCount(content)
	};
}
