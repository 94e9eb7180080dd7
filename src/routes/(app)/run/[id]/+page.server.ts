import { redirect } from '@sveltejs/kit';
import { overviewOf } from '#server/class-work.ts';
import { theContext } from '#server/context.ts';
import { markRead } from '#server/inbox.ts';
import { openRun } from '#server/runs.ts';
import { asker } from '../../../door.ts';
import { identity } from '../../../identity.ts';
import { then } from './done.ts';
import * as lead from './lead-actions.ts';
import * as member from './member-actions.ts';
import { runTold } from './told.ts';
import { workTold } from './work.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const context = theContext();
	const { actor } = asker(event);
	const run = await openRun(context, actor, identity(event.params.id));
	if (run.kind === 'workshop') {
		redirect(303, run.leads ? `/run/${run.id}/board` : `/workshop/floor/${run.id}`);
	}
	await markRead(context, actor, { run: run.id });
	const around = { run: runTold(run), section: '/assignments' };
	if (run.leads) {
		const { rows, counts } = await overviewOf(context, actor, run.id);
		const waiting = run.waiting.map(({ person }) => person);
		const led = { rows, counts, waiting, ownGroup: run.ownGroup ?? null };
		return { ...around, led, taken: null, sheet: false };
	}
	const taken = await workTold(context, actor, run, event.locals.language);
	return { ...around, led: null, taken, sheet: true };
};

export const actions: Actions = {
	add_function: then('people', lead.byFunction),
	add_person: then('people', lead.byAddress),
	remove_person: lead.takeOut,
	place: lead.place,
	form: then('form', lead.form),
	add_group: lead.makeGroup,
	rename_group: lead.rename,
	remove_group: lead.remove,
	allocate: then('allocate', lead.allocate),
	end: lead.end,
	choose: member.choose,
	hand_in: then('hand_in', member.hand),
	confirm: then('confirm', member.confirm)
};
