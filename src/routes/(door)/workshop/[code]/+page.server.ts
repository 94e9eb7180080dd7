import { error, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { theContext } from '#server/context.ts';
import { workshopOfVisitor } from '#server/visitors.ts';
import { findByCode, joinAsVisitor, joinWithAccount } from '#server/workshops.ts';
import { answer, answerAnyone } from '../../../door.ts';
import { failureOf } from '../../../failure.ts';
import { sentence } from '../../../sentence.ts';
import { setSession } from '../../../session-cookie.ts';
import type { Actions, PageServerLoad } from './$types';

const Visitor = z.object({
	name: z.string({ error: 'name_missing' }).max(1000, { error: 'name_too_long' }),
	consents: z
		.literal('yes')
		.optional()
		.transform((said) => said === 'yes')
});
const Nothing = z.object({});

export const load: PageServerLoad = async (event) => {
	// The address of this page lets people in: no request may carry it along.
	event.setHeaders({ 'referrer-policy': 'strict-origin', 'x-robots-tag': 'noindex' });
	const context = theContext();
	const { asker, visitor } = event.locals;
	const workshop = await findByCode(context, event.params.code, event.getClientAddress()).catch(
		refuse
	);
	// Who is in already, and scans the code again.
	if (visitor && (await workshopOfVisitor(context, visitor.actor)) === workshop.id) {
		redirect(303, `/workshop/floor/${workshop.id}`);
	}
	return { workshop, me: asker?.actor.name ?? null };
};

function refuse(caught: unknown): never {
	const failure = failureOf(caught);
	if (!failure) throw caught;
	error(failure.status, sentence(failure.status === 404 ? 'code_unknown' : failure.code));
}

export const actions: Actions = {
	account: async (event) => {
		const address = event.getClientAddress();
		const run = await answer(event, Nothing, (context, actor) =>
			joinWithAccount(context, actor, event.params.code, address)
		);
		if (typeof run !== 'string') return run;
		redirect(303, `/workshop/floor/${run}`);
	},
	visitor: async (event) => {
		const address = event.getClientAddress();
		const { language } = event.locals;
		const made = await answerAnyone(event, Visitor, (context, input) =>
			joinAsVisitor(context, { ...input, code: event.params.code, language, address })
		);
		if ('status' in made) return made;
		setSession(event, made.session);
		redirect(303, `/workshop/floor/${made.run}`);
	}
};
