import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { momentOf } from '#domain/days.ts';
import { FORMATIONS } from '#domain/runs.ts';
import { theContext } from '#server/context.ts';
import { beginRun, openGiving } from '#server/runs.ts';
import { answer, asker } from '../../../../door.ts';
import { identity } from '../../../../identity.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { actor } = asker(event);
	return openGiving(theContext(), actor, identity(event.params.id));
};

const line = z.string().max(1000, { error: 'too_long' }).default('');

const Given = z
	.object({
		title: z.string({ error: 'required' }).max(1000, { error: 'too_long' }),
		together: z.enum(['groups', 'alone'], { error: 'required' }),
		groupSize: z.coerce.number({ error: 'invalid' }).default(1),
		formation: z.enum(FORMATIONS, { error: 'required' }).default('random'),
		dueAt: line,
		dueAtTime: line,
		closesAt: line,
		closesAtTime: line,
		reviews: z.coerce.number({ error: 'invalid' }).default(0),
		anonymous: z.literal('yes').optional()
	})
	.transform((given, issues) => {
		const moment = (field: 'dueAt' | 'closesAt') => {
			if (given[field] === '') return null;
			const at = momentOf(`${given[field]}T${given[`${field}Time`] || '23:59'}`);
			if (!at) issues.addIssue({ code: 'custom', message: 'date_invalid', path: [field] });
			return at;
		};
		const alone = given.together === 'alone';
		return {
			kind: 'class' as const,
			title: given.title,
			// Who work alone have nobody to be divided with: each has a place of their own.
			formation: alone ? ('random' as const) : given.formation,
			groupSize: alone ? 1 : given.groupSize,
			dueAt: moment('dueAt'),
			closesAt: moment('closesAt'),
			reviews: given.reviews,
			isAnonymous: given.anonymous === 'yes',
			isPrivate: false,
			code: null
		};
	});

export const actions: Actions = {
	default: async (event) => {
		const begun = await answer(event, Given, (context, actor, terms) =>
			beginRun(context, actor, identity(event.params.id), terms)
		);
		if (typeof begun !== 'string') return begun;
		redirect(303, `/run/${begun}`);
	}
};
