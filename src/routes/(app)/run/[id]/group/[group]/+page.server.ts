import { renderHtml } from '#domain/content/html.ts';
import { theContext } from '#server/context.ts';
import { openRun } from '#server/runs.ts';
import { asker } from '../../../../../door.ts';
import { identity } from '../../../../../identity.ts';
import { runTold } from '../../told.ts';
import { groupTold } from '../../work.ts';
import * as group from './group-actions.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const context = theContext();
	const { actor } = asker(event);
	const { language } = event.locals;
	const run = await openRun(context, actor, identity(event.params.id));
	const told = await groupTold(context, actor, run, identity(event.params.group), language);
	return {
		run: runTold(run),
		leads: run.leads,
		isPrivate: run.isPrivate,
		task: renderHtml(run.task, { language, headingPrefix: 'task' }),
		...told,
		section: '/assignments',
		back: { href: `/run/${run.id}`, name: run.title },
		sheet: true
	};
};

export const actions: Actions = {
	return: group.giveBack,
	finish: group.finish,
	reopen: group.reopen
};
