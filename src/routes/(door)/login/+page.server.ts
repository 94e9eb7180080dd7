import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { theContext } from '#server/context.ts';
import { signIn, signOut } from '#server/sign-in.ts';
import { answerAnyone } from '../../door.ts';
import { email, password } from '../../fields.ts';
import { CLEAR_DEVICE, hasDeadSession, setLanguage, setSession } from '../../session-cookie.ts';
import { within } from '../../within.ts';
import type { Actions, PageServerLoad } from './$types';

const SignIn = z.object({ email, password });

export const load: PageServerLoad = (event) => {
	const { locals, url } = event;
	if (locals.asker) redirect(303, within(url, url.searchParams.get('next')));
	// Signed out from elsewhere, or with the password changed: this device was meant by it too.
	if (hasDeadSession(event)) event.setHeaders(CLEAR_DEVICE);
};

export const actions: Actions = {
	default: async (event) => {
		const { locals, url } = event;
		const made = await answerAnyone(event, SignIn, (context, input) =>
			signIn(context, { ...input, address: event.getClientAddress() })
		);
		if ('status' in made) return made;
		// Who signs in over another session leaves that one.
		if (locals.asker) await signOut(theContext(), locals.asker);
		setSession(event, made.session);
		setLanguage(event, made.language);
		redirect(303, within(url, url.searchParams.get('next')));
	}
};
