import { redirect } from '@sveltejs/kit';
import { changeAccount } from '#server/account.ts';
import { theContext } from '#server/context.ts';
import { language as Language } from '../fields.ts';
import { readForm } from '../form.ts';
import { setLanguage } from '../session-cookie.ts';
import { within } from '../within.ts';
import type { RequestHandler } from './$types';

const A_YEAR_SECONDS = 31_536_000;
const THEMES = ['light', 'dark', 'auto'];

/** Remembers light or dark, and the language, on this device; also for who is not signed in. */
export const POST: RequestHandler = async (event) => {
	const { request, cookies, locals, url } = event;
	const form = await readForm(request);
	const theme = form.get('theme');
	if (typeof theme === 'string' && THEMES.includes(theme)) {
		// The page itself writes this one too, when it has scripts.
		cookies.set('theme', theme, { httpOnly: false, maxAge: A_YEAR_SECONDS });
	}
	const language = Language.safeParse(form.get('language'));
	if (language.success) {
		setLanguage(event, language.data);
		const change = { language: language.data };
		if (locals.asker) await changeAccount(theContext(), locals.asker, change);
	}
	const back = form.get('back');
	redirect(303, within(url, typeof back === 'string' ? back : null));
};
