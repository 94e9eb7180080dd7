import { redirect } from '@sveltejs/kit';
import { theContext } from '#server/context.ts';
import { openRun } from '#server/runs.ts';
import { asker } from '../../../../../door.ts';
import { identity } from '../../../../../identity.ts';
import { runTold } from '../../told.ts';
import { groupTold, taskTold } from '../../work.ts';
import { then } from '../../done.ts';
import * as member from '../../member-actions.ts';
import * as judge from './group-actions.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const context = theContext();
	const { actor } = asker(event);
	const { language } = event.locals;
	const run = await openRun(context, actor, identity(event.params.id));
	const group = identity(event.params.group);
	// Who takes part has one page for it all.
	if (!run.leads && run.ownGroup === group) redirect(303, `/run/${run.id}`);
	const told = await groupTold(context, actor, run, group, language);
	return {
		run: runTold(run),
		isOwn: run.ownGroup === group,
		isPrivate: run.isPrivate,
		task: await taskTold(context, actor, run, language),
		...told,
		section: '/assignments',
		back: { href: `/run/${run.id}`, name: run.title },
		sheet: true
	};
};

export const actions: Actions = {
	return: then('return', judge.giveBack),
	finish: then('finish', judge.finish),
	reopen: then('reopen', judge.reopen),
	// Who leads may take part too.
	hand_in: then('hand_in', member.hand),
	confirm: then('confirm', member.confirm)
};
