import type { RequestEvent } from '@sveltejs/kit';
import { COOKIE_SECONDS, SESSION_COOKIE } from '#server/session.ts';

type Asked = Pick<RequestEvent, 'cookies' | 'url'>;

/** Gives the browser a session; no script and no other site can read or send it. */
export function setSession({ cookies, url }: Asked, value: string): void {
	const secure = url.protocol === 'https:';
	cookies.set(SESSION_COOKIE(secure), value, {
		path: '/',
		httpOnly: true,
		sameSite: 'lax',
		secure,
		maxAge: COOKIE_SECONDS
	});
}

export function clearSession({ cookies, url }: Asked): void {
	const secure = url.protocol === 'https:';
	cookies.delete(SESSION_COOKIE(secure), { path: '/', secure });
}

/**
 * Has the browser destroy what our pages keep on the device: unsent edits with their key, and whether
 * the toolbar is shown. Cookies stay, so language and theme do. Also works without scripts.
 */
export const CLEAR_DEVICE = { 'clear-site-data': '"storage"' };

/** Whether the browser has a session that is no more: it was ended elsewhere, or not used for a month. */
export function hasDeadSession({ cookies, url, locals }: Asked & Pick<RequestEvent, 'locals'>) {
	const isKnown = locals.asker ?? locals.visitor;
	return !isKnown && cookies.get(SESSION_COOKIE(url.protocol === 'https:')) !== undefined;
}

/** The language in which this browser reads; its scripts read it too. */
export function setLanguage({ cookies, url }: Asked, language: string): void {
	const secure = url.protocol === 'https:';
	cookies.set('language', language, {
		path: '/',
		httpOnly: false,
		sameSite: 'lax',
		secure,
		maxAge: COOKIE_SECONDS
	});
}
