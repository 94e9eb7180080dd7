import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { theContext } from '#server/context.ts';
import { listFirstPlaces, makeFirstAdministrator } from '#server/first-administrator.ts';
import { isEmpty } from '#server/installation.ts';
import { answerAnyone } from '../../door.ts';
import { email, name, password } from '../../fields.ts';
import { setLanguage, setSession } from '../../session-cookie.ts';
import type { Actions, PageServerLoad } from './$types';

const First = z.object({
	name,
	email,
	password,
	werkplaats: z
		.string()
		.max(100)
		.optional()
		.transform((slug) => slug || null)
});

export const load: PageServerLoad = async () => {
	if (!(await isEmpty(theContext()))) redirect(303, '/');
	return { werkplaatsen: await listFirstPlaces(theContext()) };
};

export const actions: Actions = {
	default: async (event) => {
		const { language } = event.locals;
		const session = await answerAnyone(event, First, (context, input) =>
			makeFirstAdministrator(context, { ...input, language })
		);
		if (typeof session !== 'string') return session;
		setSession(event, session);
		setLanguage(event, language);
		redirect(303, '/');
	}
};
