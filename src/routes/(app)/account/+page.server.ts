import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { changeAccount, changePassword, endOtherSessions, openAccount } from '#server/account.ts';
import { MAIL_RHYTHMS } from '#domain/told.ts';
import { theContext } from '#server/context.ts';
import { openMailPreference, setRhythm } from '#server/mail-preferences.ts';
import { listTokens, makeToken, revokeToken } from '#server/tokens.ts';
import { answer, asker } from '../../door.ts';
import { language, name, password } from '../../fields.ts';
import { setLanguage, setSession } from '../../session-cookie.ts';
import type { Actions, PageServerLoad } from './$types';

const Name = z.object({ name });
const Language = z.object({ language });
const Password = z.object({ current: password, password });
const Token = z.object({
	name,
	days: z.coerce.number({ error: 'token_too_long' }).int('token_too_long')
});
const TokenId = z.object({ id: z.string() });
const Mail = z.object({ rhythm: z.enum(MAIL_RHYTHMS, { error: 'unknown' }) });
const Nothing = z.object({});

export const load: PageServerLoad = async (event) => {
	const who = asker(event);
	const [account, tokens, mail] = await Promise.all([
		openAccount(theContext(), who),
		listTokens(theContext(), who.actor),
		openMailPreference(theContext(), who.actor)
	]);
	return { account, tokens, mail, theme: event.locals.theme };
};

export const actions: Actions = {
	name: async (event) => {
		const refused = await answer(event, Name, (context, _, change) =>
			changeAccount(context, asker(event), change)
		);
		return refused ?? { done: 'name' };
	},
	language: async (event) => {
		const refused = await answer(event, Language, async (context, _, change) => {
			await changeAccount(context, asker(event), change);
			setLanguage(event, change.language);
		});
		return refused ?? redirect(303, '/account');
	},
	mail: async (event) => {
		const refused = await answer(event, Mail, (context, actor, { rhythm }) =>
			setRhythm(context, actor, rhythm)
		);
		return refused ?? { done: 'mail' };
	},
	password: async (event) => {
		const address = event.getClientAddress();
		const session = await answer(event, Password, (context, _, change) =>
			changePassword(context, asker(event), { ...change, address })
		);
		if (typeof session !== 'string') return session;
		setSession(event, session);
		return { done: 'password' };
	},
	sessions: async (event) => {
		const ended = await answer(event, Nothing, (context) =>
			endOtherSessions(context, asker(event))
		);
		return typeof ended === 'number' ? { done: 'sessions' } : ended;
	},
	token: async (event) => {
		const made = await answer(event, Token, makeToken);
		return 'value' in made ? { done: 'token', value: made.value } : made;
	},
	revoke: async (event) => {
		const refused = await answer(event, TokenId, (context, actor, { id }) =>
			revokeToken(context, actor, id)
		);
		return refused ?? { done: 'revoke' };
	}
};
