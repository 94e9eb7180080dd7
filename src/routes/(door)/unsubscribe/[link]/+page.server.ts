import { z } from 'zod';
import { theContext } from '#server/context.ts';
import { readUnsubscribe, stopMail } from '#server/mail-preferences.ts';
import { answerAnyone } from '../../../door.ts';
import { failureOf } from '../../../failure.ts';
import { sentence } from '../../../sentence.ts';
import { error } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

/** Looking changes nothing: what reads mail for people opens every link in it. */
export const load: PageServerLoad = async ({ params, setHeaders }) => {
	// The address of this page is a key: no request may carry it along.
	setHeaders({ 'referrer-policy': 'strict-origin', 'x-robots-tag': 'noindex' });
	try {
		return await readUnsubscribe(theContext(), params.link);
	} catch (caught) {
		if (failureOf(caught)?.status === 404) error(404, sentence('not_found'));
		throw caught;
	}
};

/** What a program for mail sends by itself (`List-Unsubscribe=One-Click`, RFC 8058), or our own form: it is the same. */
const Anything = z.object({});

export const actions: Actions = {
	default: async (event) => {
		const refused = await answerAnyone(event, Anything, (context) =>
			stopMail(context, event.params.link)
		);
		return refused ?? { done: 'stopped' };
	}
};
