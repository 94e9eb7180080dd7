import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import { z } from 'zod';
import { acceptAsNewPerson, acceptInvitation } from '#server/acceptance.ts';
import { theContext } from '#server/context.ts';
import { readInvitation } from '#server/invitations.ts';
import { answer, answerAnyone } from '../../../door.ts';
import { name, password } from '../../../fields.ts';
import { sentence } from '../../../sentence.ts';
import { setLanguage, setSession } from '../../../session-cookie.ts';
import type { Actions, PageServerLoad } from './$types';

const NewPerson = z.object({ name, password });
const Nothing = z.object({});

export const load: PageServerLoad = async ({ params, locals, setHeaders }) => {
	// The address of this page is a key: no request may carry it along. Not `no-referrer`: with that,
	// browsers send forms from nowhere, and those are refused.
	setHeaders({ 'referrer-policy': 'strict-origin', 'x-robots-tag': 'noindex' });
	const invitation = await readInvitation(theContext(), params.token);
	if (invitation.state !== 'open') error(410, sentence(`invitation_${invitation.state}`));
	const { asker } = locals;
	return {
		invitation,
		me: asker && { id: asker.actor.id, name: asker.actor.name, email: asker.email }
	};
};

export const actions: Actions = {
	join: async (event) => {
		const { language } = event.locals;
		const session = await answerAnyone(event, NewPerson, (context, person) =>
			acceptAsNewPerson(context, event.params.token, { ...person, language })
		);
		if (typeof session !== 'string') return session;
		setSession(event, session);
		setLanguage(event, language);
		redirect(303, await placeOf(event));
	},
	accept: async (event) => {
		const refused = await answer(event, Nothing, (context, actor) =>
			acceptInvitation(context, actor, event.params.token)
		);
		if (refused) return refused;
		redirect(303, await placeOf(event));
	}
};

async function placeOf({ params }: Pick<RequestEvent<{ token: string }>, 'params'>) {
	const { werkplaats, voice } = await readInvitation(theContext(), params.token);
	if (voice) return `/document/${voice.documentId}?part=${voice.partId}`;
	return werkplaats ? `/werkplaats/${werkplaats.slug}` : '/';
}
