import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { theContext } from '#server/context.ts';
import { readReset, resetPassword } from '#server/password-reset.ts';
import { answerAnyone } from '../../../door.ts';
import { password } from '../../../fields.ts';
import { setSession } from '../../../session-cookie.ts';
import type { Actions, PageServerLoad } from './$types';

const NewPassword = z.object({ password });

export const load: PageServerLoad = async ({ params, setHeaders }) => {
	// The address of this page is a key: no request may carry it along.
	setHeaders({ 'referrer-policy': 'strict-origin', 'x-robots-tag': 'noindex' });
	return { person: await readReset(theContext(), params.token) };
};

export const actions: Actions = {
	default: async (event) => {
		const session = await answerAnyone(event, NewPassword, (context, input) =>
			resetPassword(context, event.params.token, input.password)
		);
		if (typeof session !== 'string') return session;
		setSession(event, session);
		redirect(303, '/');
	}
};
